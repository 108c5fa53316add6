/** What a card of the gevinstkart tells beside the name of its thing. */
import { useMemo } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import { isMeasurementLate, maaloppnaaelse } from '../../../shared/gevinst/maaloppnaaelse.ts';
import type { NodeRef } from '../../../shared/redthread/chain.ts';
import type { Chain } from '../../../shared/redthread/redThread.ts';
import type { Maaling, Tiltak } from '../../../shared/sheet/schema/entities.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { usePlan } from '../../sections/details/planSettings.ts';
import { worthText } from '../../sections/tables/estimateText.ts';
import { useToday } from '../../sections/useToday.ts';

export interface Facts {
  /** One short line. Empty where there is nothing to tell. */
  readonly line: string;
  /** How far a måling has come, as a share of its way; may be under 0 and over 1. */
  readonly share?: number | undefined;
}

export type FactsOf = (ref: NodeRef) => Facts;

const NONE: Facts = { line: '' };

export function useFacts({ tiltak, gevinster, maalinger }: Chain): FactsOf {
  const t = useT();
  const today = useToday();
  const plan = usePlan();
  return useMemo(() => {
    const known = {
      rotaarsaker: new Map<string, Facts>(),
      tiltak: new Map(tiltak.map((each) => [each.id as string, tiltakFacts(t, each)])),
      gevinster: new Map(
        gevinster.map((each) => [each.id as string, { line: worthText(each, plan, t) }]),
      ),
      maalinger: new Map(
        maalinger.map((each) => [each.id as string, maalingFacts(t, each, today)]),
      ),
    };
    return ({ of, id }) => known[of].get(id) ?? NONE;
  }, [t, tiltak, gevinster, maalinger, plan, today]);
}

function tiltakFacts(t: Translate, { slag, status, beslutning, frist }: Tiltak): Facts {
  return joined([
    slag === 'utredning' && t('tiltak.slag.utredning'),
    beslutning === 'avvist' ? t('kart.avvist') : t(`tiltak.status.${status}`),
    frist !== null && t('kart.frist', { date: formatDate(frist) }),
  ]);
}

function maalingFacts(t: Translate, maaling: Maaling, today: string): Facts {
  const share = maaloppnaaelse(maaling);
  const line = joined([
    share === undefined
      ? t('kart.notMeasured')
      : t('kart.maaloppnaaelse', { percent: formatNumber(share * 100, { maxDecimals: 0 }) }),
    isMeasurementLate(maaling, today) && t('kart.late'),
  ]);
  return { ...line, share };
}

function joined(parts: readonly (string | false)[]): Facts {
  return { line: parts.filter((part) => part !== false).join(' · ') };
}
