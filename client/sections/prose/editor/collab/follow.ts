/**
 * When somebody makes a paragraph a heading or a list item, or joins it to another, its words are
 * stored anew and the old paragraph is deleted, with whatever this person typed in it that the
 * other had not received. This finds where the words went, and which of one's own are missing
 * there, so that they can follow (PO-16). Everybody looks after their own words only, so nothing
 * is put back twice.
 */
import * as Y from 'yjs';
import { plainDelta } from '../../../text/delta.ts';
import { placeInTextblock, type SharedPlace } from './positions.ts';
import { type ContainerShadow, isTextblock, type TextblockShadow } from './shadow.ts';

/** Stands for a line break in the words of a textblock. */
const LEAF = '\ufffc';

/** Where the words of a deleted textblock are now. */
export interface Move {
  /** The texts that the words stood in, each with where it began. */
  readonly from: readonly { readonly text: Y.XmlText; readonly start: number }[];
  readonly to: Arrival;
  /** One's own words that are missing, with their places in the words that arrived. */
  readonly missing: readonly { readonly offset: number; readonly words: string }[];
}

/** A character of a deleted textblock, by who wrote it and when. */
interface Written {
  readonly character: string;
  readonly client: number;
  readonly clock: number;
}

/** Words that came with a transaction: a whole new textblock, or a stretch of a text. */
interface Arrival {
  readonly words: string;
  readonly type: Y.XmlElement | Y.XmlText;
  readonly start: number;
}

/**
 * The moves in a transaction of somebody else's; call it while observers are called. `before` is
 * what was shown, `after` what stands in the document now.
 */
export function movesIn(
  before: ContainerShadow,
  after: ContainerShadow,
  transaction: Y.Transaction,
  events: readonly Y.YEvent<Y.XmlText | Y.XmlFragment>[],
): Move[] {
  const gone = textblocksIn(before).filter(({ type }) => type._item?.deleted === true);
  if (gone.length === 0) return [];
  const arrivals = [...newTextblocks(after, transaction), ...insertedTexts(events)];
  return gone.flatMap((block) => {
    const written = writtenIn(block, transaction);
    for (const [index, arrival] of arrivals.entries()) {
      const missing = missingFrom(written, arrival.words, transaction.doc.clientID);
      if (missing === undefined) continue;
      arrivals.splice(index, 1);
      return [{ from: startsOf(block, transaction), to: arrival, missing }];
    }
    return [];
  });
}

function textblocksIn(container: ContainerShadow): TextblockShadow[] {
  return container.children.flatMap((child) =>
    isTextblock(child) ? [child] : textblocksIn(child),
  );
}

function newTextblocks(root: ContainerShadow, { beforeState }: Y.Transaction): Arrival[] {
  return textblocksIn(root).flatMap((block) => {
    const id = block.type._item?.id;
    const isNew = id !== undefined && id.clock >= (beforeState.get(id.client) ?? 0);
    return isNew ? [{ words: wordsOf(block), type: block.type, start: 0 }] : [];
  });
}

/** Words that were put into texts that were there already, as when paragraphs are joined. */
function insertedTexts(events: readonly Y.YEvent<Y.XmlText | Y.XmlFragment>[]): Arrival[] {
  return events.flatMap(({ target, delta }) => {
    if (!(target instanceof Y.XmlText) || target._item?.deleted === true) return [];
    let index = 0;
    return plainDelta(delta).flatMap((op) => {
      const start = index;
      if ('retain' in op) index += op.retain;
      if (!('insert' in op)) return [];
      index += op.insert.length;
      return [{ words: op.insert, type: target, start }];
    });
  });
}

/** The place of an offset in words that have arrived, as `root` shows them now. */
export function placeInArrival(
  root: ContainerShadow,
  { type, start }: Arrival,
  offset: number,
): SharedPlace | undefined {
  if (type instanceof Y.XmlText) return { type, index: start + offset };
  const block = textblocksIn(root).find((each) => each.type === type);
  return block && placeInTextblock(block, offset);
}

function wordsOf({ node }: TextblockShadow): string {
  return node.textBetween(0, node.content.size, undefined, LEAF);
}

/** What stood in a textblock right before the transaction that deleted it. */
function writtenIn({ parts }: TextblockShadow, transaction: Y.Transaction): Written[] {
  return parts.flatMap((part) =>
    'text' in part
      ? writtenInText(part.text, transaction)
      : [{ character: LEAF, client: -1, clock: -1 }],
  );
}

function writtenInText(text: Y.XmlText, transaction: Y.Transaction): Written[] {
  const written: Written[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    const { id, content, deleted } = item;
    if (!(content instanceof Y.ContentString)) continue;
    const isNew = id.clock >= (transaction.beforeState.get(id.client) ?? 0);
    const wasThere = !isNew && (!deleted || Y.isDeleted(transaction.deleteSet, id));
    if (!wasThere) continue;
    for (const [index, character] of content.str.split('').entries()) {
      written.push({ character, client: id.client, clock: id.clock + index });
    }
  }
  return written;
}

function startsOf({ parts }: TextblockShadow, transaction: Y.Transaction): Move['from'] {
  let start = 0;
  return parts.flatMap((part) => {
    const begin = start;
    start += 'text' in part ? writtenInText(part.text, transaction).length : 1;
    return 'text' in part ? [{ text: part.text, start: begin }] : [];
  });
}

/**
 * What of one's own is missing from `words`; undefined when they are not these words. The other
 * person had received everything up to some moment, so what is missing is one's latest.
 */
function missingFrom(
  written: readonly Written[],
  words: string,
  self: number,
): Move['missing'] | undefined {
  const count = written.length - words.length;
  if (count < 0 || words.length === 0) return undefined;
  const own = written.filter(({ client }) => client === self).map(({ clock }) => clock);
  if (count > own.length) return undefined;
  const latest = new Set(own.sort((a, b) => b - a).slice(0, count));
  const isMissing = ({ client, clock }: Written) => client === self && latest.has(clock);
  const rest = written.filter((each) => !isMissing(each)).map(({ character }) => character);
  if (rest.join('') !== words) return undefined;
  return runsOf(written, isMissing);
}

/** The missing characters as runs, each where it belongs among those that are there. */
function runsOf(
  written: readonly Written[],
  isMissing: (each: Written) => boolean,
): Move['missing'] {
  const runs: { offset: number; words: string }[] = [];
  let there = 0;
  for (const each of written) {
    const last = runs.at(-1);
    if (!isMissing(each)) there += 1;
    else if (last?.offset === there) last.words += each.character;
    else runs.push({ offset: there, words: each.character });
  }
  return runs;
}
