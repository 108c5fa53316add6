/** What the parts of the matrix share: what the chips answer, and how they are named. */
import type { KeyboardEvent } from 'react';
import type { Tiltak } from '../../../shared/sheet/schema/entities.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { NameOf } from '../names.ts';
import { cornerOf, placeOf, type Ratings } from './places.ts';
import type { MatrixDrag } from './useMatrixDrag.ts';

export interface ChipDesk {
  readonly nameOf: NameOf;
  readonly numberOf: (tiltak: Tiltak) => number;
  readonly canWrite: boolean;
  readonly drag: MatrixDrag;
  readonly open: (tiltak: Tiltak) => void;
  readonly onKeyDown: (tiltak: Tiltak, event: KeyboardEvent) => void;
}

export function refOf({ id }: Pick<Tiltak, 'id'>) {
  return { of: 'tiltak', id } as const;
}

/** «Gevinstpotensial 4, gjennomførbarhet 5. Gjør først.» */
export function ratingsInWords(t: Translate, ratings: Ratings): string {
  const { gevinstpotensial, gjennomforbarhet } = ratings;
  const word = (rating: number | null) => (rating === null ? t('prio.notSet') : String(rating));
  const place = placeOf(ratings);
  const corner = place && cornerOf(place);
  const both = t('prio.place', {
    gevinstpotensial: word(gevinstpotensial),
    gjennomforbarhet: word(gjennomforbarhet),
  });
  return corner === undefined ? both : `${both}. ${t(`prio.corner.${corner}`)}.`;
}
