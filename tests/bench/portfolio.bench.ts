/**
 * A programme of 2 000 sheets: how long its portfolio takes to answer, how quickly the read model is
 * built anew, how soon a typed factor is in another's sum, and what projecting costs those who write.
 */

import { databaseFile, readModelFile } from '../../server/config/files.ts';
import { openSqliteReadModel } from '../../server/readmodel/sqlite/readModel.ts';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import type { EnhetId, ProgramId } from '../../shared/ids/ids.ts';
import type { PortfolioAnswer } from '../../shared/portfolio/portfolio.ts';
import { addGevinst, setFactor } from '../../shared/sheet/commands/gevinst.ts';
import { parseSheetAddress, type SheetAddress } from '../crash/ledger.ts';
import { type Storage, temporaryStorage } from '../crash/storage.ts';
import { join } from '../world/participants.ts';
import { ServerProcess } from '../world/realServer.ts';
import { done, seeded } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { fillProgram, type Size } from './municipality.ts';
import { loadPage } from './pageLoad.ts';
import { usageOf } from './processUsage.ts';
import { machineFacts, type Row, report } from './report.ts';
import { Samples } from './samples.ts';
import { createExample, type } from './typing.ts';

const SIZE: Size = {
  sheets: 2000,
  tiltakPerSheet: 10,
  gevinsterPerSheet: 20,
  maalingerPerSheet: 5,
  valuesPerMaaling: 40,
};
const SEED = 20_260_109;
const QUERY_P95_MS = 100;
const REBUILD_MS_A_SHEET = 10;
const TYPED_TO_SHOWN_MS = 1500;
const QUERIES = 300;
const FACTORS = 40;
const PAGE_LOADS = 5;
const PAGE_INTERACTIVE_MS = 1500;
/** A row of a table with tiltak and gevinster. */
const A_ROW = '.portfolio-rows tbody tr';
/** Runs of typing in which the read model hears of changes every other turn. */
const RUNS = 7;
const TYPISTS = 30;
const WARM_UP_MS = 4000;
const MEASURE_MS = 60_000;
/** With projection the 99 % may be so much of what it is without. */
const PROPAGATION_RATIO = 1.1;
const MIB = 1024 * 1024;

interface Programme extends SheetAddress {
  readonly programId: ProgramId;
}

const machine = machineFacts();
const storage = temporaryStorage();
process.once('exit', () => storage.remove());
const rows: Row[] = [];

const { program, sheet } = await withServer(storage, async ({ url }) => {
  const made = await post(url, '/api/programs', { name: 'Programmet', periodFrom: 2026 });
  const address = parseSheetAddress(made);
  const programme = { ...address, programId: address.id as string as ProgramId };
  const inIt = { programId: address.id, programKey: address.keys.rediger };
  const kind = 'dypdykk';
  return {
    program: programme,
    sheet: parseSheetAddress(await post(url, '/api/sheets', { kind, ...inIt })),
  };
});
console.log(`A programme of ${SIZE.sheets} sheets.`);
const enheter = await fill(program.programId);
rows.push(...(await rebuild()));
rows.push(
  ...(await withServer(storage, async ({ url, pid }) => [
    ...(await ask(url, program, enheter, pid)),
    ...(await openPage(url, program)),
    ...(await typeAndLook(url, program, sheet)),
  ])),
);
rows.push(...(await compareTyping()));
report('portfolio', rows, machine);

async function fill(programId: ProgramId): Promise<readonly EnhetId[]> {
  const store = await openSqliteStore({ file: databaseFile(storage.dataDir) });
  try {
    return await fillProgram(store, programId, SIZE, seeded(SEED));
  } finally {
    await store.close();
  }
}

async function rebuild(): Promise<Row[]> {
  const mainFile = databaseFile(storage.dataDir);
  const { records, close } = await openSqliteStore({ file: mainFile });
  const times: number[] = [];
  for (const isNew of [true, false]) {
    const file = readModelFile(storage.dataDir);
    const model = openSqliteReadModel({ file, mainFile, records, isNew });
    const { documents, unreadable, milliseconds } = await model.rebuild();
    if (unreadable.length > 0) throw new Error('A sheet could not be read.');
    times.push(milliseconds / documents);
    await model.close();
  }
  await close();
  const [first = Number.NaN, again = Number.NaN] = times;
  return [
    { what: 'rebuild, nothing on record yet', figure: 1000 / first, unit: 'sheets/s' },
    { what: 'rebuild', figure: 1000 / again, unit: 'sheets/s' },
    { what: 'rebuild, for each sheet', figure: again, unit: 'ms', atMost: REBUILD_MS_A_SHEET },
  ];
}

// Questions

async function ask(
  url: string,
  { id, keys }: Programme,
  enheter: readonly EnhetId[],
  pid: number,
): Promise<Row[]> {
  const random = seeded(SEED);
  const queries = [
    '',
    '?gruppe=enhet',
    '?gruppe=ark',
    '?gruppe=beslutning&stage=potensial',
    '?gruppe=aar&slag=unngaatte_kostnader',
    '?flagg=forsinket&gruppe=status',
    '?aar=2027&stage=realisert&gruppe=slag',
    '?side=100&antall=500',
  ];
  const get = async (query: string) => {
    const startedAt = performance.now();
    const response = await fetch(`${url}/api/programs/${id}/portfolio${query}`, {
      headers: { authorization: `Bearer ${keys.les}` },
    });
    const bytes = (await response.arrayBuffer()).byteLength;
    if (response.status !== 200) throw new Error(`${query}: ${response.status}`);
    return { ms: performance.now() - startedAt, bytes };
  };
  const first = await get('');
  const all = new Samples();
  const byQuery = new Map(queries.map((query) => [query, new Samples()]));
  for (let i = 0; i < QUERIES; i += 1) {
    const query = random.pick(queries);
    const enhet = random.chance(0.5) ? `enhet=${random.pick(enheter)}` : '';
    const separator = query === '' ? '?' : '&';
    const { ms } = await get(query + (enhet === '' ? '' : separator + enhet));
    all.add(ms);
    byQuery.get(query)?.add(ms);
  }
  const { residentBytes } = usageOf(pid);
  return [
    { what: 'first question after a start', figure: first.ms, unit: 'ms' },
    { what: 'question, median', figure: all.percentile(50), unit: 'ms' },
    { what: 'question, 95 %', figure: all.percentile(95), unit: 'ms', atMost: QUERY_P95_MS },
    ...[...byQuery].map(([query, samples]) => ({
      what: `question, 95 %  ${query === '' ? '(all)' : query}`,
      figure: samples.percentile(95),
      unit: 'ms',
    })),
    { what: 'answer without groups', figure: first.bytes / 1024, unit: 'KiB' },
    { what: 'server, memory', figure: residentBytes / MIB, unit: 'MiB' },
  ];
}

/** The page of the portfolio in a browser that has never been here. */
async function openPage(url: string, { id, keys }: Programme): Promise<Row[]> {
  const [rows, interactive] = [new Samples(), new Samples()];
  for (let run = 0; run < PAGE_LOADS; run += 1) {
    const link = `${url}/program/${id}/portefolje#n=${keys.les}`;
    const load = await loadPage(link, 1, { ready: A_ROW });
    rows.add(load.firstCell);
    interactive.add(load.interactive);
  }
  return [
    { what: 'page, first row', figure: rows.percentile(50), unit: 'ms' },
    {
      what: 'page, interactive',
      figure: interactive.percentile(50),
      unit: 'ms',
      atMost: PAGE_INTERACTIVE_MS,
    },
    { what: 'page, interactive, slowest', figure: interactive.percentile(100), unit: 'ms' },
  ];
}

/** From a factor typed in a calculator to the sum that somebody else reads. */
async function typeAndLook(url: string, program: Programme, sheet: SheetAddress): Promise<Row[]> {
  const server = { wsUrl: `${url.replace(/^http/, 'ws')}/sync` };
  const writer = join(server, sheet);
  const onlooker = join(server, program, { role: 'les', control: true });
  await Promise.all([writer.synced(), onlooker.synced()]);
  const calculation = {
    kind: 'faerre_oppgaver',
    factors: { kostnadPerOppgave: 1, unngaatteOppgaver: 1 },
    assumptions: '',
  } as const;
  const gevinst = done(writer.doc, addGevinst({ slag: 'unngaatte_kostnader', calculation }));
  const shown = async () => {
    const path = `/api/programs/${program.id}/portfolio?ark=${sheet.id}&antall=1`;
    const headers = { authorization: `Bearer ${program.keys.les}` };
    const answer = (await (await fetch(url + path, { headers })).json()) as PortfolioAnswer;
    return answer.sums.kroner.potensial.byYear['2027'];
  };
  await until(async () => (await shown()) === 1, 'the first sum');
  const [told, seen] = [new Samples(), new Samples()];
  for (let factor = 2; factor < FACTORS; factor += 1) {
    const before = onlooker.control.length;
    const startedAt = performance.now();
    done(writer.doc, setFactor(gevinst, 'kostnadPerOppgave', factor));
    await until(() => onlooker.control.length > before, 'the onlooker is told');
    told.add(performance.now() - startedAt);
    await until(async () => (await shown()) === factor, 'the sum');
    seen.add(performance.now() - startedAt);
  }
  writer.leave();
  onlooker.leave();
  return [
    { what: 'typed to told, median', figure: told.percentile(50), unit: 'ms' },
    { what: 'typed to shown, median', figure: seen.percentile(50), unit: 'ms' },
    {
      what: 'typed to shown, most',
      figure: seen.percentile(100),
      unit: 'ms',
      atMost: TYPED_TO_SHOWN_MS,
    },
  ];
}

// What it costs those who write

async function compareTyping(): Promise<Row[]> {
  const [without, beside, ratio] = [new Samples(), new Samples(), new Samples()];
  for (let run = 0; run < RUNS; run += 1) {
    const [off = Number.NaN, on = Number.NaN] = await typeInTurns(SEED + run);
    without.add(off);
    beside.add(on);
    ratio.add(on / off);
  }
  const what = `${TYPISTS} people type, others have it, 99 %`;
  return [
    { what, figure: without.percentile(50), unit: 'ms' },
    { what: 'the same with projection', figure: beside.percentile(50), unit: 'ms' },
    { what: 'with projection, of that without, least', figure: ratio.percentile(0), unit: '' },
    {
      what: 'with projection, of that without',
      figure: ratio.percentile(50),
      unit: '',
      atMost: PROPAGATION_RATIO,
    },
    { what: 'with projection, of that without, most', figure: ratio.percentile(100), unit: '' },
  ];
}

/** Until how late 99 % had it, without projection and with. */
async function typeInTurns(seed: number): Promise<readonly (number | undefined)[]> {
  const own = temporaryStorage();
  const entry = `${import.meta.dirname}/projectionServer.ts`;
  const work = { typists: TYPISTS, seed, warmUpMs: WARM_UP_MS, measureMs: MEASURE_MS };
  const typing = async ({ url, pid }: { url: string; pid: number }) => {
    const { outcome } = await type(url, await createExample(url), work, pid);
    return outcome.propagationByTurn.map(([, , p99]) => p99);
  };
  try {
    return await withServer(own, typing, { entry });
  } finally {
    own.remove();
  }
}

// Servers

async function withServer<T>(
  { dataDir }: Storage,
  work: (server: { readonly url: string; readonly pid: number }) => Promise<T>,
  how: { readonly entry?: string } = {},
): Promise<T> {
  const server = ServerProcess.start({ dataDir, ...how });
  try {
    const value = await work({ url: await server.ready, pid: server.pid });
    await server.stop();
    return value;
  } finally {
    server.kill();
    await server.ended;
  }
}

async function post(url: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return response.json();
}
