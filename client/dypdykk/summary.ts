/** What a dypdykk has come to, in few words. */
import { formatNumber } from '../../shared/format/number.ts';
import type {
  PortfolioGevinst,
  PortfolioSums,
  PortfolioTiltak,
} from '../../shared/portfolio/portfolio.ts';
import { BESLUTNINGER } from '../../shared/sheet/schema/vocabulary.ts';
import type { Translate } from '../i18n/i18n.ts';
import { amountText } from '../sections/tables/estimateText.ts';

const STAGES = ['vedtatt', 'potensial', 'realisert'] as const;

/** «8 tiltak: 3 vedtatt, 5 forslag»; without the tiltak themselves only how many they are. */
export function tiltakText(
  count: number,
  tiltak: readonly PortfolioTiltak[] | undefined,
  t: Translate,
): string {
  const all = t('portefolje.antall.tiltak', { count });
  const parts = BESLUTNINGER.flatMap((beslutning) => {
    const of = tiltak?.filter((each) => each.beslutning === beslutning).length ?? 0;
    return of === 0
      ? []
      : [`${formatNumber(of)} ${t(`tiltak.beslutning.${beslutning}`).toLowerCase()}`];
  });
  return parts.length === 0 ? all : `${all}: ${parts.join(', ')}`;
}

/** «Vedtatt: 120 000 kr og 300 timer», a line for each stage in which there is something. */
export function sumTexts({ kroner, timer }: PortfolioSums, t: Translate): readonly string[] {
  return STAGES.flatMap((stage) => {
    const amounts = [
      ...(kroner[stage].total === 0 ? [] : [amountText(kroner[stage].total, 'kroner', t)]),
      ...(timer[stage].total === 0 ? [] : [amountText(timer[stage].total, 'timer', t)]),
    ];
    if (amounts.length === 0) return [];
    return t('dypdykk.sum', {
      stage: t(`portefolje.stage.${stage}`),
      amounts: amounts.join(t('dypdykk.og')),
    });
  });
}

/** «Andel e-handel: 58 % av målet», for every måling that has come some way. */
export function maalTexts(gevinster: readonly PortfolioGevinst[], t: Translate): readonly string[] {
  const maalinger = new Map(
    gevinster.flatMap((each) => each.maalinger.map((one) => [one.id, one])),
  );
  return [...maalinger.values()].flatMap(({ name, maaloppnaaelse }) =>
    maaloppnaaelse === null
      ? []
      : t('dypdykk.maal', {
          name: name || t('portefolje.utenNavn'),
          percent: formatNumber(maaloppnaaelse * 100, { maxDecimals: 0 }),
        }),
  );
}
