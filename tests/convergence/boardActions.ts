/** Turns on the canvas and in comment threads. */
import * as Y from 'yjs';
import type { CommentId } from '../../shared/ids/ids.ts';
import type { CanvasValue } from '../../shared/sheet/commands/canvas.ts';
import { collectionOf } from '../../shared/sheet/schema/roots.ts';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { flatComment, flatRecord } from './flat.ts';
import type { Turn } from './turn.ts';

/** Few, so that people often draw on the same one, and put back what others took away. */
const SHAPES = ['shape:a', 'shape:b', 'shape:c'];
const KEYS = ['xy', 'color', 'size'];

export function drawShape(turn: Turn): void {
  const { random } = turn;
  const id = random.pick(SHAPES);
  const records = collectionOf(turn.doc, 'canvas');
  const stored = records.get(id);
  const before = stored instanceof Y.Map ? new Map(stored) : undefined;
  const keys: Record<string, CanvasValue | undefined> = {};
  for (const key of random.shuffled(KEYS).slice(0, 1 + random.int(3))) {
    keys[key] = random.chance(0.2) ? undefined : [random.int(100), random.int(100)];
  }
  turn.does(`draw ${id} ${JSON.stringify(keys)}`, turn.commands.putCanvasRecord(id, keys));
  const slot = turn.world.model.slot(`canvas/${id}`);
  if (before === undefined) {
    const present = Object.entries(keys).filter(([, value]) => value !== undefined);
    turn.makes(slot, flatRecord(Object.fromEntries(present)), records.get(id));
    return;
  }
  const thing = turn.thingAt(slot, stored);
  for (const [key, value] of Object.entries(keys)) turn.leaves(thing, key, before.get(key), value);
}

export function eraseShape(turn: Turn): void {
  const there = [...collectionOf(turn.doc, 'canvas').keys()];
  if (there.length === 0) return;
  const id = turn.random.pick(there);
  turn.does(`erase ${id}`, turn.commands.removeCanvasRecord(id));
  turn.sets(turn.world.model.slot(`canvas/${id}`), undefined);
}

export function openThread(turn: Turn): void {
  const target = { type: 'section', id: turn.random.pick(['tiltak', 'onsket']) } as const;
  const message = aMessage(turn);
  const id = turn.does('comment', turn.commands.addComment(target, message));
  const read = threadIn(turn, id);
  const [first] = read.messages;
  turn.makes(
    turn.world.model.slot(`comments/${id}`),
    flatComment({
      target,
      resolved: false,
      messages: [{ ...message, id: first?.id ?? '' }],
    } as never),
    collectionOf(turn.doc, 'comments').get(id),
  );
}

/** Answers in a thread, resolves it or opens it again, or removes it. */
export function changeThread(turn: Turn): void {
  const { random, commands, world } = turn;
  const ids = [...collectionOf(turn.doc, 'comments').keys()] as CommentId[];
  if (ids.length === 0) return;
  const id = random.pick(ids);
  const slot = world.model.slot(`comments/${id}`);
  const thing = turn.thingAt(slot, collectionOf(turn.doc, 'comments').get(id));
  const before = threadIn(turn, id);
  if (random.chance(0.2)) {
    turn.does(`remove thread ${id}`, commands.removeComment(id));
    turn.sets(slot, undefined);
  } else if (random.chance(0.4)) {
    const resolved = random.chance(0.5);
    turn.does(`resolve ${id} ${resolved}`, commands.resolveComment(id, resolved));
    turn.leaves(thing, 'resolved', before.resolved, resolved);
  } else {
    const message = aMessage(turn);
    turn.does(`reply ${id}`, commands.replyToComment(id, message));
    const known = new Set(before.messages.map((old) => old.id));
    const made = threadIn(turn, id).messages.filter((reply) => !known.has(reply.id));
    if (made.length !== 1) throw new Error('Not one reply more');
    for (const reply of made) {
      const flat = flatComment({ messages: [{ ...message, id: reply.id }] });
      const inner = flat.inner.get(`messages/${reply.id}`);
      if (inner !== undefined) turn.makes(thing.slot(`messages/${reply.id}`), inner, undefined);
    }
  }
}

function threadIn(turn: Turn, id: string) {
  const thread = readSnapshot(turn.doc).snapshot.comments.find((comment) => comment.id === id);
  if (thread === undefined) throw new Error(`No thread ${id}`);
  return thread;
}

function aMessage(turn: Turn) {
  const hour = 10 + turn.random.int(10);
  return {
    author: turn.random.pick(['Kari', 'Ola']),
    text: turn.world.tokens.some(1 + turn.random.int(2)).join(''),
    at: `2026-01-01T${hour}:00:00.000Z`,
  };
}
