/** Turns that change registers, links and the entries of tables. */

import * as Y from 'yjs';
import type { Command } from '../../shared/document/commands/command.ts';
import type { GevinstId, MaalingId } from '../../shared/ids/ids.ts';
import type { YearTable } from '../../shared/sheet/commands/gevinst.ts';
import type { MeasurePoint } from '../../shared/sheet/commands/maaling.ts';
import { CALCULATION_KINDS } from '../../shared/sheet/schema/vocabulary.ts';
import { readHeader } from '../../shared/sheet/snapshot/snapshot.ts';
import { LINKS } from './commands.ts';
import { flatDay } from './flat.ts';
import type { LocalEntity, Turn } from './turn.ts';
import { aDay, aPatch, DAYS, YEARS } from './values.ts';

export function patchRow(turn: Turn): void {
  const entity = turn.someEntity(['tiltak', 'gevinster', 'maalinger', 'lapper']);
  if (entity === undefined) return;
  const patch = aPatch(entity.name, turn.random);
  turn.does(`patch ${entity.name}/${entity.id} ${show(patch)}`, patchCommand(turn, entity, patch));
  recordPatch(turn, entity, patch);
}

/** Two entities changed as one step. */
export function patchTwo(turn: Turn): void {
  const one = turn.someEntity(['tiltak', 'gevinster']);
  const other = turn.someEntity(['maalinger', 'lapper']);
  if (one === undefined || other === undefined) return;
  const [first, second] = [aPatch(one.name, turn.random), aPatch(other.name, turn.random)];
  const both = [patchCommand(turn, one, first), patchCommand(turn, other, second)];
  turn.does(
    `patch ${one.id} ${show(first)} and ${other.id} ${show(second)}`,
    turn.commands.all(both),
  );
  recordPatch(turn, one, first);
  recordPatch(turn, other, second);
}

export function linkRow(turn: Turn): void {
  const entity = turn.someEntity(['tiltak', 'gevinster', 'maalinger']);
  const link = entity === undefined ? undefined : LINKS[entity.name];
  if (entity === undefined || link === undefined) return;
  const removed = turn.world.removed.filter(({ name }) => name === link.to);
  const targets = [...turn.idsOf(link.to), ...removed.map((gone) => gone.entity.id)];
  if (targets.length === 0) return;
  const [target, isLinked] = [turn.random.pick(targets), turn.random.chance(0.6)];
  const command = turn.rows[entity.name].link?.(entity.id, target, isLinked);
  if (command === undefined) return;
  turn.does(`link ${entity.name}/${entity.id} ${target} ${isLinked}`, command);
  const key = `${link.key}/${target}`;
  turn.leaves(entity.thing, key, entity.flat.registers.get(key), isLinked ? true : undefined);
}

export function changeHeader(turn: Turn): void {
  const { random, world } = turn;
  const header = readHeader(turn.doc);
  if (random.chance(0.5)) {
    const key = random.pick(['tiltak', 'maaling']);
    const label = random.chance(0.3) ? undefined : world.tokens.next();
    turn.does(`label ${key} ${label}`, turn.commands.setLabel(key, label));
    turn.leaves(world.model, `labels/${key}`, header.labels[key], label);
    return;
  }
  const patch = random.pick([
    { date: random.chance(0.2) ? null : aDay(random) },
    { enhetId: random.chance(0.2) ? null : `enhet-nr-${random.int(100)}` },
    { parent: { sheetId: `ark-nummer-${random.int(100)}` as never, tiltakId: null } },
  ]);
  turn.does(`header ${show(patch)}`, turn.commands.patchHeader(patch));
  const before = new Map<string, unknown>(Object.entries(header));
  for (const [key, value] of Object.entries(patch)) {
    turn.leaves(world.model, key, before.get(key), value);
  }
}

/** One entry of a gevinst's tables or its calculation. */
export function changeGevinst(turn: Turn): void {
  const entity = turn.someEntity(['gevinster']);
  if (entity === undefined) return;
  const { random, commands } = turn;
  const id = entity.id as GevinstId;
  const amount = anAmount(turn);
  const table: YearTable = random.pick(['estimate', 'realised', 'budsjettvirkning'] as const);
  const year = random.pick(YEARS);
  const factor = random.pick(['pris', 'antall']);
  const kind = random.chance(0.2) ? undefined : random.pick(CALCULATION_KINDS);
  const [path, value, command]: [string, unknown, Command] = random.pick([
    [`${table}/${year}`, amount, commands.setGevinstYear(id, table, year, amount)],
    [`calculation/factors/${factor}`, amount, commands.setFactor(id, factor, amount)],
    ['calculation/kind', kind, commands.setCalculationKind(id, kind)],
  ]);
  turn.does(`gevinst ${id} ${path} ${show(value)}`, command);
  turn.leaves(entity.thing, path, entity.flat.registers.get(path), value);
}

/** The value or the date of a nullpunkt or an ønsket verdi. */
export function changeMeasure(turn: Turn): void {
  const entity = turn.someEntity(['maalinger']);
  if (entity === undefined) return;
  const { random, commands } = turn;
  const id = entity.id as MaalingId;
  const point: MeasurePoint = random.pick(['start', 'target'] as const);
  const amount = anAmount(turn);
  const day = random.chance(0.2) ? undefined : aDay(random);
  const [path, value, command]: [string, unknown, Command] = random.pick([
    [`${point}/value`, amount, commands.setMeasureValue(id, point, amount)],
    [`${point}/date`, day, commands.setMeasureDate(id, point, day)],
  ]);
  turn.does(`måling ${id} ${path} ${show(value)}`, command);
  turn.leaves(entity.thing, path, entity.flat.registers.get(path), value);
}

export function recordDay(turn: Turn): void {
  const entity = turn.someEntity(['maalinger']);
  if (entity === undefined) return;
  const { random, commands } = turn;
  const [day, value] = [random.pick(DAYS), random.int(1000)];
  const comment = random.chance(0.5) ? turn.world.tokens.next() : undefined;
  const slot = entity.thing.slot(`series/${day}`);
  const before = entity.flat.inner.get(`series/${day}`);
  const storedBefore = seriesOf(entity).get(day);
  const command = commands.recordMeasured(entity.id as MaalingId, day, value, comment);
  turn.does(`measured ${entity.id} ${day} ${value} ${comment}`, command);
  if (before === undefined) {
    const after = seriesOf(turn.entity('maalinger', entity.id));
    turn.makes(slot, flatDay(value, comment), after.get(day));
    return;
  }
  const thing = turn.thingAt(slot, storedBefore);
  turn.leaves(thing, 'value', before.registers.get('value'), value);
  if (comment !== undefined)
    turn.leaves(thing, 'comment', before.registers.get('comment'), comment);
}

export function removeDay(turn: Turn): void {
  const entity = turn.someEntity(['maalinger']);
  const days = entity === undefined ? [] : [...seriesOf(entity).keys()];
  if (entity === undefined || days.length === 0) return;
  const day = turn.random.pick(days);
  const command = turn.commands.removeMeasured(entity.id as MaalingId, day);
  turn.does(`forget ${entity.id} ${day}`, command);
  turn.sets(entity.thing.slot(`series/${day}`), undefined);
}

function patchCommand(turn: Turn, entity: LocalEntity, patch: object): Command {
  const command = turn.rows[entity.name].patch?.(entity.id, patch);
  if (command === undefined) throw new Error(`${entity.name} have no registers`);
  return command;
}

function recordPatch(turn: Turn, entity: LocalEntity, patch: object): void {
  for (const [key, value] of Object.entries(patch)) {
    turn.leaves(entity.thing, key, entity.flat.registers.get(key), value);
  }
}

function seriesOf(entity: LocalEntity): Y.Map<unknown> {
  const series = entity.stored.get('series');
  if (!(series instanceof Y.Map)) throw new Error('A måling without series');
  return series;
}

function anAmount(turn: Turn): number | undefined {
  return turn.random.chance(0.2) ? undefined : turn.random.int(10_000) / 4;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
