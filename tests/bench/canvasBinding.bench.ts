/**
 * How the canvas is kept in the document, beside two other ways of doing it: what a move costs on the
 * wire, how a document grows by dragging, how fast a batch of others' moves is shown, and whether a
 * move and a recolour of one shape both stand.
 */
import { type MoveTimes, moveTimes } from './canvasMoves.ts';
import { OURS, WAYS, type Way } from './canvasWays.ts';
import { bothKept, bytesPerMove, growthBy } from './canvasWork.ts';
import { machineFacts, type Row, report } from './report.ts';

const DRAGS = 10_000;
const DRAGS_OF_FIVE = 2000;
const DRAGS_WITH_UNDO = 1000;
const MOVES = 1000;
const ROUNDS = 3;

interface Findings {
  readonly bytesPerMove: number;
  readonly growth: number;
  readonly growthOfFive: number;
  readonly growthWithUndo: number;
  readonly times: MoveTimes;
  readonly bothKept: number;
}

const machine = machineFacts();
const times = await moveTimes(WAYS, MOVES, ROUNDS);
const found = new Map([...times].map(([way, its]) => [way, measure(way, its)]));
printBeside(found);
report('canvasBinding', rowsOf(found), machine);
// An awareness that is still open holds the process.
process.exit(0);

function measure(way: Way, its: MoveTimes): Findings {
  const one = growthBy(way, DRAGS, 1);
  const five = growthBy(way, DRAGS_OF_FIVE, 5);
  const undone = growthBy(way, DRAGS_WITH_UNDO, 1, true);
  return {
    bytesPerMove: bytesPerMove(way),
    growth: one.after / one.before,
    growthOfFive: five.after / five.before,
    growthWithUndo: undone.after / undone.before,
    times: its,
    bothKept: bothKept(way),
  };
}

function printBeside(all: ReadonlyMap<Way, Findings>): void {
  const lines: readonly (readonly [string, (findings: Findings) => string])[] = [
    ['bytes per move', (of) => of.bytesPerMove.toFixed(0)],
    [`document after ${DRAGS} drags`, (of) => `× ${of.growth.toFixed(3)}`],
    [`after ${DRAGS_OF_FIVE} drags of five`, (of) => `× ${of.growthOfFive.toFixed(3)}`],
    [`after ${DRAGS_WITH_UNDO} drags, with undo`, (of) => `× ${of.growthWithUndo.toFixed(2)}`],
    [`${MOVES} remote moves at once`, (of) => `${of.times.batchMs.toFixed(1)} ms`],
    [`${MOVES} remote moves one by one`, (of) => `${of.times.oneByOneMs.toFixed(1)} ms`],
    ['both kept of 100', (of) => String(of.bothKept)],
  ];
  console.log(`\n${''.padEnd(30)}${[...all.keys()].map(({ name }) => name.padStart(14)).join('')}`);
  for (const [what, shown] of lines) {
    const cells = [...all.values()].map((findings) => shown(findings).padStart(14));
    console.log(`${what.padEnd(30)}${cells.join('')}`);
  }
  console.log();
}

function rowsOf(all: ReadonlyMap<Way, Findings>): readonly Row[] {
  const ours = all.get(OURS);
  if (ours === undefined) return [];
  const others = [...all].flatMap(([way, findings]) => (way === OURS ? [] : [findings]));
  const best = (of: (findings: Findings) => number) => Math.min(...others.map(of));
  const beside = (of: (findings: Findings) => number) => of(ours) / best(of);
  const ratio = (what: string, figure: number, atMost: number): Row => ({
    what,
    figure,
    unit: '×',
    atMost,
  });
  return [
    ratio(
      'bytes per move, of the best other',
      beside((of) => of.bytesPerMove),
      1,
    ),
    ratio(`growth by ${DRAGS} drags`, ours.growth, 1.25),
    ratio(
      'growth, of the best other',
      beside((of) => of.growth),
      1,
    ),
    ratio(`growth by ${DRAGS_OF_FIVE} drags of five`, ours.growthOfFive, 1.25),
    ratio(
      'growth by five, of the best other',
      beside((of) => of.growthOfFive),
      1,
    ),
    ratio(
      'growth with undo, of the best other',
      beside((of) => of.growthWithUndo),
      1,
    ),
    ratio('remote moves at once, of one by one', ours.times.batchMs / ours.times.oneByOneMs, 0.1),
    ratio(
      'remote moves at once, of the best other',
      beside((of) => of.times.batchMs),
      1,
    ),
    { what: 'both lost, of 100', figure: 100 - ours.bothKept, unit: '', atMost: 0 },
  ];
}
