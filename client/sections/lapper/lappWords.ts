/** How lapper, and what they became, are named to people. */
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';
import type { BecameRow } from '../../../shared/sheet/snapshot/became.ts';
import { t } from '../../i18n/i18n.ts';

/** Enough of a lapp's words to know it by. */
const NAME_MAX = 48;

/** The lapp's first words, or its number where it has none yet: «lapp 3». */
export function nameOfLapp(lapp: Pick<Lapp, 'text'>, number: number): string {
  const words = lapp.text.trim().replace(/\s+/g, ' ');
  if (words === '') return t('lapp.nameless', { number });
  const characters = [...words];
  if (characters.length <= NAME_MAX) return words;
  return `${characters.slice(0, NAME_MAX).join('').trimEnd()} …`;
}

/** The row's own words, or its number: «tiltak 3». */
export function nameOfBecame({ type, name, number }: BecameRow): string {
  if (name.trim() !== '') return name;
  switch (type) {
    case 'rotaarsak':
      return t('rotaarsak.nameless', { number });
    case 'tiltak':
      return t('tiltak.nameless', { number });
    case 'gevinst':
      return t('gevinst.nameless', { number });
    case 'maaling':
      return t('maaling.nameless', { number });
  }
}
