/** How far a måling has come, in one sentence, and when it is to be measured next. */
import { formatDate } from '../../../../shared/format/date.ts';
import {
  isMeasurementLate,
  latestMeasured,
  maaloppnaaelse,
} from '../../../../shared/gevinst/maaloppnaaelse.ts';
import { shareInPercent } from '../../../../shared/maaling/amount.ts';
import type { Maaling } from '../../../../shared/sheet/schema/entities.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useToday } from '../../useToday.ts';
import { amountOf, dueSentence, waySentence } from './maalingWords.ts';

export function MaalingSummary({ maaling }: { readonly maaling: Maaling }) {
  const t = useT();
  const today = useToday();
  const share = maaloppnaaelse(maaling);
  const latest = latestMeasured(maaling);
  const due = dueSentence(t, maaling, today);
  const isLate = isMeasurementLate(maaling, today);
  return (
    <div className="maaling-summary">
      <p className="maaling-summary__way">{waySentence(t, maaling)}</p>
      <dl className="maaling-summary__figures">
        {share !== undefined && (
          <div>
            <dt>{t('maaling.share')}</dt>
            <dd>{shareInPercent(share)}</dd>
          </div>
        )}
        {latest !== undefined && (
          <div>
            <dt>{t('maaling.latest')}</dt>
            <dd>
              {amountOf(maaling, latest.value)}
              <span className="maaling-quiet">{formatDate(latest.date)}</span>
            </dd>
          </div>
        )}
      </dl>
      {due !== undefined && (
        <p className="maaling-due" data-late={isLate || undefined}>
          <Icon name={isLate ? 'warning' : 'calendar'} />
          {due}
        </p>
      )}
    </div>
  );
}
