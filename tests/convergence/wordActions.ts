/** Turns that type in cells, take words out of them, and replace what they read as. */
import type * as Y from 'yjs';
import type { GevinstId } from '../../shared/ids/ids.ts';
import type { HeaderText } from '../../shared/sheet/commands/header.ts';
import type { CollectionName } from '../../shared/sheet/schema/entities.ts';
import { COLLECTIONS } from '../../shared/sheet/schema/entities.ts';
import { TEST_ORIGIN } from '../world/sheets.ts';
import type { Instance } from './model.ts';
import type { Turn } from './turn.ts';
import { TITLES } from './values.ts';

const HEADER_CELLS = ['title', 'edition', 'owner', 'mentor'] as const satisfies HeaderText[];

interface Cell {
  readonly path: string;
  readonly key: string;
  readonly thing: Instance;
  readonly text: Y.Text;
  /** Replaces what the whole cell reads as; absent where no command does. */
  readonly set: ((turn: Turn, value: string) => void) | undefined;
}

/** Puts some tokens in, takes some out, or both, at one place of one cell. */
export function writeWords(turn: Turn): void {
  const cell = turn.random.chance(0.2) ? headerCell(turn) : entityCell(turn);
  if (cell === undefined) return;
  const { random, world } = turn;
  const before = world.tokens.read(cell.text.toString());
  const at = random.int(before.length + 1);
  const taken = random.chance(0.4) ? before.slice(at, at + 1 + random.int(3)) : [];
  const put = taken.length === 0 || random.chance(0.5) ? world.tokens.some(1 + random.int(2)) : [];
  const after = [...before.slice(0, at), ...put, ...before.slice(at + taken.length)];
  if (cell.set !== undefined && random.chance(0.5)) cell.set(turn, after.join(''));
  else {
    const edit = {
      index: before.slice(0, at).join('').length,
      remove: taken.join('').length,
      insert: put.join(''),
    };
    turn.writes(`type ${cell.path} ${JSON.stringify(edit)}`, () =>
      turn.commands.editText(cell.text, edit, TEST_ORIGIN),
    );
  }
  turn.edits(cell.thing, cell.key, taken, put);
}

function headerCell(turn: Turn): Cell {
  const key = turn.random.pick(HEADER_CELLS);
  const { value: text } = turn.peer.run(turn.commands.makeHeaderCell(key));
  return {
    path: key,
    key,
    thing: turn.world.model,
    text,
    set: ({ commands, does }, value) => {
      does.call(turn, `set ${key} ${value}`, commands.setHeaderText(key, value));
    },
  };
}

function entityCell(turn: Turn): Cell | undefined {
  const entity = turn.someEntity();
  if (entity === undefined) return undefined;
  const { name, id, thing } = entity;
  const path = `${name}/${id}`;
  if (name === 'gevinster' && turn.random.chance(0.2)) {
    const { value: text } = turn.peer.run(turn.commands.makeAssumptionsCell(id as GevinstId));
    return { path, key: 'calculation/assumptions', thing, text, set: undefined };
  }
  const key = turn.random.chance(0.6) ? TITLES[name] : turn.random.pick(cellsOf(name));
  const { value: text } = turn.peer.run(turn.commands.makeCell(name, id as never, key as never));
  return {
    path: `${path}/${key}`,
    key,
    thing,
    text,
    set: ({ commands }, value) => {
      const command = commands.setEntityText(name, id as never, key as never, value);
      turn.does(`set ${path}/${key} ${value}`, command);
    },
  };
}

function cellsOf(name: CollectionName): string[] {
  return Object.entries(COLLECTIONS[name])
    .filter(([, { nature }]) => nature === 'text')
    .map(([key]) => key);
}
