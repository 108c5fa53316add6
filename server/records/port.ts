/**
 * The server's own truth about shared documents, which none of them may hold: that they exist, which
 * keys open them, which sheets belong to a programme, frozen utgaver, and what the political side
 * has decided. Keys are stored as SHA-256 hashes only.
 */
import type { Role } from '../../shared/access/roles.ts';
import type { ProgramId, SheetId, TiltakId, VedtakId } from '../../shared/ids/ids.ts';
import {
  SHEET_KINDS,
  type SheetKind,
  type VedtakUtfall,
} from '../../shared/sheet/schema/vocabulary.ts';

export const DOCUMENT_KINDS = [...SHEET_KINDS, 'program'] as const;
export type DocumentKind = SheetKind | 'program';

/**
 * A sheet, or a programme: its document is kept as a sheet's is, with a journal, keys and a room,
 * under its own id.
 */
export interface SheetRecord {
  readonly sheetId: SheetId;
  readonly kind: DocumentKind;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** The programme that a sheet belongs to. */
  readonly programId: ProgramId | undefined;
}

export interface KeyRecord {
  /** Unguessable, but no key: names the key in lists and logs. */
  readonly keyId: string;
  readonly sheetId: SheetId;
  readonly role: Role;
  /** SHA-256 of the key, hex. */
  readonly hash: string;
  /**
   * The key itself, encrypted under the facilitator's key, so that whoever holds that one can show
   * the links again; undefined for the facilitator's own key. The server alone cannot read it.
   */
  readonly sealed: Uint8Array | undefined;
  readonly createdAt: number;
  readonly revokedAt: number | undefined;
}

/** A document about to exist. */
export interface NewDocument {
  readonly sheet: SheetRecord;
  readonly keys: readonly KeyRecord[];
  readonly state: Uint8Array;
}

/** A key that stays as it is, sealed under another facilitator's key. */
export interface Reseal {
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

/** A frozen, numbered edition of a sheet. It never changes and never goes. */
export interface UtgaveRecord {
  readonly sheetId: SheetId;
  /** Such as `1.0`; one of its kind on the sheet. */
  readonly edition: string;
  /** The sak that it was frozen for, as the archive writes it; empty when there is none. */
  readonly saksnummer: string;
  readonly merknad: string;
  /** The key that froze it. */
  readonly keyId: string;
  readonly createdAt: number;
}

export interface UtgaveContent {
  readonly utgave: UtgaveRecord;
  /** The snapshot as JSON text, byte for byte as it was frozen. */
  readonly content: string;
  /** SHA-256 of the content in UTF-8, hex. */
  readonly sha256: string;
}

/** A political decision about tiltak of a sheet. It never changes and never goes. */
export interface VedtakRecord {
  readonly vedtakId: VedtakId;
  readonly sheetId: SheetId;
  readonly organ: string;
  readonly saksnummer: string;
  /** `YYYY-MM-DD` */
  readonly dato: string;
  readonly merknad: string;
  readonly utfall: readonly TiltakUtfall[];
  /** The key that recorded it. */
  readonly keyId: string;
  readonly createdAt: number;
}

export interface TiltakUtfall {
  readonly tiltakId: TiltakId;
  readonly utfall: VedtakUtfall;
}

export interface Records {
  /** A sheet, its keys and its first state in the journal, all or nothing. */
  createSheet(sheet: SheetRecord, keys: readonly KeyRecord[], state: Uint8Array): Promise<void>;
  /** The same for several that belong together, all or none of them. */
  createSheets(documents: readonly NewDocument[]): Promise<void>;
  findSheet(sheetId: SheetId): Promise<SheetRecord | undefined>;
  /** The sheets of a programme, oldest first. */
  listSheets(programId: ProgramId): Promise<readonly SheetRecord[]>;
  /**
   * Puts a sheet in a programme (`from` undefined), or takes it out of one (`to` undefined). Answers
   * false, and changes nothing, when the sheet is not where `from` says.
   */
  moveSheet(
    sheetId: SheetId,
    from: ProgramId | undefined,
    to: ProgramId | undefined,
  ): Promise<boolean>;
  /** The key with this hash on this sheet, revoked ones included (their message differs). */
  findKey(sheetId: SheetId, hash: string): Promise<KeyRecord | undefined>;
  listKeys(sheetId: SheetId): Promise<readonly KeyRecord[]>;
  /**
   * Revokes the live keys of the given roles, adds the new ones and replaces the seals of those
   * that stay (a new facilitator's key seals anew), all in one transaction. Resolves with the ids
   * of the keys that were revoked, whose connections the caller ends.
   */
  rotateKeys(
    sheetId: SheetId,
    roles: readonly Role[],
    added: readonly KeyRecord[],
    at: number,
    resealed?: readonly Reseal[],
  ): Promise<readonly string[]>;
  /** Freezes an edition. Answers false, and changes nothing, when the sheet has that one already. */
  addUtgave(utgave: UtgaveRecord, content: string): Promise<boolean>;
  /** Oldest first. */
  listUtgaver(sheetId: SheetId): Promise<readonly UtgaveRecord[]>;
  findUtgave(sheetId: SheetId, edition: string): Promise<UtgaveContent | undefined>;
  /** Records a decision. Answers false, and changes nothing, when the id is in use. */
  addVedtak(vedtak: VedtakRecord): Promise<boolean>;
  /** In the order in which they were recorded. */
  listVedtak(sheetId: SheetId): Promise<readonly VedtakRecord[]>;
  /** One named value of the installation itself, such as the admin key's hash. */
  getSetting(name: string): Promise<string | undefined>;
  setSetting(name: string, value: string): Promise<void>;
}
