/** A note in a picture of the board: the same paper and words, as HTML within the SVG. */
import { lappColor } from '../../../sections/lapper/colors.ts';
import { LappFoot, LappWords } from './LappParts.tsx';
import type { LappShape } from './lappShape.ts';
import { sizeOfLapp } from './lappSize.ts';

export function LappPicture({ shape }: { readonly shape: LappShape }) {
  const { text, color, became } = shape.props;
  const { width, height } = sizeOfLapp(text);
  return (
    <foreignObject width={width} height={height}>
      <div
        className="lapp"
        data-became={became === '' ? undefined : became}
        style={{ width, minHeight: height, background: lappColor(color).paper }}
      >
        <LappWords shape={shape} />
        <LappFoot shape={shape} />
      </div>
    </foreignObject>
  );
}
