import { afterEach, beforeEach, expect, test } from 'vitest';
import { join, type Participant, type ParticipantOptions } from '../world/participants.ts';
import { startServer, type TestServer, type TestSheet } from '../world/server.ts';
import { until } from '../world/until.ts';

let server: TestServer;
let sheet: TestSheet;
let people: Participant[] = [];

beforeEach(async () => {
  server = await startServer();
  sheet = await server.createSheet();
});

afterEach(async () => {
  for (const person of people) person.leave();
  people = [];
  await server.stop();
});

async function comes(options: ParticipantOptions = {}): Promise<Participant> {
  const person = join(server, sheet, options);
  people.push(person);
  await person.synced();
  return person;
}

test('two stock clients write at once and see the same', async () => {
  const [kari, ola] = [await comes(), await comes()];
  kari.text.insert(0, 'Kari skriver. ');
  ola.text.insert(0, 'Ola skriver. ');
  await until(() => kari.text.length === 27 && ola.text.length === 27);
  expect(kari.text.toString()).toBe(ola.text.toString());
});

test('what was written is counted as saved', async () => {
  const kari = await comes({ control: true });
  kari.text.insert(0, 'a');
  kari.text.insert(1, 'b');
  await until(() => kari.saved() === 3);
  expect(kari.control[0]).toMatchObject({ type: 'welcome', role: 'rediger' });
});
