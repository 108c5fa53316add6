/**
 * What the form does with the lapper of one list. Each action is one undo step, says to those who
 * listen what happened, and names where the focus goes on. They read the sheet when they are
 * called, so that they stay the same while it changes.
 */

import { placesForLapper } from '../../../shared/sheet/canvas/geometry.ts';
import { restoreEntity } from '../../../shared/sheet/commands/entities.ts';
import {
  addLapp,
  groupLapper,
  linesOf,
  MOST_LINES,
  moveLapp,
  moveLappToSection,
  newGroup,
  patchLapp,
  removeLapp,
  spreadOverLapper,
  ungroupLapper,
} from '../../../shared/sheet/commands/lapp.ts';
import { convertLapp } from '../../../shared/sheet/commands/lappConvert.ts';
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';
import type { BecameType, LappColor, SectionKey } from '../../../shared/sheet/schema/vocabulary.ts';
import { t } from '../../i18n/i18n.ts';
import { random } from '../../sheet/random.ts';
import type { useRun } from '../../sheet/session.tsx';
import type { SheetView } from '../../sheet/view.ts';
import { announce } from '../../ui/Announcer.tsx';
import { showToast } from '../../ui/toasts.ts';
import { groupNumbers } from './groups.ts';
import { nameOfBecame, nameOfLapp } from './lappWords.ts';
import { becameIn } from './useBecame.ts';

/** Where the focus goes once the list has been drawn. */
export type NextFocus = { readonly id: string; readonly target: 'words' | 'menu' } | 'add';

export interface LappActions {
  /** A new lapp after another one, of its colour; or last in the list. */
  add(after?: Lapp): void;
  /** Lines pasted into an empty lapp: one lapp each. False where the browser is to paste. */
  paste(lapp: Lapp, text: string): boolean;
  color(lapp: Lapp, color: LappColor): void;
  step(lapp: Lapp, by: -1 | 1): void;
  /** `label` is the section's, or what stands for none. */
  toSection(lapp: Lapp, section: SectionKey | null, label: string): void;
  convert(lapp: Lapp, to: BecameType): void;
  groupWithAbove(lapp: Lapp): void;
  ungroup(lapp: Lapp): void;
  remove(lapp: Lapp): void;
}

export interface LappListContext {
  readonly view: SheetView;
  readonly run: ReturnType<typeof useRun>;
  /** Whose lapper new ones are. */
  readonly author: string;
  /** The section that new ones belong to. */
  readonly section: SectionKey | null;
  /** Whether a lapp stands in this list. */
  readonly isOwn: (lapp: Lapp) => boolean;
  readonly focusOn: (next: NextFocus) => void;
}

export function lappActions(context: LappListContext): LappActions {
  return { ...makingActions(context), ...changingActions(context), ...movingActions(context) };
}

function makingActions({
  view,
  run,
  author,
  section,
  isOwn,
  focusOn,
}: LappListContext): Pick<LappActions, 'add' | 'paste'> {
  return {
    add(after) {
      const lapper = view.collection('lapper');
      const above = after ?? lapper.findLast(isOwn);
      const belongsTo = after === undefined ? section : after.section;
      const [xy = [0, 0]] = placesForLapper(lapper, belongsTo, 1, random);
      const draft = { section: belongsTo, xy, author, ...(after && { color: after.color }) };
      const made = run(addLapp(draft, above === undefined ? {} : { after: above.id }));
      if (!made.ok) return;
      focusOn({ id: made.value, target: 'words' });
      announce(t('lapp.added', { number: numberOf(view, isOwn, made.value) }));
    },
    paste(lapp, text) {
      const lines = linesOf(text);
      if (lapp.text.trim() !== '' || lines.length < 2) return false;
      const places = placesForLapper(
        view.collection('lapper'),
        lapp.section,
        lines.length - 1,
        random,
      );
      const draft = { section: lapp.section, color: lapp.color, author };
      if (!run(spreadOverLapper(lapp.id, lines, draft, places)).ok) return false;
      const written = text.split('\n').filter((line) => line.trim() !== '').length;
      const isAll = written <= MOST_LINES;
      announce(t(isAll ? 'lapp.pasted' : 'lapp.pastedMost', { number: lines.length }));
      return true;
    },
  };
}

function changingActions({
  view,
  run,
  isOwn,
  focusOn,
}: LappListContext): Pick<LappActions, 'color' | 'convert' | 'groupWithAbove' | 'ungroup'> {
  return {
    color(lapp, color) {
      if (!run(patchLapp(lapp.id, { color })).ok) return;
      announce(t('lapp.colored', { color: t(`lapp.color.${color}`).toLocaleLowerCase() }));
    },
    convert(lapp, to) {
      const made = run(convertLapp(lapp.id, to));
      if (!made.ok) return;
      focusOn({ id: lapp.id, target: 'menu' });
      const row = becameIn(view, { became: made.value });
      const name = row === null ? '' : nameOfBecame(row);
      announce(t('lapp.converted', { kind: t(`lapp.kind.${to}`), name }));
    },
    groupWithAbove(lapp) {
      const own = view.collection('lapper').filter(isOwn);
      const above = own[own.findIndex(({ id }) => id === lapp.id) - 1];
      if (above === undefined) return;
      const isGrouped = groupNumbers(view.collection('lapper')).has(above.group);
      const group = isGrouped ? above.group : newGroup(random);
      if (!run(groupLapper([above.id, lapp.id], group)).ok) return;
      const number = groupNumbers(view.collection('lapper')).get(group) ?? 1;
      announce(t('lapp.grouped', { number }));
    },
    ungroup(lapp) {
      if (run(ungroupLapper([lapp.id])).ok) announce(t('lapp.ungrouped'));
    },
  };
}

function movingActions({
  view,
  run,
  isOwn,
  focusOn,
}: LappListContext): Pick<LappActions, 'step' | 'toSection' | 'remove'> {
  /** Where the focus goes when a lapp leaves the list: its neighbour, else the button below. */
  const beside = (lapp: Lapp): NextFocus => {
    const own = view.collection('lapper').filter(isOwn);
    const at = own.findIndex(({ id }) => id === lapp.id);
    const neighbour = own[at + 1] ?? own[at - 1];
    return neighbour === undefined ? 'add' : { id: neighbour.id, target: 'menu' };
  };
  const restore = (lapp: Lapp): void => {
    if (!run(restoreEntity('lapper', lapp)).ok) return;
    focusOn({ id: lapp.id, target: 'menu' });
    announce(t('lapp.restored'));
  };
  return {
    step(lapp, by) {
      const lapper = view.collection('lapper');
      const own = lapper.filter(isOwn);
      const at = own.findIndex(({ id }) => id === lapp.id);
      const passed = own[at + by];
      if (at === -1 || passed === undefined) return;
      const before = lapper[lapper.indexOf(passed) - 1]?.id ?? null;
      if (!run(moveLapp(lapp.id, { after: by === 1 ? passed.id : before })).ok) return;
      focusOn({ id: lapp.id, target: 'menu' });
      announce(t('row.moved', { place: at + by + 1, count: own.length }));
    },
    toSection(lapp, section, label) {
      const [xy = lapp.xy] = placesForLapper(view.collection('lapper'), section, 1, random);
      const next = beside(lapp);
      if (!run(moveLappToSection(lapp.id, section, xy)).ok) return;
      focusOn(next);
      announce(t('lapp.moved', { section: label }));
    },
    remove(lapp) {
      const next = beside(lapp);
      const name = nameOfLapp(lapp, numberOf(view, isOwn, lapp.id));
      if (!run(removeLapp(lapp.id)).ok) return;
      focusOn(next);
      showToast({
        text: t('lapp.deleted', { text: name }),
        action: { label: t('row.undoDelete'), run: () => restore(lapp) },
      });
    },
  };
}

function numberOf(view: SheetView, isOwn: (lapp: Lapp) => boolean, id: string): number {
  return (
    view
      .collection('lapper')
      .filter(isOwn)
      .findIndex((lapp) => lapp.id === id) + 1
  );
}
