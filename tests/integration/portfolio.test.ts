/** The portfolio over HTTP: live, and for those alone who may read the programme. */
import { expect, test } from 'vitest';
import type { GevinstId, TiltakId } from '../../shared/ids/ids.ts';
import type { PortfolioAnswer } from '../../shared/portfolio/portfolio.ts';
import { patchHeader } from '../../shared/program/commands/program.ts';
import { addGevinst, setFactor, setGevinstYear } from '../../shared/sheet/commands/gevinst.ts';
import { addTiltak } from '../../shared/sheet/commands/tiltak.ts';
import type { Participant } from '../world/participants.ts';
import type { TestProgram, TestSheet } from '../world/server.ts';
import { done } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { unzipText } from '../world/zip.ts';
import { stage } from './setup.ts';

const it = stage({ isShared: true });

async function aProgram(): Promise<TestProgram> {
  return it.server.createProgram({ name: 'Programmet', periodFrom: 2025, periodTo: 2028 });
}

async function inProgram(program: TestProgram, title: string): Promise<TestSheet> {
  const { id: programId, keys } = program;
  return it.server.createSheet({ title, programId, programKey: keys.rediger });
}

async function ask(program: TestProgram, query = ''): Promise<PortfolioAnswer> {
  const path = `/api/programs/${program.id}/portfolio${query}`;
  const response = await it.server.call(path, { key: program.keys.les });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return (await response.json()) as PortfolioAnswer;
}

/** Somebody in the sheet with a tiltak and a gevinst that comes from it. */
async function writer(sheet: TestSheet): Promise<{
  readonly person: Participant;
  readonly tiltak: TiltakId;
  readonly gevinst: GevinstId;
}> {
  const person = await it.comes({ sheet });
  const tiltak = done(person.doc, addTiltak({ title: 'Felles innkjøp', ansvar: 'Kari' }));
  const draft = { slag: 'unngaatte_kostnader', title: 'Lavere pris', tiltak: [tiltak] } as const;
  const calculation = { kind: 'mindre_forbruk', factors: {}, assumptions: '' } as const;
  const gevinst = done(person.doc, addGevinst({ ...draft, calculation }));
  return { person, tiltak, gevinst };
}

const total = ({ sums }: PortfolioAnswer) => sums.kroner.potensial.total;

test('what is typed into a calculator is in the sum, and those who look are told', async () => {
  const program = await aProgram();
  const sheet = await inProgram(program, 'Innkjøp');
  const onlooker = await it.comes({ sheet: program, role: 'les', control: true });
  const { person, gevinst } = await writer(sheet);
  for (const [factor, value] of [
    ['forbruk', 100],
    ['reduksjon', 0.1],
    ['pris', 7],
  ] as const) {
    done(person.doc, setFactor(gevinst, factor, value));
  }
  await until(async () => {
    const answer = await ask(program);
    return total(answer) === 280 && answer.pending === 0;
  }, 'four years of 70 kroner, and nothing that waits');
  await until(async () => {
    const told = onlooker.control.findLast((frame) => frame.type === 'readmodel');
    return told?.version === (await ask(program)).version;
  }, 'the onlooker knows of the newest version');
  const { items, problems, pending } = await ask(program, '?stage=potensial&aar=2026');
  expect(items).toMatchObject([{ title: 'Lavere pris', estimate: { '2026': 70 } }]);
  expect([problems, pending]).toEqual([[], 0]);
});

test('the period of the programme decides which years count', async () => {
  const program = await aProgram();
  const { person, gevinst } = await writer(await inProgram(program, 'Innkjøp'));
  done(person.doc, setGevinstYear(gevinst, 'estimate', '2030', 5));
  await until(async () => (await ask(program)).sums.gevinster === 1);
  expect(total(await ask(program))).toBe(0);
  const leader = await it.comes({ sheet: program, role: 'fasilitator' });
  done(leader.doc, patchHeader({ periodTo: 2030 }));
  await until(async () => total(await ask(program)) === 5, 'the longer period');
});

test('a sheet that leaves the programme takes its rows along', async () => {
  const program = await aProgram();
  const sheet = await inProgram(program, 'Innkjøp');
  const { person, gevinst } = await writer(sheet);
  done(person.doc, setGevinstYear(gevinst, 'estimate', '2026', 5));
  await until(async () => total(await ask(program)) === 5);
  const path = `/api/programs/${program.id}/sheets/${sheet.id}`;
  await it.server.call(path, { method: 'DELETE', key: program.keys.rediger });
  await until(async () => (await ask(program)).items.length === 0, 'no rows');
});

test('nobody sees it without a key to the programme', async () => {
  const [program, other] = [await aProgram(), await aProgram()];
  const sheet = await inProgram(program, 'Innkjøp');
  for (const path of ['portfolio', 'portfolio/export/csv']) {
    const codeWith = async (key: string | undefined) => {
      const call = await it.server.call(`/api/programs/${program.id}/${path}`, {
        ...(key === undefined ? {} : { key }),
      });
      return ((await call.json()) as { error: { code: string } }).error.code;
    };
    expect(await codeWith(undefined)).toBe('key.missing');
    expect(await codeWith(other.keys.fasilitator)).toBe('key.wrong');
    expect(await codeWith(sheet.keys.fasilitator)).toBe('key.wrong');
  }
  const asProgram = await it.server.call(`/api/programs/${sheet.id}/portfolio`, {
    key: sheet.keys.fasilitator,
  });
  expect(asProgram.status).toBe(404);
});

test.each([
  ['?enhet=x', 'Se på: enhet.'],
  ['?side=0', 'Se på: side.'],
  ['?sorter=navn', 'Disse finnes:'],
])('a query that cannot be is refused: %s', async (query, detail) => {
  const program = await aProgram();
  const response = await it.server.call(`/api/programs/${program.id}/portfolio${query}`, {
    key: program.keys.les,
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(detail);
});

test('it is exported as it is filtered', async () => {
  const program = await aProgram();
  const { person, gevinst } = await writer(await inProgram(program, 'Innkjøp'));
  done(person.doc, setGevinstYear(gevinst, 'estimate', '2026', 1234.5));
  await until(async () => total(await ask(program)) === 1234.5);
  const file = (format: string, query = '') =>
    it.server.call(`/api/programs/${program.id}/portfolio/export/${format}${query}`, {
      key: program.keys.les,
    });
  const csv = await file('csv');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toContain('Portef%C3%B8lje.csv');
  expect(await csv.text()).toContain('Felles innkjøp;Kari;;;1234,5;;;kr;');
  expect(await (await file('csv', '?slag=spart_tid')).text()).not.toContain('1234,5');
  const xlsx = unzipText(new Uint8Array(await (await file('xlsx')).arrayBuffer()));
  expect([...xlsx.values()].join('')).toContain('Lavere pris');
  expect((await file('pdf')).status).toBe(404);
});
