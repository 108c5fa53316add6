/** How one will see whether a gevinst came: the målinger that are tied to it. */
import { formatNumber } from '../../../../shared/format/number.ts';
import { latestMeasured, maaloppnaaelse } from '../../../../shared/gevinst/maaloppnaaelse.ts';
import { linkMaalingToGevinst } from '../../../../shared/sheet/commands/maaling.ts';
import type { Gevinst, Maaling } from '../../../../shared/sheet/schema/entities.ts';
import { type Translate, useT } from '../../../i18n/i18n.ts';
import { useCollection, useRun, useSession } from '../../../sheet/session.tsx';
import { Placed } from '../../Placed.tsx';
import { rowName } from '../../tables/rowNames.ts';
import { DetailLinks } from '../DetailLinks.tsx';
import { DetailPart } from '../DetailPart.tsx';

export function MaalingerOfGevinst({ gevinst }: { readonly gevinst: Gevinst }) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const maalinger = useCollection('maalinger');
  const linked = maalinger.filter(({ gevinster }) => gevinster.includes(gevinst.id));
  return (
    <DetailPart heading={t('gevinst.maalinger')}>
      {gevinst.slag === 'okt_kvalitet' && <p>{t('gevinst.maalingErTallet')}</p>}
      <Placed place={{ section: 'tiltak', entityId: gevinst.id, field: 'maalinger' }}>
        <DetailLinks
          label={t('gevinst.maalinger')}
          summary={t('gevinst.velgMaalinger')}
          none={maalinger.length === 0 ? t('gevinst.ingenMaalinger') : t('gevinst.utenMaaling')}
          options={maalinger.map((each) => ({
            id: each.id,
            name: rowName('maalinger', maalinger, each),
            note: standing(each, t),
          }))}
          chosen={linked.map(({ id }) => id)}
          readOnly={!canWrite}
          onChange={(id, isLinked) => run(linkMaalingToGevinst(id, gevinst.id, isLinked))}
          target={(id) => ({ of: 'maalinger', id })}
        />
      </Placed>
    </DetailPart>
  );
}

/** «Sist målt: 43 mill. kroner · måloppnåelse 20 %». */
function standing(maaling: Maaling, t: Translate): string {
  const latest = latestMeasured(maaling);
  if (latest === undefined) return t('maaling.notMeasured');
  const value = `${formatNumber(latest.value)} ${maaling.unit}`.trim();
  const share = maaloppnaaelse(maaling);
  return share === undefined
    ? t('gevinst.sistMaalt', { value })
    : t('gevinst.sistMaaltAndel', {
        value,
        percent: formatNumber(share * 100, { maxDecimals: 0 }),
      });
}
