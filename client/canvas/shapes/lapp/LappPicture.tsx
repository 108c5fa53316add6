/** A note in a picture of the board: the same paper and words, as HTML within the SVG. */
import { initialsOf } from '../../../presence/person.ts';
import { lappColor } from '../../../sections/lapper/colors.ts';
import type { LappShape } from './lappShape.ts';
import { sizeOfLapp } from './lappSize.ts';

export function LappPicture({ shape }: { readonly shape: LappShape }) {
  const { text, author, color, became } = shape.props;
  const { width, height } = sizeOfLapp(text);
  return (
    <foreignObject width={width} height={height}>
      <div
        className="lapp"
        data-became={became === '' ? undefined : became}
        style={{ width, minHeight: height, background: lappColor(color).paper }}
      >
        <div className="lapp__words">{text}</div>
        <div className="lapp__foot">
          {author !== '' && <span className="lapp__author">{initialsOf(author)}</span>}
        </div>
      </div>
    </foreignObject>
  );
}
