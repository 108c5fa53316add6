/**
 * Who somebody is, by the link they came with: a key opens one sheet, or one programme, in one role. Keys are shown
 * again and renewed for whoever holds the facilitator's.
 */
import { randomBytes } from 'node:crypto';
import { may, type Permission, ROLES, type Role } from '../../../shared/access/roles.ts';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import type { SheetId } from '../../../shared/ids/ids.ts';
import type { KeyRecord, Records } from '../../records/port.ts';
import { hashKey, isKey, mintKey, openSeal, sealKey } from './keys.ts';

/** Somebody on a sheet. `keyId` names the key that let them in and is no secret. */
export interface LinkActor {
  readonly role: Role;
  readonly keyId: string;
}

/** One key for each role. */
export type SheetKeys = Readonly<Record<Role, string>>;

export interface IssuedKeys {
  readonly keys: SheetKeys;
  readonly records: readonly KeyRecord[];
}

export interface RotatedKeys {
  readonly keys: SheetKeys;
  /** The ids of the keys that open nothing any more; their connections are to be ended. */
  readonly revoked: readonly string[];
}

export class Links {
  readonly #records: Records;
  readonly #now: () => number;

  constructor(records: Records, now: () => number = Date.now) {
    this.#records = records;
    this.#now = now;
  }

  /** Keys for a new sheet; the caller stores the records. */
  issue(sheetId: SheetId): IssuedKeys {
    const keys = { les: mintKey(), rediger: mintKey(), fasilitator: mintKey() };
    const records = ROLES.map((role) =>
      this.#recordOf(sheetId, role, keys[role], keys.fasilitator),
    );
    return { keys, records };
  }

  /**
   * Who holds this key. Rejects with a Refusal: `sheet.unknown` or `program.unknown` when there is
   * no such thing of the kind that is asked for, `key.missing`, `key.wrong`, `key.revoked`,
   * `role.forbidden` when the role may not do what is asked, or what the store says. What is asked
   * of either kind alike, such as a socket, names none.
   */
  async authenticate(
    sheetId: SheetId,
    key: string | undefined,
    permission: Permission,
    kind?: 'sheet' | 'program',
  ): Promise<LinkActor> {
    if (kind !== undefined) await this.#requireKind(sheetId, kind);
    const found = isKey(key) ? await this.#records.findKey(sheetId, hashKey(key)) : undefined;
    if (found === undefined) {
      const sheet = await this.#records.findSheet(sheetId);
      if (sheet === undefined) throw new Refusal('sheet.unknown');
      throw new Refusal(key === undefined || key === '' ? 'key.missing' : 'key.wrong');
    }
    if (found.revokedAt !== undefined) throw new Refusal('key.revoked');
    if (!may(found.role, permission)) throw new Refusal('role.forbidden');
    return { role: found.role, keyId: found.keyId };
  }

  /** All live keys of a sheet, for whoever holds the facilitator's. */
  async show(sheetId: SheetId, facilitatorKey: string): Promise<SheetKeys> {
    return openAll(await this.#liveKeys(sheetId), facilitatorKey);
  }

  /**
   * Renews the keys of the given roles; the old ones open nothing from now on. When the
   * facilitator's own is among them, those that stay are sealed under the new one.
   */
  async rotate(
    sheetId: SheetId,
    facilitatorKey: string,
    roles: readonly Role[],
  ): Promise<RotatedKeys> {
    const live = await this.#liveKeys(sheetId);
    const old = openAll(live, facilitatorKey);
    const keyOf = (role: Role) => (roles.includes(role) ? mintKey() : old[role]);
    const keys = {
      les: keyOf('les'),
      rediger: keyOf('rediger'),
      fasilitator: keyOf('fasilitator'),
    };
    const added = roles.map((role) => this.#recordOf(sheetId, role, keys[role], keys.fasilitator));
    const staying = live.filter((key) => key.sealed !== undefined && !roles.includes(key.role));
    const resealed = staying.map(({ keyId, role }) => ({
      keyId,
      sealed: sealKey(keys[role], keys.fasilitator, sealContext(sheetId, role)),
    }));
    const revoked = await this.#records.rotateKeys(
      sheetId,
      roles,
      added,
      this.#now(),
      roles.includes('fasilitator') ? resealed : [],
    );
    return { keys, revoked };
  }

  async #requireKind(sheetId: SheetId, kind: 'sheet' | 'program'): Promise<void> {
    const found = await this.#records.findSheet(sheetId);
    if (found === undefined || (found.kind === 'program') !== (kind === 'program')) {
      throw new Refusal(kind === 'program' ? 'program.unknown' : 'sheet.unknown');
    }
  }

  async #liveKeys(sheetId: SheetId): Promise<readonly KeyRecord[]> {
    const all = await this.#records.listKeys(sheetId);
    return all.filter((key) => key.revokedAt === undefined);
  }

  #recordOf(sheetId: SheetId, role: Role, key: string, facilitatorKey: string): KeyRecord {
    const isFacilitators = role === 'fasilitator';
    return {
      keyId: randomBytes(12).toString('base64url'),
      sheetId,
      role,
      hash: hashKey(key),
      sealed: isFacilitators ? undefined : sealKey(key, facilitatorKey, sealContext(sheetId, role)),
      createdAt: this.#now(),
      revokedAt: undefined,
    };
  }
}

function openAll(records: readonly KeyRecord[], facilitatorKey: string): SheetKeys {
  const open = (role: Role): string => {
    const record = records.find((key) => key.role === role);
    const key =
      record?.sealed && openSeal(record.sealed, facilitatorKey, sealContext(record.sheetId, role));
    if (key === undefined) throw new Error(`The ${role} key of a sheet cannot be opened`);
    return key;
  };
  return { les: open('les'), rediger: open('rediger'), fasilitator: facilitatorKey };
}

/** A seal moved to another sheet or role does not open. */
function sealContext(sheetId: SheetId, role: Role): string {
  return `${sheetId}/${role}`;
}
