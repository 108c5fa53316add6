/** The virksomhets-A3 and its dypdykk: sums across, rights kept. */
import { expect, test } from 'vitest';
import type { SheetId, TiltakId } from '../../shared/ids/ids.ts';
import { KEYS_HEADER, type SheetContext } from '../../shared/portfolio/sheetContext.ts';
import { addGevinst } from '../../shared/sheet/commands/gevinst.ts';
import { addTiltak, patchTiltak } from '../../shared/sheet/commands/tiltak.ts';
import type { TestSheet } from '../world/server.ts';
import { done } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

const it = stage({ isShared: true });
const SECRET = 'Ordene som bare dypdykkets egne skal se';

async function contextOf(sheet: TestSheet, keys?: string): Promise<SheetContext> {
  await it.server.readModel.settled();
  const headers = keys === undefined ? {} : { [KEYS_HEADER]: keys };
  const path = `/api/sheets/${sheet.id}/context`;
  const response = await it.server.call(path, { key: sheet.keys.les, headers });
  expect(response.status).toBe(200);
  return (await response.json()) as SheetContext;
}

/** A virksomhets-A3 with a tiltak, and a dypdykk that says it digs into it. */
async function twoSheets(isNamed: boolean) {
  const upper = await it.server.createSheet({ kind: 'virksomhet', title: 'Kommunen' });
  const above = await it.comes({ sheet: upper, role: 'rediger', control: true });
  const tiltakId = done(above.doc, addTiltak({ title: 'Utred innkjøp', slag: 'utredning' }));
  const parent = { sheetId: upper.id, tiltakId };
  const lower = await it.server.createSheet({ kind: 'dypdykk', title: SECRET, parent });
  if (isNamed) done(above.doc, patchTiltak(tiltakId, { dypdykkId: lower.id }));
  await until(() => above.saved() === (isNamed ? 3 : 2), 'the handshake and the edits are saved');
  return { upper, lower, above, tiltakId };
}

async function fill(sheet: TestSheet): Promise<TiltakId> {
  const person = await it.comes({ sheet, control: true });
  const title = SECRET;
  const tiltak = done(
    person.doc,
    addTiltak({ title, ansvar: SECRET, description: SECRET, beslutning: 'vedtatt' }),
  );
  const year = String(new Date().getFullYear() + 1);
  const common = { title, eier: SECRET, description: SECRET, tiltak: [tiltak] };
  const gevinst = { ...common, slag: 'unngaatte_kostnader', estimate: { [year]: 1000 } } as const;
  done(person.doc, addGevinst(gevinst));
  await until(() => person.saved() === 3, 'the handshake and the edits are saved');
  return tiltak;
}

const sumOf = ({ dypdykk }: SheetContext) => dypdykk[0]?.sums.kroner.vedtatt.total;

test('without a key of the dypdykk nothing is told of it but sums', async () => {
  const { upper, lower, above, tiltakId } = await twoSheets(true);
  await fill(lower);
  expect(sumOf(await contextOf(upper))).toBe(1000);
  const context = await contextOf(upper);
  const [dypdykk] = context.dypdykk;
  expect(Object.keys(dypdykk ?? {}).sort()).toEqual(['content', 'sheetId', 'sums', 'tiltakId']);
  expect(dypdykk).toMatchObject({ sheetId: lower.id, tiltakId, content: null });
  expect(dypdykk?.sums).toMatchObject({ tiltak: 1, gevinster: 1 });
  expect(JSON.stringify(context)).not.toContain(SECRET);
  expect(above.control.some((frame) => frame.type === 'readmodel')).toBe(true);
});

test('with a key of the dypdykk its tiltak and gevinster are told', async () => {
  const { upper, lower } = await twoSheets(true);
  const tiltakId = await fill(lower);
  expect(sumOf(await contextOf(upper))).toBe(1000);
  const { dypdykk } = await contextOf(upper, `${lower.id}=${lower.keys.les}`);
  expect(dypdykk[0]?.content).toMatchObject({
    title: SECRET,
    tiltak: [{ id: tiltakId, title: SECRET, beslutning: 'vedtatt', status: 'ikke_startet' }],
    gevinster: [{ title: SECRET, state: 'vedtatt' }],
  });
  const below = await contextOf(lower);
  expect(below.parent).toEqual({
    sheetId: upper.id,
    tiltakId: dypdykk[0]?.tiltakId,
    title: 'Kommunen',
  });
});

test('a wrong or foreign key opens nothing, and a header that is none is refused', async () => {
  const { upper, lower } = await twoSheets(true);
  await fill(lower);
  for (const key of ['', 'wrong', upper.keys.fasilitator]) {
    const context = await contextOf(upper, `${lower.id}=${key}`);
    expect(context.dypdykk).toMatchObject([{ content: null }]);
  }
  const headers = { [KEYS_HEADER]: 'no=key' };
  const path = `/api/sheets/${upper.id}/context`;
  const refused = await it.server.call(path, { key: upper.keys.les, headers });
  expect(refused.status).toBe(400);
});

test('a sheet that only says itself that it belongs to another one is not shown there', async () => {
  const { upper, lower } = await twoSheets(false);
  expect((await contextOf(upper)).dypdykk).toEqual([]);
  expect((await contextOf(lower)).parent).toMatchObject({ sheetId: upper.id, title: null });
  const shown = await contextOf(lower, `${upper.id}=${upper.keys.les}`);
  expect(shown.parent?.title).toBe('Kommunen');
});

test('naming a stranger’s sheet tells nothing of it', async () => {
  const { upper } = await twoSheets(false);
  const stranger = await it.server.createSheet({ title: SECRET });
  await fill(stranger);
  const person = await it.comes({ sheet: upper, control: true });
  const dypdykkId: SheetId = stranger.id;
  done(person.doc, addTiltak({ title: 'Snus', dypdykkId }));
  await until(() => person.saved() === 2, 'the handshake and the edit are saved');
  expect((await contextOf(upper)).dypdykk).toEqual([]);
});

test('the sheets of one programme belong together by their place in it', async () => {
  const { id, keys } = await it.server.createProgram({ name: 'Programmet', periodFrom: 2025 });
  const program = { programId: id, programKey: keys.rediger };
  const upper = await it.server.createSheet({ kind: 'virksomhet', ...program });
  const parent = { sheetId: upper.id, tiltakId: null };
  const lower = await it.server.createSheet({ title: SECRET, parent, ...program });
  const context = await contextOf(upper);
  expect(context.program).toMatchObject({
    id,
    name: 'Programmet',
    period: { from: 2025, to: 2028 },
  });
  expect(context.dypdykk).toMatchObject([{ sheetId: lower.id, tiltakId: null, content: null }]);
});

test('a sheet in no programme and with no parent stands alone', async () => {
  expect(await contextOf(it.sheet)).toEqual({
    program: null,
    enheter: [],
    parent: null,
    dypdykk: [],
  });
});
