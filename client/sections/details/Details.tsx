/** All that the sheet knows about one row, in a window over either view. */
import { useT } from '../../i18n/i18n.ts';
import { useCollection } from '../../sheet/session.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { GevinstDetails } from './gevinst/GevinstDetails.tsx';
import { MaalingDetails } from './maaling/MaalingDetails.tsx';
import type { DetailsTarget } from './openDetails.ts';
import { TiltakDetails } from './tiltak/TiltakDetails.tsx';

interface DetailsProps {
  readonly target: DetailsTarget;
  readonly onClose: () => void;
}

export function Details({ target, onClose }: DetailsProps) {
  const t = useT();
  const tiltak = useCollection('tiltak').find(({ id }) => id === target.id);
  const gevinst = useCollection('gevinster').find(({ id }) => id === target.id);
  const maaling = useCollection('maalinger').find(({ id }) => id === target.id);
  const name = tiltak?.title ?? gevinst?.title ?? maaling?.name ?? '';
  return (
    <Dialog key={target.id} title={name} width="lg" onClose={onClose}>
      {tiltak !== undefined && <TiltakDetails tiltak={tiltak} field={target.field} />}
      {gevinst !== undefined && <GevinstDetails gevinst={gevinst} field={target.field} />}
      {maaling !== undefined && <MaalingDetails maaling={maaling} field={target.field} />}
      {tiltak === undefined && gevinst === undefined && maaling === undefined && (
        <p>{t('detaljer.borte')}</p>
      )}
    </Dialog>
  );
}
