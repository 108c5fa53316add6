/** What a tiltak is to give: a new gevinst of it in one step, and those it shares with others. */
import { linkGevinstToTiltak } from '../../../../shared/sheet/commands/gevinst.ts';
import type { Tiltak } from '../../../../shared/sheet/schema/entities.ts';
import { useT } from '../../../i18n/i18n.ts';
import { useCollection, useRun, useSession } from '../../../sheet/session.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Placed } from '../../Placed.tsx';
import { worthText } from '../../tables/estimateText.ts';
import { rowName } from '../../tables/rowNames.ts';
import { DetailLinks } from '../DetailLinks.tsx';
import { DetailPart } from '../DetailPart.tsx';
import { useNewGevinst } from '../newGevinst.ts';
import { usePlan } from '../planSettings.ts';

export function GevinsterOfTiltak({ tiltak }: { readonly tiltak: Tiltak }) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const addGevinst = useNewGevinst();
  const gevinster = useCollection('gevinster');
  const plan = usePlan();
  const linked = gevinster.filter((each) => each.tiltak.includes(tiltak.id));
  return (
    <DetailPart heading={t('gevinst.heading')}>
      <Placed place={{ section: 'tiltak', entityId: tiltak.id, field: 'gevinster' }}>
        <DetailLinks
          label={t('gevinst.heading')}
          summary={t('tiltak.velgGevinster')}
          none={t('tiltak.utenGevinst')}
          options={gevinster.map((each) => ({
            id: each.id,
            name: rowName('gevinster', gevinster, each),
            note: worthText(each, plan, t),
          }))}
          chosen={linked.map(({ id }) => id)}
          readOnly={!canWrite}
          onChange={(id, isLinked) => run(linkGevinstToTiltak(id, tiltak.id, isLinked))}
          target={(id) => ({ of: 'gevinster', id })}
        />
      </Placed>
      {canWrite && (
        <Button variant="secondary" icon="plus" onClick={() => addGevinst(tiltak.id)}>
          {t('tiltak.nyGevinstAv')}
        </Button>
      )}
    </DetailPart>
  );
}
