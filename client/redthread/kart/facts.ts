/** What a card of the gevinstkart tells beside the name of its thing. */
import { useMemo } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import {
  estimateByYear,
  isInPeriod,
  planPeriod,
  unitOfSlag,
} from '../../../shared/gevinst/amounts.ts';
import { isMeasurementLate, maaloppnaaelse } from '../../../shared/gevinst/maaloppnaaelse.ts';
import { total } from '../../../shared/gevinst/sums.ts';
import type { NodeRef } from '../../../shared/redthread/chain.ts';
import type { Chain } from '../../../shared/redthread/redThread.ts';
import type { Gevinst, Maaling, Tiltak } from '../../../shared/sheet/schema/entities.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { useToday } from '../../sections/useToday.ts';
import { useHeader } from '../../sheet/session.tsx';

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
  const date = useHeader().date ?? today;
  return useMemo(() => {
    const known = {
      rotaarsaker: new Map<string, Facts>(),
      tiltak: new Map(tiltak.map((each) => [each.id as string, tiltakFacts(t, each)])),
      gevinster: new Map(gevinster.map((each) => [each.id as string, gevinstFacts(t, each, date)])),
      maalinger: new Map(
        maalinger.map((each) => [each.id as string, maalingFacts(t, each, today)]),
      ),
    };
    return ({ of, id }) => known[of].get(id) ?? NONE;
  }, [t, tiltak, gevinster, maalinger, date, today]);
}

function tiltakFacts(t: Translate, { slag, status, beslutning, frist }: Tiltak): Facts {
  return joined([
    slag === 'utredning' && t('tiltak.slag.utredning'),
    beslutning === 'avvist' ? t('kart.avvist') : t(`tiltak.status.${status}`),
    frist !== null && t('kart.frist', { date: formatDate(frist) }),
  ]);
}

/** With all that is estimated for the økonomiplan that follows the sheet's date. */
function gevinstFacts(t: Translate, gevinst: Gevinst, date: string): Facts {
  const period = planPeriod(date);
  const unit = unitOfSlag(gevinst.slag);
  const inPeriod = Object.entries(estimateByYear(gevinst, period)).filter(([year]) =>
    isInPeriod(year, period),
  );
  const amount = total(Object.fromEntries(inPeriod));
  const hasAmount = unit !== undefined && inPeriod.length > 0;
  return joined([
    t(`gevinst.slag.${gevinst.slag}`),
    hasAmount &&
      t('kart.estimate', {
        amount: formatNumber(amount, { maxDecimals: 0 }),
        unit: unit === 'timer' ? t('gevinst.hours') : t('gevinst.kroner'),
        from: period.from,
        to: period.to,
      }),
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
