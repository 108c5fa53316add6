/** A tiltak, whole: what is done by whom, what it answers, and what it is to give. */
import { linkTiltakToRotaarsak } from '../../../../shared/sheet/commands/tiltak.ts';
import type { Tiltak } from '../../../../shared/sheet/schema/entities.ts';
import { DypdykkOfTiltak } from '../../../dypdykk/DypdykkOfTiltak.tsx';
import { useT } from '../../../i18n/i18n.ts';
import { useCollection, useRun, useSession } from '../../../sheet/session.tsx';
import { Placed } from '../../Placed.tsx';
import { rowName } from '../../tables/rowNames.ts';
import { DetailLinks } from '../DetailLinks.tsx';
import { DetailPart } from '../DetailPart.tsx';
import { AboutTiltak } from './AboutTiltak.tsx';
import { GevinsterOfTiltak } from './GevinsterOfTiltak.tsx';

interface TiltakDetailsProps {
  readonly tiltak: Tiltak;
}

export function TiltakDetails({ tiltak }: TiltakDetailsProps) {
  return (
    <>
      <AboutTiltak tiltak={tiltak} />
      <RotaarsakerOfTiltak tiltak={tiltak} />
      <GevinsterOfTiltak tiltak={tiltak} />
      {tiltak.slag === 'utredning' && <DypdykkOfTiltak tiltak={tiltak} />}
    </>
  );
}

function RotaarsakerOfTiltak({ tiltak }: TiltakDetailsProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const rotaarsaker = useCollection('rotaarsaker');
  return (
    <DetailPart heading={t('tiltak.rotaarsaker')}>
      <Placed place={{ section: 'tiltak', entityId: tiltak.id, field: 'rotaarsaker' }}>
        <DetailLinks
          label={t('tiltak.rotaarsaker')}
          summary={t('tiltak.velgRotaarsaker')}
          none={rotaarsaker.length === 0 ? t('tiltak.ingenRotaarsaker') : t('tiltak.utenRotaarsak')}
          options={rotaarsaker.map((each) => ({
            id: each.id,
            name: rowName('rotaarsaker', rotaarsaker, each),
          }))}
          chosen={tiltak.rotaarsaker}
          readOnly={!canWrite}
          onChange={(id, isLinked) => run(linkTiltakToRotaarsak(tiltak.id, id, isLinked))}
        />
      </Placed>
    </DetailPart>
  );
}
