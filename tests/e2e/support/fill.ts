/** Fills a sheet by way of the server, for tests of how much and how long a sheet can be. */
import type { LappId, RotaarsakId, TiltakId } from '../../../shared/ids/ids.ts';
import type { Lapp, Rotaarsak, Tiltak } from '../../../shared/sheet/schema/entities.ts';
import type { TestServer, TestSheet } from '../../world/server.ts';
import { stored } from './stored.ts';

/** A word such as a municipality might use, without a place to break it. */
export const LONG_WORD =
  'Menneskerettighetsorganisasjonsmedlemskapskontingentinnkrevingsrutinebeskrivelse';

interface Filling {
  readonly tiltak?: readonly Partial<Tiltak>[];
  readonly rotaarsaker?: readonly Partial<Rotaarsak>[];
  readonly lapper?: readonly Partial<Lapp>[];
}

export async function fill(server: TestServer, sheet: TestSheet, filling: Filling): Promise<void> {
  const before = await stored(server, sheet);
  const tiltak = (filling.tiltak ?? []).map(
    (row, at): Tiltak => ({ ...PLAIN_TILTAK, ...place(at), ...row }),
  );
  const rotaarsaker = (filling.rotaarsaker ?? []).map(
    (row, at): Rotaarsak => ({ ...PLAIN_ROTAARSAK, ...place(at), ...row }),
  );
  const lapper = (filling.lapper ?? []).map(
    (row, at): Lapp => ({ ...PLAIN_LAPP, ...place(at), xy: [-224, at * 136], ...row }),
  );
  const response = await server.call(`/api/sheets/${sheet.id}/import`, {
    method: 'POST',
    key: sheet.keys.rediger,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...before, tiltak, rotaarsaker, lapper }),
  });
  if (!response.ok) throw new Error(`Not filled: ${await response.text()}`);
}

const PLAIN_TILTAK: Tiltak = {
  id: '' as TiltakId,
  slag: 'endring',
  title: '',
  description: '',
  ansvar: '',
  frist: null,
  status: 'ikke_startet',
  beslutning: 'forslag',
  rotaarsaker: [],
  dypdykkId: null,
  gevinstpotensial: null,
  gjennomforbarhet: null,
  order: '',
};

const PLAIN_ROTAARSAK: Rotaarsak = { id: '' as RotaarsakId, title: '', points: '', order: '' };

const PLAIN_LAPP: Lapp = {
  id: '' as LappId,
  text: '',
  xy: [0, 0],
  color: 'gul',
  author: '',
  section: 'naasituasjon',
  group: '',
  became: null,
  order: '',
};

function place<Id extends string>(at: number): { readonly id: Id; readonly order: string } {
  const number = String(at).padStart(4, '0');
  return { id: `rad-nummer-${number}` as Id, order: `a${number}` };
}
