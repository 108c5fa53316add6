/**
 * A måling as a graph: the straight way from nullpunkt to ønsket verdi, and what was measured. It is
 * one picture with a description in words; the table of values stands behind it.
 */
import { useId, useRef } from 'react';
import { formatDate } from '../../../../../shared/format/date.ts';
import { formatNumber } from '../../../../../shared/format/number.ts';
import type { Maaling } from '../../../../../shared/sheet/schema/entities.ts';
import { currentLanguage, type Translate, useT } from '../../../../i18n/i18n.ts';
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx';
import { useToday } from '../../../useToday.ts';
import { chartWords } from '../maalingWords.ts';
import './chart.css';
import { Legend } from './Legend.tsx';
import { labelsOf } from './labels.ts';
import { type ChartLayout, diamond, dotsOf, type Label, layoutChart } from './layout.ts';
import type { NumberAxis } from './numberAxis.ts';
import type { TimeAxis, TimeTick } from './timeAxis.ts';
import { useSize } from './useSize.ts';

interface MaalingChartProps {
  readonly maaling: Maaling;
  readonly name: string;
}

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

function Labels({ labels }: { readonly labels: readonly Label[] }) {
  return labels.map(({ text, x, y, anchor }) => (
    <text key={text} x={x} y={y} textAnchor={anchor} className="maaling-chart__label">
      {text}
    </text>
  ));
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
