/** A municipality's programme as a store can hold it: many sheets, filled at random from a seed. */
import * as Y from 'yjs';
import type { Journal } from '../../server/journal/port.ts';
import type { NewDocument, Records } from '../../server/records/port.ts';
import {
  type EnhetId,
  mintId,
  type ProgramId,
  type SheetId,
  type TiltakId,
} from '../../shared/ids/ids.ts';
import { addEntity } from '../../shared/program/commands/program.ts';
import type { Draft } from '../../shared/sheet/commands/entities.ts';
import { addGevinst } from '../../shared/sheet/commands/gevinst.ts';
import { patchHeader } from '../../shared/sheet/commands/header.ts';
import { addMaaling } from '../../shared/sheet/commands/maaling.ts';
import { BESLUTNINGER, GEVINST_SLAG, TILTAK_STATUS } from '../../shared/sheet/schema/vocabulary.ts';
import { aSheet, at, aWriter, done, type SeededRandom } from '../world/sheets.ts';

export interface Size {
  readonly sheets: number;
  readonly tiltakPerSheet: number;
  readonly gevinsterPerSheet: number;
  readonly maalingerPerSheet: number;
  readonly valuesPerMaaling: number;
}

const ENHETER = 60;
const YEARS = ['2026', '2027', '2028', '2029'] as const;
const BATCH = 50;
const WORDS =
  'felles innkjøp avtale sykehjem skole barnehage vikar digital post vedlikehold rutine tilsyn';

/** Adds enheter to the programme and fills it with sheets; answers the enheter. */
export async function fillProgram(
  { journal, records }: { readonly journal: Journal; readonly records: Records },
  programId: ProgramId,
  size: Size,
  random: SeededRandom,
): Promise<readonly EnhetId[]> {
  const enheter = await addEnheter(journal, programId, random);
  for (let made = 0; made < size.sheets; made += BATCH) {
    const count = Math.min(BATCH, size.sheets - made);
    const documents = Array.from({ length: count }, (_, index) =>
      aDocument(programId, at(enheter, random.int(enheter.length)), size, made + index, random),
    );
    await records.createSheets(documents);
  }
  return enheter;
}

async function addEnheter(
  journal: Journal,
  programId: ProgramId,
  random: SeededRandom,
): Promise<readonly EnhetId[]> {
  const documentId = programId as string as SheetId;
  const stored = await journal.load(documentId);
  const doc = new Y.Doc();
  for (const update of [stored?.snapshot, ...(stored?.updates ?? [])]) {
    if (update !== undefined) Y.applyUpdate(doc, update);
  }
  const enheter: EnhetId[] = [];
  const before = Y.encodeStateVector(doc);
  for (let i = 0; i < ENHETER; i += 1) {
    const parent = i === 0 ? null : at(enheter, random.int(Math.min(i, 12)));
    const name = `Enhet ${i} for ${words(random, 2)}`;
    enheter.push(done(doc, addEntity('enheter', { name, parent }), aWriter(i + 1)));
  }
  await journal.append(documentId, [Y.encodeStateAsUpdate(doc, before)]);
  return enheter;
}

function aDocument(
  programId: ProgramId,
  enhetId: EnhetId,
  size: Size,
  number: number,
  random: SeededRandom,
): NewDocument {
  const { doc, ids, writer } = aSheet({
    seed: number + 1,
    header: { title: `${words(random, 3)} ${number}`, kind: 'dypdykk' },
    tiltak: Array.from({ length: size.tiltakPerSheet }, () => ({
      title: words(random, 4),
      description: words(random, 20),
      ansvar: random.chance(0.8) ? words(random, 1) : '',
      frist: aDay(random),
      status: random.pick(TILTAK_STATUS),
      beslutning: random.pick(BESLUTNINGER),
    })),
  });
  done(doc, patchHeader({ enhetId }), writer);
  const gevinster = Array.from({ length: size.gevinsterPerSheet }, () => {
    const tiltak = random.shuffled(ids.tiltak).slice(0, 1 + random.int(2));
    return done(doc, addGevinst(aGevinst(tiltak.toSorted(), random)), writer);
  });
  for (let i = 0; i < size.maalingerPerSheet; i += 1) {
    const common = { gevinster: [at(gevinster, random.int(gevinster.length))], unit: 'antall' };
    const series = aSeries(size.valuesPerMaaling, random);
    const start = { value: 100, date: '2025-01-01' };
    const target = { value: 20 + random.int(60), date: '2027-12-31' };
    const draft = { ...common, name: words(random, 3), start, target, series };
    done(doc, addMaaling({ ...draft, frequency: 'maanedlig' }), writer);
  }
  const sheetId = mintId<SheetId>(random.bytes);
  const sheet = { sheetId, kind: 'dypdykk', createdAt: Date.now(), programId } as const;
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { sheet, keys: [], state };
}

function aGevinst(tiltak: readonly TiltakId[], random: SeededRandom): Draft<'gevinster'> {
  const slag = random.pick(GEVINST_SLAG);
  const amounts = () =>
    Object.fromEntries(
      YEARS.filter(() => random.chance(0.5)).map((year) => [year, random.int(2_000_000) / 4]),
    );
  const common = { slag, tiltak, title: words(random, 4), description: words(random, 15) };
  const people = { eier: random.chance(0.7) ? words(random, 1) : '', ansvarlig: words(random, 1) };
  const tables = { estimate: amounts(), realised: amounts(), budsjettvirkning: {} };
  const realiseresDato = aDay(random);
  if (slag !== 'spart_tid') return { ...common, ...people, ...tables, realiseresDato };
  const factors = { antall: 1 + random.int(9999), minutterFor: 30, minutterEtter: random.int(30) };
  const calculation = { kind: 'spart_tid', factors, assumptions: words(random, 10) } as const;
  return { ...common, ...people, ...tables, realiseresDato, calculation };
}

function aSeries(length: number, random: SeededRandom) {
  const first = Date.parse('2024-01-01');
  return Array.from({ length }, (_, index) => ({
    date: new Date(first + index * 7 * 86_400_000).toISOString().slice(0, 10),
    value: 100 - random.int(60),
    comment: '',
  }));
}

function aDay(random: SeededRandom): string {
  const [month, day] = [1 + random.int(12), 1 + random.int(28)];
  return `${2025 + random.int(4)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function words(random: SeededRandom, count: number): string {
  const all = WORDS.split(' ');
  return Array.from({ length: count }, () => random.pick(all)).join(' ');
}
