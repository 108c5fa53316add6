/** Where a sheet stands among the others, from their rows. The rules stand with `SheetContext`. */
import { planPeriod } from '../../../shared/gevinst/amounts.ts';
import type { SheetId, TiltakId } from '../../../shared/ids/ids.ts';
import type {
  Dypdykk,
  DypdykkContent,
  ParentSheet,
  SheetContext,
} from '../../../shared/portfolio/sheetContext.ts';
import { programPeriod } from '../../../shared/program/period.ts';
import type { ProgramRows } from '../programRows.ts';
import type { SheetRows } from '../rows.ts';
import { enhetTree } from './enhetTree.ts';
import { type Item, itemsOf } from './items.ts';
import { flagsOf, type Moment } from './selection.ts';
import { programOf, shownGevinst, shownTiltak } from './shown.ts';
import { Tally } from './tally.ts';

export interface Surroundings {
  readonly rows: SheetRows;
  readonly program: ProgramRows | undefined;
  /** The sheet that this one says it digs into, where it is known. */
  readonly parent: SheetRows | undefined;
  /** The sheets that say they dig into this one. */
  readonly children: readonly SheetRows[];
}

/** `readable` are the sheets whose keys the caller has shown. */
export function sheetContext(
  { rows, program, parent, children }: Surroundings,
  readable: ReadonlySet<SheetId>,
  moment: Moment,
): SheetContext {
  const period =
    program === undefined ? planPeriod(moment.today) : programPeriod(program, moment.today);
  const dypdykkOf = (child: SheetRows): Dypdykk => {
    const items = itemsOf(child, period);
    const tally = new Tally();
    for (const item of items) tally.add(item, undefined);
    return {
      sheetId: child.sheet.sheetId,
      tiltakId: tiltakBetween(rows, child),
      sums: tally.sums,
      content: readable.has(child.sheet.sheetId) ? contentOf(child, items) : null,
    };
  };
  const contentOf = (child: SheetRows, items: readonly Item[]): DypdykkContent => {
    const flags = (item: Item) => flagsOf(item, moment);
    return {
      title: child.sheet.title,
      tiltak: items.flatMap((item) =>
        item.type === 'tiltak' ? [shownTiltak(item, flags(item))] : [],
      ),
      gevinster: items.flatMap((item) =>
        item.type === 'gevinst' ? [shownGevinst(item, flags(item), period)] : [],
      ),
    };
  };
  return {
    program: program === undefined ? null : programOf(program, period),
    enheter: [...enhetTree(program?.enheter ?? []).values()].map(({ id, parentId, name }) => ({
      ...{ id, parentId, name },
    })),
    parent: parentOf(rows, parent, readable),
    dypdykk: children
      .filter((child) => isAgreed(rows, child))
      .sort(byTiltakOf(rows))
      .map(dypdykkOf),
  };
}

/** Whether the upper sheet, too, says that the lower one belongs to it. */
function isAgreed(upper: SheetRows, lower: SheetRows): boolean {
  if (lower.sheet.parentSheetId !== upper.sheet.sheetId) return false;
  const { programId } = upper.sheet;
  return names(upper, lower) || (programId !== null && programId === lower.sheet.programId);
}

function names(upper: SheetRows, lower: SheetRows): boolean {
  return upper.tiltak.some(({ dypdykkId }) => dypdykkId === lower.sheet.sheetId);
}

/** The upper sheet's own word goes before the lower one's. */
function tiltakBetween(upper: SheetRows, lower: SheetRows): TiltakId | null {
  const { sheetId, parentTiltakId } = lower.sheet;
  const tiltak =
    upper.tiltak.find(({ dypdykkId }) => dypdykkId === sheetId) ??
    upper.tiltak.find(({ id }) => id === parentTiltakId);
  return tiltak?.id ?? null;
}

function parentOf(
  rows: SheetRows,
  parent: SheetRows | undefined,
  readable: ReadonlySet<SheetId>,
): ParentSheet | null {
  const { parentSheetId, parentTiltakId } = rows.sheet;
  if (parentSheetId === null) return null;
  const isShown = parent !== undefined && (readable.has(parentSheetId) || isAgreed(parent, rows));
  return {
    sheetId: parentSheetId,
    // What the sheet itself says: its readers can see it anyway.
    tiltakId: parentTiltakId,
    title: isShown ? parent.sheet.title : null,
  };
}

/** By the place of their tiltak, then by age. */
function byTiltakOf(upper: SheetRows): (a: SheetRows, b: SheetRows) => number {
  const place = (lower: SheetRows) => {
    const id = tiltakBetween(upper, lower);
    const index = upper.tiltak.findIndex((tiltak) => tiltak.id === id);
    return index === -1 ? upper.tiltak.length : index;
  };
  return (a, b) =>
    place(a) - place(b) ||
    a.sheet.createdAt - b.sheet.createdAt ||
    (a.sheet.sheetId < b.sheet.sheetId ? -1 : 1);
}
