/** What the marks of a måling's graph mean, for the eye; those who listen hear it in words. */
import { useT } from '../../../../i18n/i18n.ts';
import { type ChartLayout, diamond } from './layout.ts';

export function Legend({ layout }: { readonly layout: ChartLayout }) {
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
