/**
 * A day's workshop on one sheet, thirty people for three hours in simulated time: how large the
 * document has become, beside a fresh one with the same content, and how much longer its canvas
 * takes to open in a browser.
 */
import { gzipSync } from 'node:zlib';
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { parseId, type SheetId } from '../../shared/ids/ids.ts';
import { importSnapshot } from '../../shared/sheet/commands/import.ts';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { readByHttp } from '../crash/freshReader.ts';
import { parseSheetAddress } from '../crash/ledger.ts';
import { temporaryStorage } from '../crash/storage.ts';
import { join } from '../world/participants.ts';
import { ServerProcess } from '../world/realServer.ts';
import { done } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { openCanvasByLink } from './canvasOpening.ts';
import { machineFacts, type Row, report } from './report.ts';
import { Samples } from './samples.ts';
import { freshDocument, holdWorkshop } from './workshopDay.ts';

const PEOPLE = 30;
const HOURS = 3;
const SEED = 20_261_122;
const TIMES_FRESH = 2.5;
const TIMES_FRESH_TO_OPEN = 1.5;
const OPENINGS = 3;
const SLOWDOWN = 4;
const KIB = 1024;

const linkSchema = z.object({ links: z.object({ rediger: z.string() }) });

console.log(`${PEOPLE} people, ${HOURS} hours, seed ${SEED}.`);
const machine = machineFacts();
const storage = temporaryStorage();
process.once('exit', () => storage.remove());
const server = ServerProcess.start({ dataDir: storage.dataDir });
const url = await server.ready;
const worked = await createSheet({ example: 'avtalelojalitet' });
const start = Y.encodeStateAsUpdate(await readByHttp(url, worked.address));
const workshop = holdWorkshop(start, { people: PEOPLE, hours: HOURS, seed: SEED }, (hour) =>
  console.log(`  hour ${hour}`),
);
const rows: Row[] = [...sizes(), ...(await openings())];
await server.stop();
report('workshop', rows, machine);
// An awareness that is still open holds the process.
process.exit(0);

function sizes(): Row[] {
  const { doc, updates, updateBytes } = workshop;
  const [state, fresh] = [doc, freshDocument(doc, SEED)].map((each) => Y.encodeStateAsUpdate(each));
  if (state === undefined || fresh === undefined) throw new RangeError('Two documents');
  return [
    { what: 'updates', figure: updates, unit: '' },
    { what: 'all updates sent', figure: updateBytes / KIB, unit: 'KiB' },
    { what: 'notes', figure: doc.getMap('lapper').size, unit: '' },
    { what: 'drawings, arrows, bindings', figure: doc.getMap('canvas').size, unit: '' },
    { what: 'writers in it', figure: doc.store.clients.size, unit: '' },
    { what: 'document', figure: state.length / KIB, unit: 'KiB' },
    { what: 'document, gzip', figure: gzipSync(state).length / KIB, unit: 'KiB' },
    { what: 'fresh document', figure: fresh.length / KIB, unit: 'KiB' },
    { what: 'fresh document, gzip', figure: gzipSync(fresh).length / KIB, unit: 'KiB' },
    {
      what: 'document against fresh',
      figure: state.length / fresh.length,
      unit: 'times',
      atMost: TIMES_FRESH,
    },
  ];
}

/** By turns, so that whatever else the machine does meanwhile meets both. */
async function openings(): Promise<Row[]> {
  const { doc } = workshop;
  await write(worked, (to) => Y.applyUpdate(to, Y.encodeStateAsUpdate(doc)));
  const fresh = await createSheet({ kind: 'dypdykk', title: 'Avtalelojalitet' });
  await write(fresh, (to) => done(to, importSnapshot(readSnapshot(doc).snapshot)));
  const [workedMs, freshMs] = [new Samples(), new Samples()];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    freshMs.add((await openCanvasByLink(fresh.link, SLOWDOWN)).interactive);
    workedMs.add((await openCanvasByLink(worked.link, SLOWDOWN)).interactive);
  }
  const [freshMedian, workedMedian] = [freshMs.percentile(50), workedMs.percentile(50)];
  return [
    { what: `${SLOWDOWN}×  canvas interactive, fresh`, figure: freshMedian, unit: 'ms' },
    { what: `${SLOWDOWN}×  canvas interactive, worked`, figure: workedMedian, unit: 'ms' },
    {
      what: 'opening, against fresh',
      figure: workedMedian / freshMedian,
      unit: 'times',
      atMost: TIMES_FRESH_TO_OPEN,
    },
  ];
}

interface Sheet {
  readonly link: string;
  readonly address: ReturnType<typeof parseSheetAddress>;
}

async function createSheet(body: object): Promise<Sheet> {
  const response = await fetch(`${url}/api/sheets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return { link: linkSchema.parse(answer).links.rediger, address: parseSheetAddress(answer) };
}

/** Resolves once the server has what was written. */
async function write({ address }: Sheet, change: (doc: Y.Doc) => void): Promise<void> {
  const id = parseId<SheetId>(address.id);
  if (id === undefined) throw new Error(`No sheet id: ${address.id}`);
  const wsUrl = `${url.replace(/^http/, 'ws')}/sync`;
  const somebody = join({ wsUrl }, { ...address, id });
  await somebody.synced();
  change(somebody.doc);
  const written = Y.encodeStateVector(somebody.doc);
  await until(async () => {
    const there = Y.encodeStateVector(await readByHttp(url, address));
    return Buffer.compare(there, written) === 0;
  }, 'the server has the document');
  somebody.leave();
}
