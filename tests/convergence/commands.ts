/** Every command that the fuzz runs, by name, so that a test can put a broken one in its place. */
import { all, type Command } from '../../shared/document/commands/command.ts';
import { editText } from '../../shared/document/commands/text.ts';
import { putCanvasRecord, removeCanvasRecord } from '../../shared/sheet/commands/canvas.ts';
import {
  addComment,
  removeComment,
  replyToComment,
  resolveComment,
} from '../../shared/sheet/commands/comment.ts';
import { createFromSnapshot, createSheet } from '../../shared/sheet/commands/create.ts';
import {
  addEntities,
  addEntity,
  linkEntity,
  makeCell,
  moveEntity,
  type Place,
  patchEntity,
  removeEntity,
  restoreEntity,
  setEntityText,
  setEntry,
} from '../../shared/sheet/commands/entities.ts';
import {
  addGevinst,
  addGevinstOfTiltak,
  linkGevinstToTiltak,
  makeAssumptionsCell,
  moveGevinst,
  patchGevinst,
  removeGevinst,
  setCalculationKind,
  setFactor,
  setGevinstYear,
} from '../../shared/sheet/commands/gevinst.ts';
import {
  makeHeaderCell,
  patchHeader,
  setHeaderText,
  setLabel,
} from '../../shared/sheet/commands/header.ts';
import { importSnapshot } from '../../shared/sheet/commands/import.ts';
import {
  addLapp,
  addLapper,
  arrangeLapper,
  groupLapper,
  moveLapp,
  moveLappToSection,
  patchLapp,
  removeLapp,
  ungroupLapper,
} from '../../shared/sheet/commands/lapp.ts';
import { convertLapp } from '../../shared/sheet/commands/lappConvert.ts';
import { setLappOrder } from '../../shared/sheet/commands/lappOrder.ts';
import {
  addMaaling,
  linkMaalingToGevinst,
  moveMaaling,
  patchMaaling,
  recordMeasured,
  recordSeries,
  removeMaaling,
  removeMeasured,
  setMeasureDate,
  setMeasureValue,
} from '../../shared/sheet/commands/maaling.ts';
import {
  insertIntoProse,
  insertProse,
  markProse,
  removeFromProse,
  removeProse,
  setProseAttribute,
} from '../../shared/sheet/commands/prose.ts';
import {
  addRotaarsak,
  moveRotaarsak,
  removeRotaarsak,
} from '../../shared/sheet/commands/rotaarsak.ts';
import {
  addTiltak,
  linkTiltakToRotaarsak,
  moveTiltak,
  patchTiltak,
  removeTiltak,
} from '../../shared/sheet/commands/tiltak.ts';
import type { CollectionName } from '../../shared/sheet/schema/entities.ts';

export const COMMANDS = {
  addComment,
  addGevinst,
  addGevinstOfTiltak,
  addLapp,
  addLapper,
  addMaaling,
  addRotaarsak,
  addTiltak,
  all,
  arrangeLapper,
  convertLapp,
  createFromSnapshot,
  editText,
  groupLapper,
  importSnapshot,
  insertIntoProse,
  insertProse,
  linkGevinstToTiltak,
  linkMaalingToGevinst,
  linkTiltakToRotaarsak,
  makeAssumptionsCell,
  makeCell,
  makeHeaderCell,
  markProse,
  moveGevinst,
  moveLapp,
  moveLappToSection,
  moveMaaling,
  moveRotaarsak,
  moveTiltak,
  patchGevinst,
  patchHeader,
  patchLapp,
  patchMaaling,
  patchTiltak,
  putCanvasRecord,
  recordMeasured,
  recordSeries,
  removeCanvasRecord,
  removeComment,
  removeFromProse,
  removeGevinst,
  removeLapp,
  removeMaaling,
  removeMeasured,
  removeProse,
  removeRotaarsak,
  removeTiltak,
  replyToComment,
  resolveComment,
  restoreEntity,
  setCalculationKind,
  setEntityText,
  setFactor,
  setGevinstYear,
  setHeaderText,
  setLabel,
  setMeasureDate,
  setMeasureValue,
  setProseAttribute,
  ungroupLapper,
};
export type Commands = typeof COMMANDS;

/** The commands, and how often each has been called. */
export function countedCommands(): { commands: Commands; counts: Record<string, number> } {
  const counts: Record<string, number> = {};
  const commands = new Proxy(COMMANDS, {
    get: (target, name: keyof Commands) => {
      counts[name] = (counts[name] ?? 0) + 1;
      return target[name];
    },
  });
  for (const name of Object.keys(COMMANDS)) counts[name] = 0;
  return { commands, counts };
}

/** Commands that the ones above are made of, and what the parity fuzz of the canvas runs. */
export const PARTS = {
  addEntities,
  addEntity,
  createSheet,
  linkEntity,
  makeCell,
  moveEntity,
  patchEntity,
  removeEntity,
  setEntry,
  setLappOrder,
};

/** What every collection has, whatever its entities are. */
export interface RowCommands {
  add(draft: object, place?: Place): Command<string>;
  remove(id: string): Command;
  move(id: string, place: Place): Command;
  patch?(id: string, patch: object): Command;
  link?(id: string, target: string, isLinked: boolean): Command;
}

export function rowCommands(commands: Commands): Record<CollectionName, RowCommands> {
  return {
    rotaarsaker: {
      add: commands.addRotaarsak,
      remove: commands.removeRotaarsak,
      move: commands.moveRotaarsak,
    },
    tiltak: {
      add: commands.addTiltak,
      remove: commands.removeTiltak,
      move: commands.moveTiltak,
      patch: commands.patchTiltak,
      link: commands.linkTiltakToRotaarsak,
    },
    gevinster: {
      add: commands.addGevinst,
      remove: commands.removeGevinst,
      move: commands.moveGevinst,
      patch: commands.patchGevinst,
      link: commands.linkGevinstToTiltak,
    },
    maalinger: {
      add: commands.addMaaling,
      remove: commands.removeMaaling,
      move: commands.moveMaaling,
      patch: commands.patchMaaling,
      link: commands.linkMaalingToGevinst,
    },
    lapper: {
      add: commands.addLapp,
      remove: commands.removeLapp,
      move: commands.moveLapp,
      patch: commands.patchLapp,
    },
  };
}

/** The set of references that the entities of a collection have, and what it refers to. */
export const LINKS: Readonly<Partial<Record<CollectionName, { key: string; to: CollectionName }>>> =
  {
    tiltak: { key: 'rotaarsaker', to: 'rotaarsaker' },
    gevinster: { key: 'tiltak', to: 'tiltak' },
    maalinger: { key: 'gevinster', to: 'gevinster' },
  };
