/** What a gevinst is, where it comes from, whose it is, and what it takes to get it. */

import type { TextKey } from '../../../../shared/sheet/commands/entities.ts';
import { linkGevinstToTiltak, patchGevinst } from '../../../../shared/sheet/commands/gevinst.ts';
import type { Gevinst } from '../../../../shared/sheet/schema/entities.ts';
import { GEVINST_SLAG, type GevinstSlag } from '../../../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../../../i18n/i18n.ts';
import { useCollection, useRun, useSession } from '../../../sheet/session.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Placed } from '../../Placed.tsx';
import { rowName } from '../../tables/rowNames.ts';
import { DetailCell } from '../DetailCell.tsx';
import { DetailLinks } from '../DetailLinks.tsx';
import { DetailPart } from '../DetailPart.tsx';

interface AboutProps {
  readonly gevinst: Gevinst;
}

export function AboutGevinst({ gevinst }: AboutProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const place = { section: 'tiltak', entityId: gevinst.id } as const;
  const cell = (key: TextKey<'gevinster'>) =>
    ({
      address: { of: 'gevinster', id: gevinst.id, key },
      place: { ...place, field: key },
    }) as const;
  return (
    <DetailPart>
      <div className="details__grid" data-columns="2">
        <div className="details__wide">
          <DetailCell {...cell('title')} label={t('gevinst.title')} />
        </div>
        <Placed place={{ ...place, field: 'slag' }}>
          <Select<GevinstSlag>
            label={t('gevinst.slag')}
            value={gevinst.slag}
            disabled={!canWrite}
            options={GEVINST_SLAG.map((value) => ({ value, label: t(`gevinst.slag.${value}`) }))}
            onValueChange={(slag) => run(patchGevinst(gevinst.id, { slag }))}
          />
        </Placed>
        <Placed place={{ ...place, field: 'realiseresDato' }}>
          <DateField
            label={t('gevinst.realiseres')}
            value={gevinst.realiseresDato}
            readOnly={!canWrite}
            onValueChange={(realiseresDato) => run(patchGevinst(gevinst.id, { realiseresDato }))}
          />
        </Placed>
        <DetailCell {...cell('eier')} label={t('gevinst.eier')} />
        <DetailCell {...cell('ansvarlig')} label={t('gevinst.ansvarlig')} />
        <DetailCell {...cell('description')} label={t('detaljer.beskrivelse')} isMultiline />
        <DetailCell
          {...cell('forutsetninger')}
          label={t('gevinst.forutsetninger')}
          help={t('gevinst.forutsetningerHjelp')}
          isMultiline
        />
        <DetailCell
          {...cell('omsetting')}
          label={t('gevinst.omsetting')}
          help={t('gevinst.omsettingHjelp')}
          isMultiline
        />
      </div>
    </DetailPart>
  );
}

/** Many to many: any tiltak of the sheet can be behind it. */
export function TiltakOfGevinst({ gevinst }: AboutProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const tiltak = useCollection('tiltak');
  return (
    <DetailPart heading={t('gevinst.tiltak')}>
      <Placed place={{ section: 'tiltak', entityId: gevinst.id, field: 'tiltak' }}>
        <DetailLinks
          label={t('gevinst.tiltak')}
          summary={t('gevinst.velgTiltak')}
          none={t('gevinst.utenTiltak')}
          options={tiltak.map((each) => ({ id: each.id, name: rowName('tiltak', tiltak, each) }))}
          chosen={gevinst.tiltak}
          readOnly={!canWrite}
          onChange={(id, isLinked) => run(linkGevinstToTiltak(gevinst.id, id, isLinked))}
          target={(id) => ({ of: 'tiltak', id })}
        />
      </Placed>
    </DetailPart>
  );
}
