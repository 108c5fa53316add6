/** The wheel of the year with one quarter filled; the year begins at the top and goes with the clock. */
import { QUARTERS, type Quarter } from '../../../shared/program/schema/vocabulary.ts';

const RADIUS = 15;
/** The length of one quarter of the ring. */
const QUARTER_LENGTH = (2 * Math.PI * RADIUS) / 4;

export function WheelPart({ quarter }: { readonly quarter: Quarter }) {
  const turned = QUARTERS.indexOf(quarter) * 90 - 90;
  return (
    <svg className="wheel-part" viewBox="0 0 40 40" aria-hidden="true">
      <circle className="wheel-part__ring" cx="20" cy="20" r={RADIUS} />
      <circle
        className="wheel-part__quarter"
        cx="20"
        cy="20"
        r={RADIUS}
        strokeDasharray={`${QUARTER_LENGTH} ${3 * QUARTER_LENGTH}`}
        transform={`rotate(${turned} 20 20)`}
      />
    </svg>
  );
}
