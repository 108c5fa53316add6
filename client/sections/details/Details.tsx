/** All that the sheet knows about one row, in a window over either view. */
import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { useCollection } from '../../sheet/session.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { rowTitle } from '../tables/rowNames.ts';
import './details.css';
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
  const body = useRef<HTMLDivElement>(null);
  const [alleTiltak, alleGevinster, alleMaalinger] = [
    useCollection('tiltak'),
    useCollection('gevinster'),
    useCollection('maalinger'),
  ];
  const tiltak = alleTiltak.find(({ id }) => id === target.id);
  const gevinst = alleGevinster.find(({ id }) => id === target.id);
  const maaling = alleMaalinger.find(({ id }) => id === target.id);
  // After the dialog has put the focus on its title.
  useEffect(() => fieldIn(body.current, target)?.focus(), [target]);
  return (
    <Dialog
      key={target.id}
      title={
        (tiltak && rowTitle('tiltak', alleTiltak, tiltak)) ??
        (gevinst && rowTitle('gevinster', alleGevinster, gevinst)) ??
        (maaling && rowTitle('maalinger', alleMaalinger, maaling)) ??
        t('detaljer.borteTittel')
      }
      width="lg"
      onClose={onClose}
    >
      <div ref={body} className="details">
        {tiltak !== undefined && <TiltakDetails tiltak={tiltak} />}
        {gevinst !== undefined && <GevinstDetails gevinst={gevinst} />}
        {maaling !== undefined && <MaalingDetails maaling={maaling} field={target.field} />}
        {tiltak === undefined && gevinst === undefined && maaling === undefined && <Gone />}
      </div>
    </Dialog>
  );
}

/** Somebody has removed the row. Whoever was in one of its fields comes here, and is told so. */
function Gone() {
  const t = useT();
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) words.current?.focus();
    else announce(t('detaljer.borte'));
  }, [t]);
  return (
    <p ref={words} tabIndex={-1}>
      {t('detaljer.borte')}
    </p>
  );
}

/** The control of a field, by the key that its `Placed` carries: `ansvar`, `estimate/2027`. */
function fieldIn(body: HTMLElement | null, { field }: DetailsTarget): HTMLElement | undefined {
  if (body === null || field === undefined) return undefined;
  const places = body.querySelectorAll<HTMLElement>('[data-place]');
  const place = [...places].find(({ dataset }) => fieldOf(dataset['place']) === field);
  return place?.querySelector<HTMLElement>('input, textarea, select, summary') ?? undefined;
}

function fieldOf(place: string | undefined): unknown {
  const parsed: unknown = JSON.parse(place ?? 'null');
  return typeof parsed === 'object' && parsed !== null && 'field' in parsed
    ? parsed.field
    : undefined;
}
