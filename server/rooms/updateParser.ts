/**
 * Reads a Yjs update (format 1) without building anything from it: where each struct begins and
 * ends, what it refers to, and what it deletes. Stricter than Yjs' own reader, which trusts its
 * peers: whatever this accepts, every peer can decode, apply and encode again. It throws
 * `MalformedUpdate` for anything else.
 */
import * as decoding from 'lib0/decoding';

/** Bytes that no Yjs peer writes. */
export class MalformedUpdate extends Error {
  override readonly name = 'MalformedUpdate';
}

/** One operation's address: the `clock`-th operation of a client. */
export interface Ref {
  readonly client: number;
  readonly clock: number;
}

/** One struct: the clocks `[clock, end)` of its client, and what must exist before it. */
export interface ParsedStruct {
  readonly clock: number;
  readonly end: number;
  readonly needs: readonly Ref[];
}

/** The structs of one client, gapless from the first one's clock. */
export interface ParsedRun {
  readonly client: number;
  readonly structs: readonly ParsedStruct[];
}

export interface DeleteRange {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
}

export interface ParsedUpdate {
  readonly runs: readonly ParsedRun[];
  readonly deletes: readonly DeleteRange[];
  /** Whether the writer itself lacked something: a hole in what it sent. */
  readonly hasSkips: boolean;
}

const GC = 0;
const SKIP = 10;
const REF_MASK = 0b0001_1111;
const HAS_PARENT_SUB = 0b0010_0000;
const HAS_RIGHT_ORIGIN = 0b0100_0000;
const HAS_ORIGIN = 0b1000_0000;

const XML_ELEMENT = 3;
const XML_HOOK = 5;
const LAST_TYPE_REF = 6;

/** No person types a trillion characters; a larger clock only serves to break arithmetic. */
const MAX_CLOCK = 2 ** 40;
/** Every writer's session is one client; an update of more than this is no person's. */
const MAX_CLIENTS = 20_000;
/** Values nested deeper than this could overflow the stack of some peer. */
const MAX_DEPTH = 64;

const NO_NEEDS: readonly Ref[] = [];

/** Reads the whole of `update`; bytes left over are malformed too. */
export function parseUpdate(update: Uint8Array): ParsedUpdate {
  try {
    const decoder = decoding.createDecoder(update);
    const skips = { found: false };
    const runs = readRuns(decoder, skips);
    const deletes = readDeletes(decoder);
    if (decoder.pos !== update.length) throw new MalformedUpdate('trailing bytes');
    return { runs, deletes, hasSkips: skips.found };
  } catch (error) {
    if (error instanceof MalformedUpdate) throw error;
    throw new MalformedUpdate('undecodable', { cause: error });
  }
}

/** The clocks of a state vector; throws `MalformedUpdate`. */
export function parseStateVector(bytes: Uint8Array): ReadonlyMap<number, number> {
  try {
    const decoder = decoding.createDecoder(bytes);
    const vector = new Map<number, number>();
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      vector.set(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
    }
    if (decoder.pos !== bytes.length) throw new MalformedUpdate('trailing bytes');
    return vector;
  } catch (error) {
    if (error instanceof MalformedUpdate) throw error;
    throw new MalformedUpdate('undecodable', { cause: error });
  }
}

function readRuns(decoder: decoding.Decoder, skips: { found: boolean }): ParsedRun[] {
  const count = decoding.readVarUint(decoder);
  if (count > MAX_CLIENTS) throw new MalformedUpdate('too many clients');
  const seen = new Set<number>();
  const runs: ParsedRun[] = [];
  for (let i = 0; i < count; i++) {
    const structCount = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    if (seen.has(client)) throw new MalformedUpdate('a client twice');
    seen.add(client);
    runs.push({ client, structs: readStructs(decoder, client, structCount, skips) });
  }
  return runs;
}

function readStructs(
  decoder: decoding.Decoder,
  client: number,
  count: number,
  skips: { found: boolean },
): ParsedStruct[] {
  const structs: ParsedStruct[] = [];
  let clock = decoding.readVarUint(decoder);
  for (let i = 0; i < count; i++) {
    const info = readByte(decoder);
    const kind = info & REF_MASK;
    let needs = NO_NEEDS;
    let length: number;
    if (kind === GC || kind === SKIP) {
      if (info !== kind) throw new MalformedUpdate('flags on a struct without content');
      if (kind === SKIP) skips.found = true;
      length = decoding.readVarUint(decoder);
    } else {
      needs = readNeeds(decoder, info, client, clock);
      length = readContent(decoder, kind);
    }
    const end = clock + length;
    if (length < 1 || end > MAX_CLOCK) throw new MalformedUpdate('impossible length');
    structs.push({ clock, end, needs });
    clock = end;
  }
  return structs;
}

/** Origins and parent. A reference to a later operation of the same client can never be met. */
function readNeeds(
  decoder: decoding.Decoder,
  info: number,
  client: number,
  clock: number,
): readonly Ref[] {
  const needs: Ref[] = [];
  const readRef = () => {
    const ref = { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) };
    if (ref.client === client && ref.clock >= clock) throw new MalformedUpdate('needs itself');
    needs.push(ref);
  };
  if ((info & HAS_ORIGIN) !== 0) readRef();
  if ((info & HAS_RIGHT_ORIGIN) !== 0) readRef();
  if (needs.length > 0) return needs;
  const parentIsRoot = decoding.readVarUint(decoder);
  if (parentIsRoot === 1) decoding.readVarString(decoder);
  else if (parentIsRoot === 0) readRef();
  else throw new MalformedUpdate('unknown kind of parent');
  if ((info & HAS_PARENT_SUB) !== 0) decoding.readVarString(decoder);
  return needs.length > 0 ? needs : NO_NEEDS;
}

/** Reads past an item's content; the number of clocks it takes. */
function readContent(decoder: decoding.Decoder, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return decoding.readVarUint(decoder);
    case 2: // JSON values
      return repeat(decoder, readJsonOrUndefined);
    case 3: // binary
      decoding.readVarUint8Array(decoder);
      return 1;
    case 4: // string, counted in UTF-16 units
      return decoding.readVarString(decoder).length;
    case 5: // embed
      readJson(decoding.readVarString(decoder));
      return 1;
    case 6: // format: key and value
      decoding.readVarString(decoder);
      readJson(decoding.readVarString(decoder));
      return 1;
    case 7:
      readType(decoder);
      return 1;
    case 8: // any values
      return repeat(decoder, (each) => readAny(each, 0));
    case 9:
      readSubdocument(decoder);
      return 1;
    default:
      throw new MalformedUpdate('unknown content');
  }
}

function repeat(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => void): number {
  const count = decoding.readVarUint(decoder);
  for (let i = 0; i < count; i++) read(decoder);
  return count;
}

function readType(decoder: decoding.Decoder): void {
  const ref = decoding.readVarUint(decoder);
  if (ref > LAST_TYPE_REF) throw new MalformedUpdate('unknown type');
  if (ref === XML_ELEMENT || ref === XML_HOOK) decoding.readVarString(decoder);
}

/** A subdocument's options become arguments of `new Y.Doc`: only those that Yjs writes pass. */
function readSubdocument(decoder: decoding.Decoder): void {
  decoding.readVarString(decoder);
  if (readByte(decoder) !== 118) throw new MalformedUpdate('subdocument without options');
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const key = decoding.readVarString(decoder);
    if (key === 'meta') readAny(decoder, 1);
    else if (key !== 'gc' && key !== 'autoLoad') throw new MalformedUpdate('unknown option');
    else if (![120, 121].includes(readByte(decoder))) throw new MalformedUpdate('ill-typed option');
  }
}

function readJsonOrUndefined(decoder: decoding.Decoder): void {
  const text = decoding.readVarString(decoder);
  if (text !== 'undefined') readJson(text);
}

function readJson(text: string): void {
  if (!isShallow(JSON.parse(text), 0)) throw new MalformedUpdate('nested too deep');
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= MAX_DEPTH) return false;
  return Object.values(value).every((each) => isShallow(each, depth + 1));
}

/** A lib0 "any" value; its first byte says what it is. */
function readAny(decoder: decoding.Decoder, depth: number): void {
  if (depth > MAX_DEPTH) throw new MalformedUpdate('nested too deep');
  const tag = readByte(decoder);
  switch (tag) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      decoding.readVarInt(decoder);
      return;
    case 124:
      decoding.readFloat32(decoder);
      return;
    case 123:
      decoding.readFloat64(decoder);
      return;
    case 122:
      decoding.readBigInt64(decoder);
      return;
    case 119:
      decoding.readVarString(decoder);
      return;
    case 118:
      repeat(decoder, (each) => {
        decoding.readVarString(each);
        readAny(each, depth + 1);
      });
      return;
    case 117:
      repeat(decoder, (each) => readAny(each, depth + 1));
      return;
    case 116:
      decoding.readVarUint8Array(decoder);
      return;
    default:
      throw new MalformedUpdate('unknown value');
  }
}

function readDeletes(decoder: decoding.Decoder): DeleteRange[] {
  const ranges: DeleteRange[] = [];
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clock = decoding.readVarUint(decoder);
      const end = clock + decoding.readVarUint(decoder);
      if (end <= clock || end > MAX_CLOCK) throw new MalformedUpdate('impossible length');
      ranges.push({ client, clock, end });
    }
  }
  return ranges;
}

/** lib0's own `readUint8` reads past the end without a word. */
function readByte(decoder: decoding.Decoder): number {
  const byte = decoder.arr[decoder.pos++];
  if (byte === undefined) throw new MalformedUpdate('ends too soon');
  return byte;
}
