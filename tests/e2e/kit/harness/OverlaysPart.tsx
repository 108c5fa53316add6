/** What comes up over the page: dialogs, menus and toasts. */
import { useState } from 'react';
import { announce } from '../../../../client/ui/Announcer.tsx';
import { Button } from '../../../../client/ui/Button.tsx';
import { ConfirmDialog } from '../../../../client/ui/ConfirmDialog.tsx';
import { DateField } from '../../../../client/ui/DateField.tsx';
import { Dialog } from '../../../../client/ui/Dialog.tsx';
import { Menu } from '../../../../client/ui/Menu.tsx';
import { showToast } from '../../../../client/ui/toasts.ts';

type Open = 'dialog' | 'confirm' | 'nested';

export function OverlaysPart() {
  const [open, setOpen] = useState<Open>();
  const [last, setLast] = useState('ingenting');
  const [order, setOrder] = useState('frist');
  return (
    <section aria-label="Over siden">
      <output aria-label="Sist gjort">{last}</output>
      <div className="harness__row">
        <Button onClick={() => setOpen('dialog')}>Åpne dialog</Button>
        <Button onClick={() => setOpen('confirm')}>Spør først</Button>
        <Menu
          label="Flere valg"
          icon="more"
          iconOnly
          items={[
            { label: 'Last ned', icon: 'download', onSelect: () => setLast('lastet ned') },
            {
              label: 'Skriv ut',
              icon: 'print',
              shortcut: 'Ctrl+P',
              onSelect: () => setLast('skrev ut'),
            },
            { label: 'Frys utgave', isDisabled: true, onSelect: () => setLast('frøs') },
            'separator',
            { label: 'Åpne dialog', onSelect: () => setOpen('dialog') },
            { label: 'Slett', icon: 'trash', isDanger: true, onSelect: () => setLast('slettet') },
          ]}
        />
        <Menu
          label="Rekkefølge"
          variant="secondary"
          items={['frist', 'ansvar', 'status'].map((value) => ({
            label: value,
            isChecked: order === value,
            onSelect: () => setOrder(value),
          }))}
        />
        <Button onClick={() => showToast({ text: 'Arket er lagret.', kind: 'success' })}>
          Vis melding
        </Button>
        <Button
          onClick={() =>
            showToast({
              text: 'Tiltaket er slettet.',
              action: { label: 'Angre', run: () => setLast('angret') },
            })
          }
        >
          Slett med angre
        </Button>
        <Button onClick={() => announce('Sagt på siden')}>Si noe</Button>
      </div>
      {(open === 'dialog' || open === 'nested') && (
        <Dialog
          title="En dialog"
          onClose={() => setOpen(undefined)}
          footer={
            <>
              <Button variant="secondary" onClick={() => announce('Sagt i dialogen')}>
                Si noe i dialogen
              </Button>
              <Button onClick={() => setOpen('nested')}>Spør i dialogen</Button>
            </>
          }
        >
          <DateField label="Dato i dialogen" value={null} onValueChange={() => undefined} />
        </Dialog>
      )}
      {(open === 'confirm' || open === 'nested') && (
        <ConfirmDialog
          title="Slette tiltaket?"
          confirmLabel="Slett tiltaket"
          onConfirm={() => {
            setLast('bekreftet');
            setOpen(undefined);
            announce('Sagt da spørsmålet gikk');
          }}
          onCancel={() => setOpen(open === 'nested' ? 'dialog' : undefined)}
        >
          <p>Det kan ikke angres.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
