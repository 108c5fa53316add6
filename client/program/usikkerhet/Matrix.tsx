/**
 * The usikkerhetsmatrise: sannsynlighet upward, konsekvens to the right, each usikkerhet at its own
 * decimals. Muligheter are round and open, risikoer square and filled. The marks are a list, the
 * heaviest first, that reads out what the picture shows; each leads to its row.
 */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { formatNumber } from '../../../shared/format/number.ts';
import { SCALE } from '../../../shared/program/schema/vocabulary.ts';
import {
  levelOf,
  type Scored,
  WEIGHT_LEVELS,
  weightOf,
} from '../../../shared/program/usikkerhet.ts';
import { useT } from '../../i18n/i18n.ts';
import { useTooltip } from '../../ui/useTooltip.tsx';
import './matrix.css';
import { type Point, spread } from './places.ts';

/** A mark's width, in px; no smaller than what a finger or a shaking hand hits. */
const MARK_PX = 32;
/** What is kept free around a mark, so that its neighbours can be told apart. */
const GAP_PX = 3;
const STEPS = [1, 2, 3, 4, 5] as const;

interface MatrixProps {
  readonly usikkerheter: readonly Scored[];
  /** Leads to the row of an usikkerhet. */
  readonly onOpen: (usikkerhet: Scored) => void;
}

export function Matrix({ usikkerheter, onOpen }: MatrixProps) {
  const t = useT();
  const plot = useRef<HTMLDivElement>(null);
  const side = useWidth(plot);
  const heaviest = usikkerheter.toSorted((a, b) => weightOf(b) - weightOf(a));
  const points = heaviest.map((usikkerhet) => pointOf(usikkerhet, side));
  const places = spread(points, { side, size: MARK_PX + GAP_PX });
  return (
    <figure className="matrix" aria-label={t('program.matrix.label')}>
      <p className="matrix__y" aria-hidden="true">
        {t('program.usikkerheter.sannsynlighet')}
      </p>
      <p className="matrix__y-steps" aria-hidden="true">
        {STEPS.toReversed().map((step) => (
          <span key={step}>{step}</span>
        ))}
      </p>
      <div ref={plot} className="matrix__plot">
        <Squares />
        <Threads points={points} places={places} />
        <ul className="matrix__marks" aria-label={t('program.matrix.list')}>
          {heaviest.map((usikkerhet, index) => (
            <Mark
              key={usikkerhet.id}
              usikkerhet={usikkerhet}
              place={places[index] ?? { x: 0, y: 0 }}
              onOpen={() => onOpen(usikkerhet)}
            />
          ))}
        </ul>
      </div>
      <p className="matrix__x-steps" aria-hidden="true">
        {STEPS.map((step) => (
          <span key={step}>{step}</span>
        ))}
      </p>
      <p className="matrix__x" aria-hidden="true">
        {t('program.usikkerheter.konsekvens')}
      </p>
      <Legend />
    </figure>
  );
}

function Squares() {
  return (
    <div className="matrix__squares" aria-hidden="true">
      {STEPS.toReversed().flatMap((sannsynlighet) =>
        STEPS.map((konsekvens) => (
          <span
            key={`${sannsynlighet}-${konsekvens}`}
            data-level={levelOf({ sannsynlighet, konsekvens })}
          />
        )),
      )}
    </div>
  );
}

/** From each mark that had to stand aside, a line to its own point. */
function Threads({
  points,
  places,
}: {
  readonly points: readonly Point[];
  readonly places: readonly Point[];
}) {
  return (
    <svg className="matrix__threads" aria-hidden="true">
      {points.map((point, index) => {
        const place = places[index] ?? point;
        if (Math.hypot(place.x - point.x, place.y - point.y) < 1) return null;
        // A mark's place in the list is its only name here.
        const key = `${index}`;
        return (
          <g key={key}>
            <line x1={point.x} y1={point.y} x2={place.x} y2={place.y} />
            <circle cx={point.x} cy={point.y} r={3} />
          </g>
        );
      })}
    </svg>
  );
}

interface MarkProps {
  readonly usikkerhet: Scored;
  readonly place: Point;
  readonly onOpen: () => void;
}

function Mark({ usikkerhet, place, onOpen }: MarkProps) {
  const t = useT();
  const { code, slag, description, sannsynlighet, konsekvens } = usikkerhet;
  const { handlers, tooltip } = useTooltip(description.trim() === '' ? undefined : description);
  const text = t('program.matrix.mark', {
    code,
    slag: t(`program.slag.${slag}`),
    sannsynlighet: formatNumber(sannsynlighet),
    konsekvens: formatNumber(konsekvens),
    weight: formatNumber(weightOf(usikkerhet), { maxDecimals: 1 }),
    level: t(`program.level.${levelOf(usikkerhet)}`),
    description,
  });
  return (
    <li
      className="matrix__place"
      style={{ insetInlineStart: place.x - MARK_PX / 2, insetBlockStart: place.y - MARK_PX / 2 }}
    >
      <button
        {...handlers}
        type="button"
        className="matrix__mark"
        data-slag={slag}
        aria-label={text}
        onClick={onOpen}
      >
        <span className="matrix__code" data-is-long={code.length > 2}>
          {code.trim() === '' ? '?' : code}
        </span>
        {tooltip}
      </button>
    </li>
  );
}

function Legend() {
  const t = useT();
  return (
    <figcaption className="matrix__legend">
      {(['mulighet', 'risiko'] as const).map((slag) => (
        <span key={slag} className="matrix__key">
          <span className="matrix__mark" data-slag={slag} aria-hidden="true">
            <span className="matrix__code">{t(`program.letter.${slag}`)}</span>
          </span>
          {t(`program.slag.${slag}`)}
        </span>
      ))}
      {WEIGHT_LEVELS.map((level) => (
        <span key={level} className="matrix__key">
          <span className="matrix__swatch" data-level={level} aria-hidden="true" />
          {t(`program.level.${level}`)}
        </span>
      ))}
    </figcaption>
  );
}

/** The middle of a square is its whole number: 1 stands half a square from the edge. */
function pointOf({ sannsynlighet, konsekvens }: Scored, side: number): Point {
  const step = side / STEPS.length;
  return {
    x: (konsekvens - SCALE.min + 0.5) * step,
    y: (SCALE.max - sannsynlighet + 0.5) * step,
  };
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const measured = element.current;
    const sizes = new ResizeObserver(() => setWidth(measured.clientWidth));
    sizes.observe(measured);
    setWidth(measured.clientWidth);
    return () => sizes.disconnect();
  }, [element]);
  return width;
}
