/**
 * A small picture of a dypdykk-A3, drawn with the sheet's real sections in their real places. The
 * writing is left as lines: it shows the shape of the sheet, and promises no content.
 */
import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n.ts';
import type { TextKey } from '../i18n/keys.ts';
import './A3Picture.css';

/** Lengths of the lines of writing, in per cent. */
const WRITING = {
  begrunnelse: [96, 88, 93, 97, 54],
  naasituasjon: [92, 97, 85, 90, 96, 88, 41],
  onsket: [94, 89, 97, 85, 62],
} as const;

const TILTAK = [
  { widths: [92, 70, 80], state: 'done' },
  { widths: [78, 88, 80], state: 'going' },
  { widths: [96, 60, 80], state: 'going' },
  { widths: [66, 82, 80], state: 'waiting' },
  { widths: [84, 74, 80], state: 'waiting' },
] as const;

export function A3Picture() {
  const t = useT();
  return (
    <div className="a3-picture" role="img" aria-label={t('start.picture.alt')}>
      <div className="a3-picture__paper">
        <div className="a3-picture__head">
          <strong>{t('start.example.title')}</strong>
          <span>{t('sheet.kind.dypdykk')}</span>
        </div>
        <div className="a3-picture__column">
          <Section label="section.dypdykk.begrunnelse.label">
            <Lines widths={WRITING.begrunnelse} />
          </Section>
          <Section label="section.dypdykk.naasituasjon.label">
            <Lines widths={WRITING.naasituasjon} />
          </Section>
          <Section label="section.dypdykk.rotaarsaker.label">
            <div className="a3-picture__clusters">
              <Lines widths={[60, 92, 80, 96]} />
              <Lines widths={[48, 86, 94, 60]} />
              <Lines widths={[66, 90, 74]} />
              <Lines widths={[54, 78, 92]} />
            </div>
          </Section>
        </div>
        <div className="a3-picture__column">
          <Section label="section.dypdykk.onsket.label">
            <Lines widths={WRITING.onsket} />
          </Section>
          <Section label="section.dypdykk.tiltak.label">
            <div className="a3-picture__rows">{TILTAK.map(tiltakRow)}</div>
          </Section>
          <Section label="section.dypdykk.maaling.label">
            <svg
              className="a3-picture__chart"
              viewBox="0 0 200 40"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <path d="M0 8H200" stroke="#008a5e" strokeWidth="1" strokeDasharray="4 3" />
              <path
                d="M0 36 40 33 80 27 120 24 160 15 200 11"
                fill="none"
                stroke="#0062ba"
                strokeWidth="2"
                vectorEffect="non-scaling-stroke"
              />
            </svg>
          </Section>
        </div>
      </div>
    </div>
  );
}

interface SectionProps {
  readonly label: TextKey & `section.dypdykk.${string}.label`;
  readonly children: ReactNode;
}

function Section({ label, children }: SectionProps) {
  const t = useT();
  return (
    <div className="a3-picture__section">
      <b>{t(label)}</b>
      {children}
    </div>
  );
}

function Lines({ widths }: { readonly widths: readonly number[] }) {
  return <div className="a3-picture__lines">{widths.map(line)}</div>;
}

function line(width: number, index: number) {
  return <i key={`${index}`} style={{ width: `${width}%` }} />;
}

function tiltakRow({ widths, state }: (typeof TILTAK)[number]) {
  return [...widths.map(line), <i key={widths.join()} data-state={state} />];
}
