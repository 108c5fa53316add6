/** Where everything in a måling's graph stands, in pixels. Pure: the component only draws it. */
import type { Maaling } from '../../../../../shared/sheet/schema/entities.ts';
import { type NumberAxis, numberAxis, placeOn } from './numberAxis.ts';
import { dayNumber, type TimeAxis, timeAxis } from './timeAxis.ts';
import type { Size } from './useSize.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  /** The field between the axes. */
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly numbers: NumberAxis;
  readonly time: TimeAxis;
  readonly x: (date: string) => number;
  readonly y: (value: number) => number;
  readonly measured: readonly Spot[];
  /** The nullpunkt and the ønsket verdi, where they have both a value and a day. */
  readonly start: Spot | undefined;
  readonly target: Spot | undefined;
  /** There is a straight way from the one to the other: time does not run back. */
  readonly hasWay: boolean;
  /** Heights of those that have a value but no day: they hold all along. */
  readonly startLevel: number | undefined;
  readonly targetLevel: number | undefined;
  readonly today: number;
}

/** The room that letters take, in their own size. */
const LETTER_WIDTH = 0.62;
const LINE = 1.4;
/** Letters between two days along the bottom. */
const DAY_ROOM = 9;
/** Letters between two numbers up the side. */
const NUMBER_ROOM = 3.2;

/** Undefined where there is no value to draw. */
export function layoutChart(
  { start, target, series }: Pick<Maaling, 'start' | 'target' | 'series'>,
  today: string,
  { width, letter }: Size,
  write: (value: number, axis: NumberAxis) => string,
): ChartLayout | undefined {
  const ends = [start.value, target.value].filter((value) => value !== null);
  const values = [...ends, ...series.map(({ value }) => value)];
  if (values.length === 0 || width === 0) return undefined;
  const dates = [start.date, target.date, ...series.map(({ date }) => date), today];
  const height = Math.round(Math.min(Math.max(width * 0.45, letter * 15), letter * 26));
  const [top, bottom] = [letter * 2, height - letter * (LINE + 0.8)];
  const numbers = numberAxis(
    values,
    Math.max(2, Math.floor((bottom - top) / (letter * NUMBER_ROOM))),
  );
  const longest = Math.max(
    ...numbers.ticks.map((tick) => write(tick * numbers.divisor, numbers).length),
  );
  const left = Math.ceil(longest * letter * LETTER_WIDTH + letter);
  const right = width - letter;
  const time = timeAxis(
    dates.filter((date) => date !== null),
    Math.max(1, Math.floor((right - left) / (letter * DAY_ROOM))),
  );
  const x = (date: string): number =>
    left + ((dayNumber(date) - time.from) / (time.to - time.from)) * (right - left);
  const y = (value: number): number => bottom - placeOn(numbers, value) * (bottom - top);
  const spot = ({ value, date }: Maaling['start']): Spot | undefined =>
    value === null || date === null ? undefined : { x: x(date), y: y(value) };
  const level = ({ value, date }: Maaling['start']): number | undefined =>
    value !== null && date === null ? y(value) : undefined;
  return {
    width,
    height,
    plot: { left, right, top, bottom },
    numbers,
    time,
    x,
    y,
    measured: series.map(({ date, value }) => ({ x: x(date), y: y(value) })),
    start: spot(start),
    target: spot(target),
    hasWay:
      ends.length === 2 && (start.date ?? '') !== '' && (start.date ?? '') < (target.date ?? ''),
    startLevel: level(start),
    targetLevel: level(target),
    today: x(today),
  };
}

/** With more values than this only the newest is marked; the line tells the rest. */
const MOST_DOTS = 60;

export function dotsOf({ measured }: Pick<ChartLayout, 'measured'>): readonly Spot[] {
  return measured.length > MOST_DOTS ? measured.slice(-1) : measured;
}

/** The outline of the mark of an ønsket verdi. */
export function diamond({ x, y }: Spot): string {
  return `M${x} ${y - 7}l7 7l-7 7l-7 -7z`;
}

/** Words beside a spot. */
export interface Label extends Spot {
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/**
 * Words over (or under) a spot, moved in from the edges. `isAbove` is a wish: where there is no room
 * they stand on the other side.
 */
export function labelBeside(
  text: string,
  spot: Spot,
  isAbove: boolean,
  { plot }: Pick<ChartLayout, 'plot'>,
  letter: number,
): Label {
  const half = (text.length * letter * LETTER_WIDTH) / 2;
  const anchor =
    spot.x - half < plot.left ? 'start' : spot.x + half > plot.right ? 'end' : 'middle';
  const x =
    anchor === 'start'
      ? Math.max(plot.left, spot.x - letter / 2)
      : anchor === 'end'
        ? Math.min(plot.right, spot.x + letter / 2)
        : spot.x;
  const [above, below] = [spot.y - letter * 0.8, spot.y + letter * 1.6];
  const fitsAbove = above - letter > 0;
  const fitsBelow = below < plot.bottom;
  return { text, x, y: (isAbove && fitsAbove) || !fitsBelow ? above : below, anchor };
}

/** Pixels around the middle of a mark that belong to it. */
const MARK = 5;

/** Whether words would cover none of the others, and no mark. */
export function isFree(label: Label, others: readonly (Label | Spot)[], letter: number): boolean {
  const own = boxOf(label, letter);
  return others.every((other) => {
    const box = boxOf(other, letter);
    return (
      own.left >= box.right ||
      own.right <= box.left ||
      own.top >= box.bottom ||
      own.bottom <= box.top
    );
  });
}

function boxOf(thing: Label | Spot, letter: number) {
  const { x, y } = thing;
  if (!('text' in thing)) {
    return { left: x - MARK, right: x + MARK, top: y - MARK, bottom: y + MARK };
  }
  const width = thing.text.length * letter * LETTER_WIDTH;
  const { anchor } = thing;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - letter * 0.8, bottom: y + letter * 0.2 };
}
