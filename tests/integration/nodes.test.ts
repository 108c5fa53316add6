/** Two nodes in one process that share a journal, records and a relay. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Adapters } from '../../server/app.ts';
import { join, type Participant } from '../world/participants.ts';
import { startServer, type TestServer, type TestSheet } from '../world/server.ts';
import { until } from '../world/until.ts';

let north: TestServer;
let south: TestServer;
let sheet: TestSheet;
let people: Participant[] = [];

beforeEach(async () => {
  let shared: Adapters | undefined;
  north = await startServer({
    adapters: (real) => {
      shared = real;
      return real;
    },
  });
  south = await startServer({ adapters: (real) => shared ?? real });
  sheet = await north.createSheet();
});

afterEach(async () => {
  for (const person of people) person.leave();
  people = [];
  await south.kill();
  await north.kill();
});

async function comes(server: TestServer): Promise<Participant> {
  const person = join(server, sheet);
  people.push(person);
  await person.synced();
  return person;
}

test('RM-29 people on two nodes write in the same sheet', async () => {
  const [kari, ola] = [await comes(north), await comes(south)];
  for (let i = 0; i < 20; i++) {
    kari.text.insert(0, `k${i} `);
    ola.text.insert(0, `o${i} `);
  }
  await until(() => kari.text.length === ola.text.length && kari.text.length === 140);
  expect(kari.text.toString()).toBe(ola.text.toString());
});

test('RM-29 a node that comes late asks the other for what is not stored yet', async () => {
  const kari = await comes(north);
  kari.text.insert(0, 'skrevet i nord');
  const ola = await comes(south);
  await until(() => ola.text.toString() === 'skrevet i nord');
});

test('RM-28 RM-29 a key revoked on one node ends its connections on the other', async () => {
  const ola = await comes(south);
  const response = await north.call(`/api/sheets/${sheet.id}/keys/rotate`, {
    method: 'POST',
    key: sheet.keys.fasilitator,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles: ['rediger'] }),
  });
  expect(response.status).toBe(200);
  await until(() => ola.closeCodes.length === 1);
  expect(ola.closeCodes).toEqual([4410]);
});
