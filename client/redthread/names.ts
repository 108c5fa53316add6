/** What things of the chain are called: by their own words, or by number where they have none yet. */
import { useMemo } from 'react';
import type { Column, NodeRef } from '../../shared/redthread/chain.ts';
import type { Chain } from '../../shared/redthread/redThread.ts';
import { type Translate, useT } from '../i18n/i18n.ts';

export type NameOf = (ref: NodeRef) => string;

export function useNames(chain: Chain): NameOf {
  const t = useT();
  return useMemo(() => {
    const names = {
      rotaarsaker: namesOf(chain.rotaarsaker, ({ title }) => title),
      tiltak: namesOf(chain.tiltak, ({ title }) => title),
      gevinster: namesOf(chain.gevinster, ({ title }) => title),
      maalinger: namesOf(chain.maalinger, ({ name }) => name),
    };
    return ({ of, id }) => {
      const name = names[of].get(id);
      return name === undefined || typeof name === 'number' ? nameless(t, of, name ?? 0) : name;
    };
  }, [t, chain]);
}

/** The words of each, or its number. */
function namesOf<E extends { readonly id: string }>(
  entities: readonly E[],
  wordsOf: (entity: E) => string,
): ReadonlyMap<string, string | number> {
  return new Map(
    entities.map((entity, index) => {
      const words = wordsOf(entity).replace(/\s+/g, ' ').trim();
      return [entity.id, words === '' ? index + 1 : words];
    }),
  );
}

function nameless(t: Translate, column: Column, number: number): string {
  switch (column) {
    case 'rotaarsaker':
      return t('rotaarsak.nameless', { number });
    case 'tiltak':
      return t('tiltak.nameless', { number });
    case 'gevinster':
      return t('gevinst.nameless', { number });
    case 'maalinger':
      return t('maaling.nameless', { number });
  }
}
