/** Neither keys nor anything that people write ever reach the log or the metrics. */
import { expect, test } from 'vitest';
import { type FaultyJournal, faulty, UNAVAILABLE } from '../world/faultyJournal.ts';
import { updateMessage } from '../world/rawSocket.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

let journal: FaultyJournal;
const it = stage({
  limits: { retryFirstMs: 5, retryMaxMs: 10 },
  adapters: (real) => {
    journal = faulty(real.journal);
    return { ...real, journal };
  },
});

const SECRET = 'hemmelig-innhold-4711';

test('a whole workshop, with everything that can go wrong, leaves no key and no word in the log', async () => {
  const { server, sheet } = it;
  const kari = await it.comes({ control: true });
  kari.provider.awareness.setLocalStateField('user', { name: SECRET });
  kari.text.insert(0, SECRET);
  kari.doc.getMap('tiltak').set(SECRET, SECRET);
  const ola = await it.comes();
  await until(() => ola.text.toString() === SECRET);

  const calls: [string, RequestInit & { key?: string }][] = [
    [`/api/sheets/${sheet.id}`, { key: sheet.keys.les }],
    [`/api/sheets/${sheet.id}?nokkel=${sheet.keys.les}`, {}],
    [`/${SECRET}?nokkel=${sheet.keys.les}`, {}],
    [`/api/sheets/${SECRET}`, { key: sheet.keys.les }],
    [`/api/sheets/${sheet.id}/export/${SECRET}`, { key: sheet.keys.les }],
    ['/api/sheets', { method: 'POST', body: `{"title": ${SECRET}` }],
    ['/api/sheets', { method: 'POST', body: JSON.stringify({ [SECRET]: SECRET }) }],
    [
      `/api/sheets/${sheet.id}/import`,
      { method: 'POST', key: sheet.keys.rediger, body: `"${SECRET}"` },
    ],
  ];
  for (const [path, init] of calls) {
    const response = await server.call(path, {
      ...init,
      headers: { 'content-type': 'application/json' },
    });
    // Nor is it repeated to whoever asks.
    if (!response.ok) expect(await response.text()).not.toContain(SECRET);
  }
  const reader = await it.comes({ role: 'les' });
  reader.text.insert(0, SECRET);
  await until(() => reader.closeCodes.length === 1);
  for (const bytes of [SECRET, updateMessage(new TextEncoder().encode(SECRET))]) {
    const raw = await it.raw();
    raw.send(bytes);
    await raw.closed;
  }
  const wrong = it.tries({ key: `${SECRET}-nøkkel` });
  await until(() => wrong.attempts() >= 2);
  wrong.leave();
  journal.fault = new Error(SECRET, { cause: UNAVAILABLE });
  kari.text.insert(0, SECRET);
  await until(() => server.log().includes('store.unavailable'));
  journal.fault = undefined;
  await until(() => server.log().includes('store.recovered'));
  await it.server.call(`/api/sheets/${sheet.id}/keys/rotate`, {
    method: 'POST',
    key: sheet.keys.fasilitator,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles: ['les', 'rediger'] }),
  });
  await until(() => ola.closeCodes.includes(4410));

  const log = server.log();
  expect(log).toContain('connection.refused');
  const metrics = await (await server.call('/metrics')).text();
  for (const text of [log, metrics]) {
    expect(text).not.toContain(SECRET);
    for (const key of Object.values(sheet.keys)) expect(text).not.toContain(key);
  }
  for (const line of log.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
});
