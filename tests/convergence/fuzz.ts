/**
 * One random history of a sheet: three to five peers write whatever commands can write, hear of
 * one another late, twice, in any order or not at all, and meet at the end. Everything follows
 * from the seed.
 */
import * as Y from 'yjs';
import { run } from '../../shared/document/commands/command.ts';
import { SCHEMA_VERSION } from '../../shared/sheet/schema/roots.ts';
import { TILTAK_STATUS } from '../../shared/sheet/schema/vocabulary.ts';
import {
  parseSnapshot,
  readSnapshot,
  snapshotSchema,
} from '../../shared/sheet/snapshot/snapshot.ts';
import { at, paragraph, type SeededRandom, seeded, TEST_ORIGIN } from '../world/sheets.ts';
import { changeThread, drawShape, eraseShape, openThread } from './boardActions.ts';
import { COMMANDS, type Commands } from './commands.ts';
import { flatSheet, instanceOf } from './flat.ts';
import { importSome } from './importActions.ts';
import {
  addNotes,
  arrangeNotes,
  convertNote,
  groupNotes,
  moveNoteToSection,
} from './lappActions.ts';
import { compare } from './oracle.ts';
import { FuzzPeer, Network } from './peers.ts';
import { writeProse } from './proseActions.ts';
import { ProseModels, SECTIONS } from './proseModel.ts';
import { editProse } from './proseWrites.ts';
import { addRow, misplaced, moveRow, removeRow, restoreRow } from './rowActions.ts';
import { Tokens } from './tokens.ts';
import { Turn, type World } from './turn.ts';
import {
  changeGevinst,
  changeHeader,
  changeMeasure,
  linkRow,
  patchRow,
  patchTwo,
  recordDay,
  removeDay,
} from './valueActions.ts';
import { writeWords } from './wordActions.ts';

/** What a peer may do, and how often: the first number of every line, out of their sum. */
const ACTIONS: readonly (readonly [number, (turn: Turn) => void])[] = [
  [8, addRow],
  [4, removeRow],
  [3, restoreRow],
  [8, moveRow],
  [8, patchRow],
  [2, patchTwo],
  [6, linkRow],
  [16, writeWords],
  [4, changeHeader],
  [4, changeGevinst],
  [3, changeMeasure],
  [7, recordDay],
  [4, removeDay],
  [4, drawShape],
  [2, eraseShape],
  [2, openThread],
  [4, changeThread],
  [8, writeProse],
  [8, editProse],
  [5, importSome],
  [2, addNotes],
  [2, moveNoteToSection],
  [2, groupNotes],
  [1, arrangeNotes],
  [3, convertNote],
];
const WEIGHTS = ACTIONS.reduce((sum, [weight]) => sum + weight, 0);

export interface FuzzOptions {
  readonly commands?: Commands;
  /** How many things happen before everybody meets. */
  readonly steps?: number;
}

export interface FuzzResult {
  /** What is wrong, a line each. Empty when all is well. */
  readonly faults: readonly string[];
  /** What happened, for a failing run to be read. */
  readonly log: readonly string[];
  /** How many tokens of prose there were, and how many of them an editor took away with a block. */
  readonly prose: { readonly tokens: number; readonly excused: number; readonly copied: number };
}

/** Runs the history of a seed and answers what is wrong with its end. */
export function runFuzz(seed: number, options: FuzzOptions = {}): FuzzResult {
  const random = seeded(seed);
  const { world, state } = aWorld(options.commands ?? COMMANDS, random);
  const count = 3 + random.int(3);
  const names = ['alice', 'bob', 'carol', 'dan', 'eve'].slice(0, count);
  const peers = names.map((name) => new FuzzPeer(name, state, seeded(random.int(2 ** 31))));
  const network = new Network(peers, random);
  new Turn(world, at(peers), random).rememberAll();
  const faults: string[] = [];
  try {
    const steps = options.steps ?? 40 + random.int(70);
    for (let step = 0; step < steps; step += 1) {
      happen(world, network, random);
      network.sendTidied();
    }
    network.settle();
    faults.push(...unequal(peers), ...lost(world, at(peers)));
  } catch (error) {
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const { count: tokens, excused, copied } = world.prose;
  const prose = { tokens, excused: excused.size, copied };
  return { faults, log: world.log, prose };
}

/** A failing seed with what went wrong, the last of what happened, and how to see it again. */
export function report(seed: number, { faults, log }: FuzzResult): string {
  return [
    `The history of seed ${seed} does not converge:`,
    ...faults.slice(0, 20).map((fault) => `  ${fault}`),
    `  (after ${log.length} writes; replay with FUZZ_SEED=${seed} npm run test:fuzz)`,
  ].join('\n');
}

function happen(world: World, network: Network, random: SeededRandom): void {
  const dice = random.int(100);
  if (dice < 50) act(world, network, random);
  else if (dice < 84) network.deliverSome();
  else if (dice < 90) network.syncSome();
  else if (dice < 93) network.part();
  else if (dice < 95) network.heal();
  else {
    const peer = random.pick(network.peers);
    if (peer.isHere) peer.leave();
    else peer.comeBack();
  }
}

function act(world: World, network: Network, random: SeededRandom): void {
  // One who has left writes too: that is an edit made offline, in the copy on the device.
  const turn = new Turn(world, random.pick(network.peers), random);
  anAction(random)(turn);
  turn.finish();
  if (turn.event !== undefined) network.send(turn.peer, turn.peer.lastSent, [turn.event]);
}

function anAction(random: SeededRandom): (turn: Turn) => void {
  let left = random.int(WEIGHTS);
  for (const [weight, action] of ACTIONS) {
    left -= weight;
    if (left < 0) return action;
  }
  return writeWords;
}

/** What must be alike when everybody has everything. */
function unequal(peers: readonly FuzzPeer[]): string[] {
  const first = at(peers);
  const text = JSON.stringify(readSnapshot(first.doc));
  const vector = stateVector(first);
  return peers.flatMap((peer) => {
    const { snapshot, problems } = readSnapshot(peer.doc);
    const { pendingStructs, pendingDs } = peer.doc.store;
    return [
      ...(JSON.stringify({ snapshot, problems }) === text
        ? []
        : [`${peer.name} sees another sheet`]),
      ...(stateVector(peer) === vector ? [] : [`${peer.name} has another state`]),
      ...(pendingStructs === null && pendingDs === null ? [] : [`${peer.name} waits for more`]),
      ...problems.map(({ path }) => `${peer.name} cannot read ${path}`),
      ...(snapshotSchema.safeParse(snapshot).success ? [] : [`${peer.name} has no valid snapshot`]),
    ];
  });
}

function stateVector(peer: FuzzPeer): string {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(peer.doc))];
  return JSON.stringify(clocks.sort(([a], [b]) => a - b));
}

/** Which effects are not there, and what is there that nobody wrote. */
function lost(world: World, { doc }: FuzzPeer): string[] {
  return [
    ...compare(flatSheet(doc), world.model, world.tokens),
    ...world.prose.compare(doc),
    ...misplaced(world, doc),
  ];
}

/** A sheet that all peers start from, and the model of it. */
function aWorld(
  commands: Commands,
  random: SeededRandom,
): { readonly world: World; readonly state: Uint8Array } {
  const tokens = new Tokens();
  const doc = new Y.Doc();
  doc.clientID = 1;
  const create = commands.createFromSnapshot(aBeginning(tokens, random));
  const outcome = run(doc, create, { origin: TEST_ORIGIN, random: random.bytes });
  if (!outcome.ok) throw new Error('The sheet could not be created');
  const prose = new ProseModels(tokens);
  for (const section of SECTIONS) {
    prose.follow(section, { tokens: new Map(), containers: new Set() }, prose.places(doc, section));
  }
  const model = instanceOf(flatSheet(doc), tokens);
  const world = {
    commands,
    model,
    prose,
    tokens,
    removed: [],
    placements: [],
    byItem: new Map(),
    log: [],
  };
  return { world, state: Y.encodeStateAsUpdate(doc) };
}

function aBeginning(tokens: Tokens, random: SeededRandom) {
  const words = () => tokens.some(1 + random.int(3)).join('');
  // Without order keys, as another program may write it: the first who moves a row repairs them.
  const order = (row: number) => (random.chance(0.2) ? '' : `a${row}`);
  const rows = (name: string, title: string, more: object = {}) =>
    [0, 1, 2].map((row) => ({
      id: `${name}-nr-${row}`,
      [title]: words(),
      order: order(row),
      ...more,
    }));
  const parsed = parseSnapshot({
    schemaVersion: SCHEMA_VERSION,
    sheet: { title: words(), labels: { tiltak: words() } },
    sections: { onsket: [paragraph(words()), paragraph(words())] },
    rotaarsaker: rows('rotaarsak', 'title', { points: words() }),
    tiltak: rows('tiltak', 'title', { rotaarsaker: ['rotaarsak-nr-1'], status: TILTAK_STATUS[1] }),
    gevinster: rows('gevinst', 'title', { tiltak: ['tiltak-nr-0'], estimate: { '2026': 10 } }),
    maalinger: rows('maaling', 'name', { start: { value: 1, date: '2024-01-01' } }),
    lapper: rows('lapp', 'text'),
    canvas: [{ id: 'shape:a', xy: [0, 0] }],
  });
  if ('faults' in parsed) throw new Error(`Faults at ${parsed.faults.join(', ')}`);
  return parsed.snapshot;
}
