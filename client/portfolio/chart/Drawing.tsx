/** The bars themselves, drawn as wide as there is room for. */
import { formatNumber } from '../../../shared/format/number.ts';
import type { AmountUnit } from '../../../shared/gevinst/calculators.ts';
import { useT } from '../../i18n/i18n.ts';
import { amountText } from '../../sections/tables/estimateText.ts';
import { hrefOf } from '../address.ts';
import { narrowed } from '../query.ts';
import { usePortfolioView, useRowsLink } from '../view.tsx';
import { SLAG_OF_UNIT, shortAmount } from '../words.ts';
import type { Bar, YearBars } from './bars.ts';
import { type Scale, scaleOf } from './scale.ts';

interface DrawingProps {
  readonly unit: AmountUnit;
  readonly years: readonly YearBars[];
  /** The room there is. More years than it holds can be scrolled to. */
  readonly widthPx: number;
  readonly labelledBy: string;
}

const HEIGHT = 260;
/** Room for the axis on the left, the years below, and half a line of text above. */
const INSET = { left: 84, bottom: 28, top: 12, right: 4 } as const;
const LEAST_YEAR_WIDTH = 44;
const MOST_BAR_WIDTH = 48;
const BAR_GAP = 4;

export function Drawing({ unit, years, widthPx, labelledBy }: DrawingProps) {
  const t = useT();
  const width = Math.max(widthPx, INSET.left + INSET.right + years.length * LEAST_YEAR_WIDTH);
  const bars = years.flatMap(({ estimated, realised }) => [...estimated, ...realised]);
  const scale = scaleOf(bars.map(({ to }) => to));
  const yOf = (amount: number) =>
    HEIGHT - INSET.bottom - scale.at(amount) * (HEIGHT - INSET.bottom - INSET.top);
  const yearWidth = (width - INSET.left - INSET.right) / years.length;
  const middleOf = (index: number) => INSET.left + (index + 0.5) * yearWidth;
  return (
    <div className="chart" style={{ width, height: HEIGHT }}>
      <svg width={width} height={HEIGHT} aria-hidden="true">
        <Axis scale={scale} width={width} yOf={yOf} label={(tick) => shortAmount(tick, t)} />
        {years.map(({ year }, index) => (
          <text key={year} className="chart__year" x={middleOf(index)} y={HEIGHT - 6}>
            {year}
          </text>
        ))}
      </svg>
      <svg width={width} height={HEIGHT} role="group" aria-labelledby={labelledBy}>
        {years.map((year, index) => (
          <Year
            key={year.year}
            unit={unit}
            year={year}
            middle={middleOf(index)}
            width={yearWidth}
            yOf={yOf}
          />
        ))}
      </svg>
    </div>
  );
}

interface AxisProps {
  readonly scale: Scale;
  readonly width: number;
  readonly yOf: (amount: number) => number;
  readonly label: (tick: number) => string;
}

function Axis({ scale, width, yOf, label }: AxisProps) {
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={formatNumber(tick)}>
          <line
            className="chart__line"
            data-zero={tick === 0 || undefined}
            x1={INSET.left}
            x2={width}
            y1={yOf(tick)}
            y2={yOf(tick)}
          />
          <text className="chart__tick" x={INSET.left - 10} y={yOf(tick)} dy="0.32em">
            {label(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface YearProps {
  readonly unit: AmountUnit;
  readonly year: YearBars;
  /** Where the year's middle lies. */
  readonly middle: number;
  readonly width: number;
  readonly yOf: (amount: number) => number;
}

function Year({ unit, year, middle, width, yOf }: YearProps) {
  const barWidth = Math.min(MOST_BAR_WIDTH, (width - BAR_GAP) * 0.4);
  const place = (bar: Bar, left: number) => (
    <BarLink
      key={bar.stage}
      unit={unit}
      year={year.year}
      bar={bar}
      x={left}
      width={barWidth}
      y={Math.min(yOf(bar.from), yOf(bar.to))}
      height={Math.abs(yOf(bar.from) - yOf(bar.to))}
    />
  );
  return (
    <g>
      {year.estimated.map((bar) => place(bar, middle - barWidth - BAR_GAP / 2))}
      {year.realised.map((bar) => place(bar, middle + BAR_GAP / 2))}
    </g>
  );
}

interface BarLinkProps {
  readonly unit: AmountUnit;
  readonly year: string;
  readonly bar: Bar;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function BarLink({ unit, year, bar, ...rect }: BarLinkProps) {
  const t = useT();
  const { query } = usePortfolioView();
  const follow = useRowsLink();
  const rows = narrowed(query, { slag: [SLAG_OF_UNIT[unit]], aar: [year], stage: [bar.stage] });
  const what = `${year}, ${t(`portefolje.stage.${bar.stage}`)}: ${amountText(bar.amount, unit, t)}`;
  return (
    <a
      className="chart__bar"
      data-stage={bar.stage}
      href={hrefOf(rows)}
      aria-label={t('portefolje.visRader', { what })}
      onClick={(event) => follow(event, rows)}
    >
      <title>{what}</title>
      <rect {...rect} />
    </a>
  );
}
