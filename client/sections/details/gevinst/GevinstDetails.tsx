/** A gevinst, whole: what it is, what it is worked out from, its years, and how it is measured. */
import { unitOfSlag } from '../../../../shared/gevinst/amounts.ts';
import type { Gevinst } from '../../../../shared/sheet/schema/entities.ts';
import { useT } from '../../../i18n/i18n.ts';
import { DetailPart } from '../DetailPart.tsx';
import { AboutGevinst, TiltakOfGevinst } from './AboutGevinst.tsx';
import { Calculator } from './Calculator.tsx';
import { MaalingerOfGevinst } from './MaalingerOfGevinst.tsx';
import { YearTable } from './YearTable.tsx';

interface GevinstDetailsProps {
  readonly gevinst: Gevinst;
}

export function GevinstDetails({ gevinst }: GevinstDetailsProps) {
  const t = useT();
  const isPriced = unitOfSlag(gevinst.slag) !== undefined;
  return (
    <>
      <AboutGevinst gevinst={gevinst} />
      <TiltakOfGevinst gevinst={gevinst} />
      {isPriced && (
        <DetailPart heading={t('beregning.overskrift')}>
          <Calculator gevinst={gevinst} />
        </DetailPart>
      )}
      <DetailPart heading={t('aar.overskrift')}>
        {!isPriced && <p>{t('gevinst.prisesIkke')}</p>}
        <YearTable gevinst={gevinst} />
      </DetailPart>
      <MaalingerOfGevinst gevinst={gevinst} />
    </>
  );
}
