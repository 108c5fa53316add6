/** Making and removing links: one card is chosen, and then those that it is linked to. */
import { useCallback } from 'react';
import type { Command } from '../../../shared/document/commands/command.ts';
import type { GevinstId, MaalingId, RotaarsakId, TiltakId } from '../../../shared/ids/ids.ts';
import {
  type ChainMap,
  type Column,
  columnBeside,
  type NodeRef,
} from '../../../shared/redthread/chain.ts';
import { linkGevinstToTiltak } from '../../../shared/sheet/commands/gevinst.ts';
import { linkMaalingToGevinst } from '../../../shared/sheet/commands/maaling.ts';
import { linkTiltakToRotaarsak } from '../../../shared/sheet/commands/tiltak.ts';
import { useT } from '../../i18n/i18n.ts';
import { useRun, useSession } from '../../sheet/session.tsx';
import { announce } from '../../ui/Announcer.tsx';
import type { NameOf } from '../names.ts';
import { useRedThread } from '../state.ts';
import { areLinked } from './kartWords.ts';

/** The card whose links are being chosen; undefined when it has been removed, and for readers. */
export function useLinkSource(map: ChainMap): NodeRef | undefined {
  const { canWrite } = useSession();
  const linking = useRedThread((state) => state.linking);
  return linking !== undefined && canWrite ? map.get(linking) : undefined;
}

/** Whether a card can be linked to another: it stands in a column beside its. */
export function canLink(a: NodeRef, b: NodeRef): boolean {
  return columnBeside(a.of, 'before') === b.of || columnBeside(a.of, 'after') === b.of;
}

/** Links two cards, or unlinks those that are; one undo step. */
export function useToggleLink(map: ChainMap, nameOf: NameOf): (a: NodeRef, b: NodeRef) => void {
  const t = useT();
  const run = useRun();
  return useCallback(
    (a, b) => {
      const isLinked = !areLinked(map, a, b);
      const command = linkCommand(a, b, isLinked);
      if (command === undefined || !run(command).ok) return;
      const names = { one: nameOf(a), other: nameOf(b) };
      announce(isLinked ? t('kart.linked', names) : t('kart.unlinked', names));
    },
    [t, run, map, nameOf],
  );
}

/** A link is kept on the one of two that stands further to the right. */
function linkCommand(a: NodeRef, b: NodeRef, isLinked: boolean): Command | undefined {
  const [left, right] = columnBeside(a.of, 'after') === b.of ? [a, b] : [b, a];
  if (columnBeside(left.of, 'after') !== right.of) return undefined;
  switch (right.of as Exclude<Column, 'rotaarsaker'>) {
    case 'tiltak':
      return linkTiltakToRotaarsak(right.id as TiltakId, left.id as RotaarsakId, isLinked);
    case 'gevinster':
      return linkGevinstToTiltak(right.id as GevinstId, left.id as TiltakId, isLinked);
    case 'maalinger':
      return linkMaalingToGevinst(right.id as MaalingId, left.id as GevinstId, isLinked);
  }
}
