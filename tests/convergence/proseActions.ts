/**
 * Turns in the prose sections, written by y-prosemirror itself from one ProseMirror document to
 * the next, as an editor does it.
 */
import { type Node, Schema } from '@tiptap/pm/model';
import { initProseMirrorDoc, updateYFragment } from 'y-prosemirror';
import { proseOf } from '../../shared/sheet/schema/roots.ts';
import { TEST_ORIGIN } from '../world/sheets.ts';
import { SECTIONS } from './proseModel.ts';
import type { Turn } from './turn.ts';

const SCHEMA = new Schema({
  nodes: {
    doc: { content: 'block*' },
    paragraph: { group: 'block', content: 'text*' },
    heading: { group: 'block', content: 'text*', attrs: { level: { default: 2 } } },
    bulletList: { group: 'block', content: 'listItem*' },
    listItem: { content: 'paragraph*' },
    text: {},
  },
  marks: { bold: {}, italic: {} },
});

interface Json {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Json[];
  text?: string;
  marks?: { type: string }[];
}

export function writeProse(turn: Turn): void {
  const { random, world, doc } = turn;
  const section = random.pick(SECTIONS);
  const fragment = proseOf(doc, section);
  const before = world.prose.places(doc, section);
  const { doc: shown, meta } = initProseMirrorDoc(fragment, SCHEMA);
  const edited = edit(turn, shown);
  if (edited === undefined) return;
  turn.writes(`prose ${section} ${edited.what}`, () => {
    // The outer transaction gives it the origin of the writer.
    doc.transact(() => updateYFragment(doc, fragment, edited.node, meta), TEST_ORIGIN);
  });
  world.prose.follow(section, before, world.prose.places(doc, section));
  if (turn.event !== undefined) turn.touches();
}

function edit(turn: Turn, shown: Node): { readonly what: string; readonly node: Node } | undefined {
  const json = shown.toJSON() as Json;
  const blocks = json.content ?? [];
  const lines = blocks.flatMap(linesOf).filter((line) => (line.content ?? []).length > 0);
  const edits: (() => string | undefined)[] = [() => addBlock(turn, blocks)];
  if (lines.length > 0) {
    const line = turn.random.pick(lines);
    edits.push(
      () => writeInLine(turn, line),
      () => writeInLine(turn, line),
      () => removeFromLine(turn, line),
      () => markInLine(turn, line),
      () => changeLevel(turn, blocks),
      () => removeBlock(turn, blocks),
    );
  }
  const what = turn.random.pick(edits)();
  if (what === undefined) return undefined;
  return { what, node: SCHEMA.nodeFromJSON({ ...json, content: blocks }) };
}

function linesOf(block: Json): Json[] {
  return block.type === 'paragraph' || block.type === 'heading'
    ? [block]
    : (block.content ?? []).flatMap(linesOf);
}

function addBlock({ random, world }: Turn, blocks: Json[]): string {
  const line = (type: string): Json => ({
    type,
    content: [{ type: 'text', text: world.tokens.some(1 + random.int(3)).join('') }],
  });
  const block = random.pick([
    () => line('paragraph'),
    () => ({ ...line('heading'), attrs: { level: 2 } }),
    () => ({
      type: 'bulletList',
      content: [1, 2].map(() => ({ type: 'listItem', content: [line('paragraph')] })),
    }),
  ])();
  const at = random.int(blocks.length + 1);
  blocks.splice(at, 0, block);
  return `adds a ${block.type} at ${at}`;
}

function writeInLine({ random, world }: Turn, line: Json): string {
  const runs = line.content ?? [];
  const run = random.pick(runs);
  const tokens = world.tokens.read(run.text ?? '');
  const at = random.int(tokens.length + 1);
  const put = world.tokens.some(1 + random.int(2));
  run.text = [...tokens.slice(0, at), ...put, ...tokens.slice(at)].join('');
  return `puts ${put.join('')} at ${at}`;
}

/** Leaves at least one token: an emptied line would be taken out with what others write there. */
function removeFromLine({ random, world }: Turn, line: Json): string | undefined {
  const runs = line.content ?? [];
  const run = random.pick(runs);
  const tokens = world.tokens.read(run.text ?? '');
  if (tokens.length < 2) return undefined;
  const at = random.int(tokens.length);
  const taken = tokens.slice(at, at + 1 + random.int(tokens.length - 1));
  if (taken.length === tokens.length) return undefined;
  run.text = tokens.filter((token) => !taken.includes(token)).join('');
  return `takes ${taken.join('')}`;
}

function markInLine({ random }: Turn, line: Json): string {
  const run = random.pick(line.content ?? []);
  const mark = random.pick(['bold', 'italic']);
  const marks = run.marks ?? [];
  const isMarked = marks.some(({ type }) => type === mark);
  run.marks = isMarked ? marks.filter(({ type }) => type !== mark) : [...marks, { type: mark }];
  return `${isMarked ? 'un' : ''}marks ${run.text} ${mark}`;
}

function changeLevel({ random }: Turn, blocks: readonly Json[]): string | undefined {
  const headings = blocks.filter(({ type }) => type === 'heading');
  if (headings.length === 0) return undefined;
  const heading = random.pick(headings);
  heading.attrs = { level: 1 + random.int(3) };
  return `makes a heading of level ${String(heading.attrs['level'])}`;
}

function removeBlock({ random }: Turn, blocks: Json[]): string | undefined {
  if (blocks.length < 2 || random.chance(0.5)) return undefined;
  const at = random.int(blocks.length);
  blocks.splice(at, 1);
  return `removes the block at ${at}`;
}
