/** Frozen utgaver and vedtak inside the store threads: their SQL. Nothing here updates or deletes. */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { isId, parseId, type TiltakId, type VedtakId } from '../../../shared/ids/ids.ts';
import { VEDTAK_UTFALL } from '../../../shared/sheet/schema/vocabulary.ts';
import { Damage } from '../../sqlite/problem.ts';
import type { TiltakUtfall, UtgaveContent, UtgaveRecord, VedtakRecord } from '../port.ts';
import { numberFrom, type Row, sheetIdFrom, textFrom } from './rows.ts';

export interface DecisionWrites {
  addUtgave(input: { utgave: UtgaveRecord; content: string }): boolean;
  addVedtak(input: { vedtak: VedtakRecord }): boolean;
}

export interface DecisionReads {
  listUtgaver(input: { sheetId: string }): readonly UtgaveRecord[];
  findUtgave(input: { sheetId: string; edition: string }): UtgaveContent | undefined;
  listVedtak(input: { sheetId: string }): readonly VedtakRecord[];
}

const UTGAVE_COLUMNS = 'sheet_id, edition, saksnummer, merknad, key_id, created_at';
const VEDTAK_COLUMNS =
  'vedtak_id, sheet_id, organ, saksnummer, dato, merknad, utfall, key_id, created_at';

const utfallSchema = z.array(
  z.object({ tiltakId: z.string().check(z.refine(isId)), utfall: z.enum(VEDTAK_UTFALL) }),
);

export function decisionWrites(db: DatabaseSync): DecisionWrites {
  const insertUtgave = db.prepare(`
    INSERT INTO utgave (${UTGAVE_COLUMNS}, sha256, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (sheet_id, edition) DO NOTHING`);
  const insertVedtak = db.prepare(`
    INSERT INTO vedtak (${VEDTAK_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (vedtak_id) DO NOTHING`);

  return {
    addUtgave({ utgave, content }) {
      const { sheetId, edition, saksnummer, merknad, keyId, createdAt } = utgave;
      const { changes } = insertUtgave.run(
        sheetId,
        edition,
        saksnummer,
        merknad,
        keyId,
        createdAt,
        sha256(content),
        content,
      );
      return changes === 1;
    },

    addVedtak({ vedtak }) {
      const { vedtakId, sheetId, organ, saksnummer, dato, merknad, keyId, createdAt } = vedtak;
      const utfall = JSON.stringify(vedtak.utfall);
      const { changes } = insertVedtak.run(
        vedtakId,
        sheetId,
        organ,
        saksnummer,
        dato,
        merknad,
        utfall,
        keyId,
        createdAt,
      );
      return changes === 1;
    },
  };
}

export function decisionReads(db: DatabaseSync): DecisionReads {
  const selectUtgaver = db.prepare(
    `SELECT ${UTGAVE_COLUMNS} FROM utgave WHERE sheet_id = ? ORDER BY utgave`,
  );
  const selectUtgave = db.prepare(
    `SELECT ${UTGAVE_COLUMNS}, sha256, content FROM utgave WHERE sheet_id = ? AND edition = ?`,
  );
  const selectVedtak = db.prepare(
    `SELECT ${VEDTAK_COLUMNS} FROM vedtak WHERE sheet_id = ? ORDER BY vedtak`,
  );

  return {
    listUtgaver: ({ sheetId }) => selectUtgaver.all(sheetId).map(utgaveFrom),

    findUtgave({ sheetId, edition }) {
      const row = selectUtgave.get(sheetId, edition);
      if (row === undefined) return undefined;
      const content = textFrom(row, 'content');
      const hash = textFrom(row, 'sha256');
      if (sha256(content) !== hash) throw new Damage('A frozen utgave is not what was frozen.');
      return { utgave: utgaveFrom(row), content, sha256: hash };
    },

    listVedtak: ({ sheetId }) => selectVedtak.all(sheetId).map(vedtakFrom),
  };
}

function utgaveFrom(row: Row): UtgaveRecord {
  return {
    sheetId: sheetIdFrom(row),
    edition: textFrom(row, 'edition'),
    saksnummer: textFrom(row, 'saksnummer'),
    merknad: textFrom(row, 'merknad'),
    keyId: textFrom(row, 'key_id'),
    createdAt: numberFrom(row, 'created_at'),
  };
}

function vedtakFrom(row: Row): VedtakRecord {
  const vedtakId = parseId<VedtakId>(row['vedtak_id']);
  if (vedtakId === undefined) throw new Damage('A vedtak id is no id.');
  return {
    vedtakId,
    sheetId: sheetIdFrom(row),
    organ: textFrom(row, 'organ'),
    saksnummer: textFrom(row, 'saksnummer'),
    dato: textFrom(row, 'dato'),
    merknad: textFrom(row, 'merknad'),
    utfall: utfallFrom(textFrom(row, 'utfall')),
    keyId: textFrom(row, 'key_id'),
    createdAt: numberFrom(row, 'created_at'),
  };
}

function utfallFrom(text: string): readonly TiltakUtfall[] {
  const parsed = utfallSchema.safeParse(jsonFrom(text));
  if (!parsed.success) throw new Damage('What a vedtak says cannot be read.');
  // Checked by the schema: each is an id.
  return parsed.data.map((each) => ({ ...each, tiltakId: each.tiltakId as TiltakId }));
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
