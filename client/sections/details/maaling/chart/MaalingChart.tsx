/**
 * A måling as a graph: the straight way from nullpunkt to ønsket verdi, and what was measured. It is
 * one picture with a description in words; the table of values stands behind it.
 */
import { useId, useRef } from 'react';
import { formatDate } from '../../../../../shared/format/date.ts';
import { formatNumber } from '../../../../../shared/format/number.ts';
import { amountWithUnit, isPercent } from '../../../../../shared/maaling/amount.ts';
import type { Maaling } from '../../../../../shared/sheet/schema/entities.ts';
import { currentLanguage, type Translate, useT } from '../../../../i18n/i18n.ts';
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx';
import { useToday } from '../../../useToday.ts';
import { chartWords } from '../maalingWords.ts';
import './chart.css';
import {
  type ChartLayout,
  isFree,
  type Label,
  labelBeside,
  layoutChart,
  type Spot,
} from './layout.ts';
import type { NumberAxis } from './numberAxis.ts';
import type { TimeAxis, TimeTick } from './timeAxis.ts';
import { useSize } from './useSize.ts';

interface MaalingChartProps {
  readonly maaling: Maaling;
  readonly name: string;
}

/** With more values than this the line alone is shown, and the newest value. */
const MOST_DOTS = 60;

export function MaalingChart({ maaling, name }: MaalingChartProps) {
  const t = useT();
  const today = useToday();
  const frame = useRef<HTMLDivElement>(null);
  const wordsId = useId();
  const size = useSize(frame);
  const layout = size === undefined ? undefined : layoutChart(maaling, today, size, writeNumber);
  return (
    <figure className="maaling-chart">
      <div ref={frame} className="maaling-chart__frame">
        {size !== undefined && layout === undefined && (
          <p className="maaling-chart__empty">{t('maaling.chart.empty')}</p>
        )}
        {size !== undefined && layout !== undefined && (
          <svg
            role="img"
            aria-label={t('maaling.chart.title', { name })}
            aria-describedby={wordsId}
            width={layout.width}
            height={layout.height}
            viewBox={`0 0 ${layout.width} ${layout.height}`}
          >
            <Axes layout={layout} unit={axisWords(t, maaling, layout.numbers)} t={t} />
            <Way layout={layout} />
            <Measured layout={layout} />
            <Labels labels={labelsOf(t, maaling, layout, size.letter)} />
          </svg>
        )}
      </div>
      {layout !== undefined && <Legend layout={layout} />}
      <VisuallyHidden id={wordsId}>{chartWords(t, maaling)}</VisuallyHidden>
    </figure>
  );
}

interface AxesProps {
  readonly layout: ChartLayout;
  /** Over the numbers: in what they are counted. */
  readonly unit: string;
  readonly t: Translate;
}

function Axes({ layout, unit, t }: AxesProps) {
  const { plot, numbers, time, x, y, today } = layout;
  const isTodayRight = today > (plot.left + plot.right) / 2;
  return (
    <g className="maaling-chart__axes">
      <text x={0} y={0} dy="0.9em">
        {unit}
      </text>
      {numbers.ticks.map((tick) => {
        const height = y(tick * numbers.divisor);
        return (
          <g key={tick}>
            <line
              x1={plot.left}
              x2={plot.right}
              y1={height}
              y2={height}
              className={tick === 0 ? 'maaling-chart__zero' : 'maaling-chart__grid'}
            />
            <text x={plot.left} dx="-0.6em" y={height} dy="0.35em" textAnchor="end">
              {writeNumber(tick * numbers.divisor, numbers)}
            </text>
          </g>
        );
      })}
      {time.ticks.map((tick) => (
        <text key={tick.day} x={x(tick.date)} y={plot.bottom} dy="1.6em" textAnchor="middle">
          {writeDay(tick, time)}
        </text>
      ))}
      <line x1={today} x2={today} y1={plot.top} y2={plot.bottom} className="maaling-chart__today" />
      <text
        x={today}
        dx={isTodayRight ? '-0.4em' : '0.4em'}
        y={plot.top}
        dy="0.9em"
        textAnchor={isTodayRight ? 'end' : 'start'}
      >
        {t('maaling.chart.today')}
      </text>
    </g>
  );
}

/** From nullpunkt to ønsket verdi; an end without a day is a height that holds all along. */
function Way({ layout }: { readonly layout: ChartLayout }) {
  const { plot, start, target, hasWay, startLevel, targetLevel } = layout;
  return (
    <g>
      {hasWay && start !== undefined && target !== undefined && (
        <line
          x1={start.x}
          y1={start.y}
          x2={target.x}
          y2={target.y}
          className="maaling-chart__line"
        />
      )}
      {[startLevel, targetLevel].map(
        (level) =>
          level !== undefined && (
            <line
              key={level}
              x1={plot.left}
              x2={plot.right}
              y1={level}
              y2={level}
              className="maaling-chart__line"
            />
          ),
      )}
      {start !== undefined && (
        <circle cx={start.x} cy={start.y} r={5.5} className="maaling-chart__start" />
      )}
      {target !== undefined && <path d={diamond(target)} className="maaling-chart__target" />}
    </g>
  );
}

function Measured({ layout }: { readonly layout: ChartLayout }) {
  const { measured } = layout;
  const latest = measured.at(-1);
  const dots = dotsOf(layout);
  return (
    <g className="maaling-chart__measured">
      {measured.length > 1 && (
        <polyline points={measured.map(({ x, y }) => `${x},${y}`).join(' ')} />
      )}
      {dots.map((spot) => (
        <circle key={spot.x} cx={spot.x} cy={spot.y} r={spot === latest ? 5.5 : 4.5} />
      ))}
    </g>
  );
}

function dotsOf({ measured }: ChartLayout): readonly Spot[] {
  return measured.length > MOST_DOTS ? measured.slice(-1) : measured;
}

function Labels({ labels }: { readonly labels: readonly Label[] }) {
  return labels.map(({ text, x, y, anchor }) => (
    <text key={text} x={x} y={y} textAnchor={anchor} className="maaling-chart__label">
      {text}
    </text>
  ));
}

/** What the marks mean, for the eye. */
function Legend({ layout }: { readonly layout: ChartLayout }) {
  const t = useT();
  const { start, target, hasWay, measured } = layout;
  const middle = { x: 14, y: 8 };
  const entries = [
    start !== undefined && {
      words: t('maaling.start'),
      mark: <circle cx="14" cy="8" r="5.5" className="maaling-chart__start" />,
    },
    target !== undefined && {
      words: t('maaling.target'),
      mark: <path d={diamond(middle)} className="maaling-chart__target" />,
    },
    hasWay && {
      words: t('maaling.chart.legendWay'),
      mark: <line x1="1" x2="27" y1="8" y2="8" className="maaling-chart__line" />,
    },
    measured.length > 0 && {
      words: t('maaling.chart.legendMeasured'),
      mark: (
        <g className="maaling-chart__measured">
          <polyline points="1,8 27,8" />
          <circle cx="14" cy="8" r="4.5" />
        </g>
      ),
    },
  ].filter((entry) => entry !== false);
  return (
    <figcaption className="maaling-chart__legend" aria-hidden="true">
      {entries.map(({ words, mark }) => (
        <span key={words}>
          <svg aria-hidden="true" width="28" height="16" viewBox="0 0 28 16">
            {mark}
          </svg>
          {words}
        </span>
      ))}
    </figcaption>
  );
}

function diamond({ x, y }: Spot): string {
  return `M${x} ${y - 7}l7 7l-7 7l-7 -7z`;
}

/** Nullpunkt, ønsket verdi and the newest value in words, each where it covers no mark and no other. */
function labelsOf(t: Translate, maaling: Maaling, layout: ChartLayout, letter: number): Label[] {
  const { start, target, series } = maaling;
  const { plot } = layout;
  const isUp = (target.value ?? 0) >= (start.value ?? 0);
  const level = (height: number | undefined): Spot | undefined =>
    height === undefined ? undefined : { x: plot.right, y: height };
  const latest = series.at(-1);
  // As short as the numbers up the side, where the unit stands already.
  const write = (value: number): string =>
    amountWithUnit(value / layout.numbers.divisor, isPercent(maaling.unit) ? maaling.unit : '');
  const wanted: readonly (readonly [string, Spot | undefined, boolean])[] = [
    [
      target.value === null ? '' : t('maaling.chart.labelTarget', { value: write(target.value) }),
      layout.target ?? level(layout.targetLevel),
      isUp,
    ],
    [
      start.value === null ? '' : t('maaling.chart.labelStart', { value: write(start.value) }),
      layout.start ?? level(layout.startLevel),
      !isUp,
    ],
    [latest === undefined ? '' : write(latest.value), layout.measured.at(-1), isUp],
  ];
  const marks = [...dotsOf(layout), layout.start, layout.target].filter((at) => at !== undefined);
  const labels: Label[] = [];
  for (const [text, spot, isAbove] of wanted) {
    if (text === '' || spot === undefined) continue;
    const free = [isAbove, !isAbove]
      .map((above) => labelBeside(text, spot, above, layout, letter))
      .find((label) => isFree(label, [...labels, ...marks], letter));
    if (free !== undefined) labels.push(free);
  }
  return labels;
}

function writeNumber(value: number, { divisor, decimals }: NumberAxis): string {
  return formatNumber(value / divisor, { maxDecimals: decimals, minDecimals: decimals });
}

function writeDay({ date }: TimeTick, { shows }: TimeAxis): string {
  switch (shows) {
    case 'day':
      return formatDate(date);
    case 'month': {
      const month = new Date(`${date}T00:00:00Z`);
      const locale = currentLanguage() === 'en' ? 'en-GB' : `${currentLanguage()}-NO`;
      return month.toLocaleDateString(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
    }
    case 'year':
      return date.slice(0, 4);
  }
}

/** «mill. kroner»; larger than there are words for: «× 10¹⁵ kroner». */
function axisWords(t: Translate, { unit }: Maaling, { divisor }: NumberAxis): string {
  const word = unit.trim();
  switch (divisor) {
    case 1:
      return word;
    case 1e6:
      return t('maaling.chart.millions', { unit: word }).trim();
    case 1e9:
      return t('maaling.chart.billions', { unit: word }).trim();
    default: {
      const power = String(Math.round(Math.log10(divisor)));
      const raised = [...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
      return `× 10${raised} ${word}`.trim();
    }
  }
}
