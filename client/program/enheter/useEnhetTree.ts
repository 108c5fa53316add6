/** The enheter as a tree that can be changed: added under, moved, and removed with a way back. */
import { type KeyboardEvent, useMemo } from 'react';
import type { EnhetId } from '../../../shared/ids/ids.ts';
import { placeEnhet } from '../../../shared/program/commands/enhet.ts';
import {
  addEntity,
  removeEntity,
  restoreEntity,
} from '../../../shared/program/commands/program.ts';
import { type EnhetNode, enhetTree, withTrueParents } from '../../../shared/program/enheter.ts';
import type { Enhet } from '../../../shared/program/schema/entities.ts';
import { t } from '../../i18n/i18n.ts';
import { useNextFocus } from '../../sections/tables/useNextFocus.ts';
import { type Reorder, useReorder } from '../../sections/useReorder.ts';
import { useRun } from '../../sheet/documentSession.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useProgramCollection, useProgramSession } from '../session.tsx';
import { programRowName } from '../useProgramRows.ts';
import { type EnhetPlace, landingPlace, type Step, stepTo } from './steps.ts';

export interface EnhetDesk {
  readonly nodes: readonly EnhetNode[];
  readonly container: ReturnType<typeof useNextFocus>['container'];
  readonly reorder: Reorder;
  nameOf(enhet: Enhet): string;
  /** Adds an enhet under another one (null: at the top), after a sibling or last. */
  add(parent: EnhetId | null, after?: EnhetId): void;
  canStep(enhet: Enhet, step: Step): boolean;
  step(enhet: Enhet, step: Step): void;
  /** The arrow keys on an enhet's handle. */
  onHandleKey(enhet: Enhet, event: KeyboardEvent): void;
  remove(enhet: Enhet): void;
}

const STEP_OF_KEY: Readonly<Record<string, Step | undefined>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** The step that a key asks for; undefined for other keys, and for those the browser has a use for. */
export function stepOfKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
): Step | undefined {
  return event.ctrlKey || event.metaKey ? undefined : STEP_OF_KEY[event.key];
}

export function useEnhetTree(): EnhetDesk {
  const { canWrite } = useProgramSession();
  const stored = useProgramCollection('enheter');
  const rows = useMemo(() => withTrueParents(stored), [stored]);
  const nodes = useMemo(() => enhetTree(rows), [rows]);
  const run = useRun();
  const { container, focusNext } = useNextFocus();
  const nameOf = (enhet: Enhet): string => programRowName('enheter', rows, enhet);

  function put(id: EnhetId, place: EnhetPlace | undefined): void {
    const enhet = rows.find((row) => row.id === id);
    if (!canWrite || place === undefined || enhet === undefined) return;
    if (!run(placeEnhet(id, place.parent, { after: place.after })).ok) return;
    focusNext({ row: id, target: 'handle' });
    const above = rows.find((row) => row.id === place.parent);
    const name = nameOf(enhet);
    announce(
      above === undefined
        ? t('program.enheter.movedTop', { name })
        : t('program.enheter.movedUnder', { name, under: nameOf(above) }),
    );
  }

  const reorder = useReorder({
    ids: inTreeOrder(nodes),
    onMove: (id, _after, landing) => put(id as EnhetId, landingPlace(rows, id as EnhetId, landing)),
  });

  function add(parent: EnhetId | null, after?: EnhetId): void {
    const last = rows.findLast((row) => row.parent === parent)?.id;
    const place = after ?? last;
    const command = addEntity('enheter', { parent }, place === undefined ? {} : { after: place });
    const outcome = run(command);
    if (!outcome.ok) return;
    focusNext({ row: outcome.value, target: 'words' });
    const above = rows.find((row) => row.id === parent);
    announce(
      above === undefined
        ? t('program.enheter.added', { number: rows.length + 1 })
        : t('program.enheter.addedUnder', { under: nameOf(above) }),
    );
  }

  function remove(enhet: Enhet): void {
    const order = inTreeOrder(nodes);
    const at = order.indexOf(enhet.id);
    const neighbour = order[at + 1] ?? order[at - 1];
    const under = rows.filter((row) => row.parent === enhet.id).length;
    if (!run(removeEntity('enheter', enhet.id)).ok) return;
    focusNext(neighbour === undefined ? 'add' : { row: neighbour, target: 'handle' });
    const text = t('program.enheter.deleted', { title: nameOf(enhet) });
    showToast({
      text: under === 0 ? text : `${text} ${t('program.enheter.orphans', { count: under })}`,
      action: { label: t('row.undoDelete'), run: () => restore(enhet) },
    });
  }

  function restore(enhet: Enhet): void {
    if (!run(restoreEntity('enheter', enhet)).ok) return;
    focusNext({ row: enhet.id, target: 'handle' });
    announce(t('row.restored'));
  }

  const step = (enhet: Enhet, to: Step): void => put(enhet.id, stepTo(rows, enhet.id, to));
  return {
    nodes,
    container,
    reorder,
    nameOf,
    add,
    canStep: (enhet, to) => stepTo(rows, enhet.id, to) !== undefined,
    step,
    onHandleKey: (enhet, event) => {
      const to = stepOfKey(event);
      if (to === undefined) return;
      event.preventDefault();
      step(enhet, to);
    },
    remove,
  };
}

function inTreeOrder(nodes: readonly EnhetNode[]): readonly EnhetId[] {
  return nodes.flatMap(({ enhet, children }) => [enhet.id, ...inTreeOrder(children)]);
}
