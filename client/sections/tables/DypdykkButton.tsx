/** On the row of an utredningstiltak: to the dypdykk that it opens. */
import type { Tiltak } from '../../../shared/sheet/schema/entities.ts';
import { useT } from '../../i18n/i18n.ts';
import { useSession } from '../../sheet/session.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useOpenDypdykk } from '../useOpenDypdykk.ts';

interface DypdykkButtonProps {
  readonly tiltak: Tiltak;
  readonly name: string;
}

export function DypdykkButton({ tiltak, name }: DypdykkButtonProps) {
  const t = useT();
  const { canWrite } = useSession();
  const { open, isBusy } = useOpenDypdykk();
  const canOpen = tiltak.dypdykkId !== null || canWrite;
  if (tiltak.slag !== 'utredning' || !canOpen) return null;
  return (
    <IconButton
      icon="sheet"
      size="sm"
      label={t('tiltak.dypdykkOf', { what: name })}
      tooltip={t('tiltak.dypdykk')}
      aria-disabled={isBusy}
      onClick={() => void open(tiltak)}
    />
  );
}
