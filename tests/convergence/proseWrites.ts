/** Turns in the prose sections by the small writes that our own editor is made of. */
import * as Y from 'yjs';
import type { ProseChild } from '../../shared/sheet/commands/prose.ts';
import { proseOf } from '../../shared/sheet/schema/roots.ts';
import { paragraph, TEST_ORIGIN } from '../world/sheets.ts';
import { SECTIONS } from './proseModel.ts';
import type { Turn } from './turn.ts';

const BOLD = { bold: {} };

export function editProse(turn: Turn): void {
  const { random, world, doc } = turn;
  const section = random.pick(SECTIONS);
  const fragment = proseOf(doc, section);
  const before = world.prose.places(doc, section);
  const edits = [() => insertBlock(turn, fragment)];
  const lines = linesIn(fragment);
  if (lines.length > 0) {
    const line = random.pick(lines);
    edits.push(
      () => insertInLine(turn, line),
      () => insertInLine(turn, line),
      () => removeFromLine(turn, line),
      () => markLine(turn, line),
      () => changeBlock(turn, fragment),
    );
  }
  const edit = random.pick(edits);
  turn.writes(`edit ${section}`, () => doc.transact(edit, TEST_ORIGIN));
  world.prose.follow(section, before, world.prose.places(doc, section));
  if (turn.event !== undefined) turn.touches();
}

function insertBlock({ random, world, commands }: Turn, fragment: Y.XmlFragment): void {
  const after = random.pick([null, ...childrenOf(fragment)]);
  const line = paragraph(world.tokens.some(2).join(''));
  const heading = { ...line, type: 'heading', attrs: { level: 2 } };
  commands.insertProse(fragment, after, [random.chance(0.3) ? line : heading]);
}

function insertInLine({ random, world, commands }: Turn, line: Y.XmlText): void {
  const tokens = world.tokens.read(wordsOf(line));
  const index = tokens.slice(0, random.int(tokens.length + 1)).join('').length;
  commands.insertIntoProse(line, index, world.tokens.next(), random.chance(0.3) ? BOLD : {});
}

function removeFromLine({ random, world, commands }: Turn, line: Y.XmlText): void {
  const tokens = world.tokens.read(wordsOf(line));
  const from = random.int(tokens.length + 1);
  const [kept, taken] = [tokens.slice(0, from), tokens.slice(from, from + 2)];
  commands.removeFromProse(line, kept.join('').length, taken.join('').length);
}

function markLine({ random, world, commands }: Turn, line: Y.XmlText): void {
  const tokens = world.tokens.read(wordsOf(line));
  const from = random.int(tokens.length + 1);
  const index = tokens.slice(0, from).join('').length;
  const marks = random.pick([BOLD, { bold: null }, { italic: {} }]);
  commands.markProse(line, index, (tokens[from] ?? '').length, marks);
}

/** Removes a block, or gives a heading a level. */
function changeBlock({ random, commands }: Turn, fragment: Y.XmlFragment): void {
  const blocks = childrenOf(fragment);
  const headings = blocks.filter((block) => block instanceof Y.XmlElement).filter(isHeading);
  if (headings.length === 0 || random.chance(0.3)) commands.removeProse(random.pick(blocks));
  else commands.setProseAttribute(random.pick(headings), 'level', 1 + random.int(3));
}

function isHeading(element: Y.XmlElement): boolean {
  return element.nodeName === 'heading';
}

function childrenOf(parent: Y.XmlFragment): ProseChild[] {
  return parent
    .toArray()
    .filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText);
}

function linesIn(parent: Y.XmlFragment): Y.XmlText[] {
  return childrenOf(parent).flatMap((child) =>
    child instanceof Y.XmlText ? [child] : linesIn(child),
  );
}

function wordsOf(line: Y.XmlText): string {
  const runs: readonly { readonly insert?: unknown }[] = line.toDelta();
  return runs.map(({ insert }) => String(insert)).join('');
}
