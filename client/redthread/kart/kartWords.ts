/** How the links of a card are told in words. */
import {
  type ChainMap,
  type ChainNode,
  linkedTo,
  type NodeRef,
  type Side,
} from '../../../shared/redthread/chain.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { Language } from '../../i18n/keys.ts';
import type { NameOf } from '../names.ts';

/** «Svarer på 2 rotårsaker: A og B. Gir ingen gevinst.»: the links of a card, one sentence a side. */
export function linksInWords(
  t: Translate,
  language: Language,
  node: ChainNode,
  nameOf: NameOf,
): string {
  const list = new Intl.ListFormat(language);
  return (['before', 'after'] as const)
    .flatMap((side) => {
      const linked = linkedTo(node, side);
      if (linked.length > 0) {
        const values = { count: linked.length, names: list.format(linked.map(nameOf)) };
        return linkSentence(t, node, side, values) ?? [];
      }
      return node.lacks.includes(side) ? `${lackWord(t, node, side)}.` : [];
    })
    .join(' ');
}

/** The word for a link that is missing: «Uten gevinst». */
export function lackWord(t: Translate, node: NodeRef, side: Side): string {
  switch (node.of) {
    case 'rotaarsaker':
      return t('kart.lacks.tiltak');
    case 'tiltak':
      return side === 'before' ? t('kart.lacks.rotaarsak') : t('kart.lacks.gevinst');
    case 'gevinster':
      return side === 'before' ? t('kart.lacks.tiltak') : t('kart.lacks.maaling');
    case 'maalinger':
      return t('kart.lacks.gevinst');
  }
}

function linkSentence(
  t: Translate,
  { of }: NodeRef,
  side: Side,
  values: { readonly count: number; readonly names: string },
): string | undefined {
  switch (of) {
    case 'rotaarsaker':
      return t('kart.links.rotaarsakToTiltak', values);
    case 'tiltak':
      return side === 'before'
        ? t('kart.links.tiltakToRotaarsak', values)
        : t('kart.links.tiltakToGevinst', values);
    case 'gevinster':
      return side === 'before'
        ? t('kart.links.gevinstToTiltak', values)
        : t('kart.links.gevinstToMaaling', values);
    case 'maalinger':
      return t('kart.links.maalingToGevinst', values);
  }
}

/** Whether two cards are linked, whichever of them is named first. */
export function areLinked(map: ChainMap, a: NodeRef, b: NodeRef): boolean {
  const node = map.get(a);
  if (node === undefined) return false;
  return (['before', 'after'] as const).some((side) =>
    linkedTo(node, side).some(({ of, id }) => of === b.of && id === b.id),
  );
}
