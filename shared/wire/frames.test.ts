import * as fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { always } from '../../tests/world/always.ts';
import {
  type ControlFrame,
  countsAsSent,
  encodeControl,
  MESSAGE_CONTROL,
  NOTICES,
  readControl,
} from './frames.ts';

const FRAMES: readonly ControlFrame[] = [
  { type: 'welcome', role: 'rediger', serverTime: 1_767_225_600_000, nodeId: 'node-å' },
  { type: 'saved', count: 0 },
  { type: 'saved', count: 2 ** 40 },
  ...NOTICES.map((code) => ({ type: 'notice', code }) as const),
  { type: 'readmodel', version: 7 },
];

function bodyOf(frame: Uint8Array): decoding.Decoder {
  const decoder = decoding.createDecoder(frame);
  expect(decoding.readVarUint(decoder)).toBe(MESSAGE_CONTROL);
  return decoder;
}

function bodyWith(value: unknown): decoding.Decoder {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, typeof value === 'string' ? value : JSON.stringify(value));
  return decoding.createDecoder(encoding.toUint8Array(encoder));
}

function sent(write: (encoder: encoding.Encoder) => void, type = 0): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

describe('control frames', () => {
  test.each(FRAMES)('%j is read as it was written', (frame) => {
    expect(readControl(bodyOf(encodeControl(frame)))).toEqual(frame);
  });

  test('are varUint 120 and one varString of JSON', () => {
    const decoder = bodyOf(encodeControl({ type: 'saved', count: 3 }));
    expect(JSON.parse(decoding.readVarString(decoder))).toEqual({ type: 'saved', count: 3 });
    expect(decoding.hasContent(decoder)).toBe(false);
  });

  test.each([
    { type: 'fra fremtiden', a: 1 },
    { type: 'saved', count: -1 },
    { type: 'saved', count: 1.5 },
    { type: 'welcome', role: 'admin', serverTime: 1, nodeId: 'a' },
    { type: 'notice', code: 'ukjent' },
    'ikke JSON',
    null,
    [],
  ])('%j is not one that this client knows', (value) => {
    expect(readControl(bodyWith(value))).toBeUndefined();
  });

  test('more keys than this client knows are no hindrance', () => {
    expect(readControl(bodyWith({ type: 'saved', count: 1, shard: 2 }))).toEqual({
      type: 'saved',
      count: 1,
    });
  });

  test('reading never throws, however the frame is cut or made up', () => {
    const whole = encodeControl({ type: 'saved', count: 3 });
    for (let length = 1; length < whole.length; length += 1) {
      expect(readControl(bodyOf(whole.slice(0, length)))).toBeUndefined();
    }
    always(fc.uint8Array({ maxLength: 30 }), (bytes) => {
      readControl(decoding.createDecoder(bytes));
    });
  });
});

describe('what counts as sent', () => {
  const doc = new Y.Doc();
  doc.getText('a').insert(0, 'x');

  test('step 2 and updates do', () => {
    expect(countsAsSent(sent((encoder) => writeSyncStep2(encoder, doc)))).toBe(true);
    expect(countsAsSent(sent((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(doc))))).toBe(
      true,
    );
  });

  test('step 1, awareness, queries and nothing do not', () => {
    expect(countsAsSent(sent((encoder) => writeSyncStep1(encoder, doc)))).toBe(false);
    expect(countsAsSent(sent((encoder) => encoding.writeVarUint(encoder, 1), 1))).toBe(false);
    expect(countsAsSent(sent((encoder) => encoding.writeVarUint(encoder, 2), 3))).toBe(false);
    expect(countsAsSent(new Uint8Array())).toBe(false);
    expect(countsAsSent(new Uint8Array([0]))).toBe(false);
  });
});
