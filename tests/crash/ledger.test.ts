/** What counts as lost, and what does not. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { SheetLedger, type Written } from './ledger.ts';

const SHEET = { id: 'arket', keys: { les: 'l', rediger: 'r', fasilitator: 'f' } };

function aLedger(...values: (string | undefined)[]): {
  readonly ledger: SheetLedger;
  readonly written: readonly Written[];
} {
  const ledger = new SheetLedger(SHEET);
  return { ledger, written: values.map((value) => ledger.write('frist', value, 'raden')) };
}

const lostWhen = (ledger: SheetLedger, standing: string | undefined): number =>
  ledger.lostAcknowledged(standing === undefined ? new Map() : new Map([['frist', standing]]))
    .length;

test('what was acknowledged and does not stand is lost', () => {
  const { ledger, written } = aLedger('en');
  for (const each of written) ledger.acknowledge(each);
  expect(lostWhen(ledger, 'en')).toBe(0);
  expect(lostWhen(ledger, undefined)).toBe(1);
});

test('what was never acknowledged may stand or not', () => {
  const { ledger } = aLedger('en');
  expect([lostWhen(ledger, 'en'), lostWhen(ledger, undefined)]).toEqual([0, 0]);
});

test('an acknowledged value may have been written over, but not taken back', () => {
  const { ledger, written } = aLedger('en', 'to', 'tre');
  for (const each of written.slice(0, 2)) ledger.acknowledge(each);
  expect([lostWhen(ledger, 'to'), lostWhen(ledger, 'tre')]).toEqual([0, 0]);
  expect([lostWhen(ledger, 'en'), lostWhen(ledger, undefined)]).toEqual([1, 1]);
});

test('an acknowledged removal that did not last is lost', () => {
  const { ledger, written } = aLedger('en', undefined);
  for (const each of written) ledger.acknowledge(each);
  expect([lostWhen(ledger, undefined), lostWhen(ledger, 'en')]).toEqual([0, 1]);
});

test('what stands in a row that somebody removed says nothing', () => {
  const { ledger, written } = aLedger('en');
  for (const each of written) ledger.acknowledge(each);
  ledger.write('raden', 'here');
  expect(lostWhen(ledger, undefined)).toBe(1);
  ledger.write('raden', undefined);
  expect(lostWhen(ledger, undefined)).toBe(0);
});

test('all that was written is missing until it stands as last written', () => {
  const { ledger } = aLedger('en', 'to');
  expect(ledger.missing(new Map([['frist', 'to']]))).toEqual([]);
  expect(ledger.missing(new Map([['frist', 'en']]))).toEqual([
    { fact: 'frist', expected: 'to', standing: 'en' },
  ]);
});

test('operations and deletions are looked for by their bytes too', () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText('ord');
  text.insert(0, 'blåbær');
  text.delete(0, 3);

  const whole = new SheetLedger(SHEET);
  for (const update of updates) whole.acknowledgeBytes(update);
  expect(whole.lacksBytes(doc)).toBe(false);

  const undeleted = new Y.Doc();
  Y.applyUpdate(undeleted, updates[0] ?? new Uint8Array());
  const gapped = new Y.Doc();
  Y.applyUpdate(gapped, updates[1] ?? new Uint8Array());
  for (const poorer of [undeleted, gapped, new Y.Doc()]) {
    const ledger = new SheetLedger(SHEET);
    for (const update of updates) ledger.acknowledgeBytes(update);
    expect(ledger.lacksBytes(poorer)).toBe(true);
  }
});
