/** How a note behaves on the canvas. It is moved, never turned or resized: its words say its size. */
import { Rectangle2d, ShapeUtil, type SvgExportContext, type TLShapeUtilCanBindOpts } from 'tldraw';
import { t } from '../../../i18n/i18n.ts';
import { LappPicture } from './LappPicture.tsx';
import { LappView } from './LappView.tsx';
import { LAPP, type LappShape, lappShapeProps } from './lappShape.ts';
import { sizeOfLapp } from './lappSize.ts';

export class LappShapeUtil extends ShapeUtil<LappShape> {
  static override type = LAPP;
  static override props = lappShapeProps;

  override getDefaultProps(): LappShape['props'] {
    return { text: '', color: 'gul', author: '', section: '', group: '', became: '' };
  }

  override getGeometry({ props }: LappShape): Rectangle2d {
    const { width, height } = sizeOfLapp(props.text);
    return new Rectangle2d({ width, height, isFilled: true });
  }

  override component(shape: LappShape) {
    return <LappView shape={shape} />;
  }

  override indicator(shape: LappShape) {
    const { width, height } = sizeOfLapp(shape.props.text);
    return <rect width={width} height={height} rx={3} />;
  }

  override toSvg(shape: LappShape, _context: SvgExportContext) {
    return <LappPicture shape={shape} />;
  }

  override getText({ props }: LappShape): string {
    return props.text;
  }

  /** What a screen reader says of a selected note. */
  override getAriaDescriptor({ props }: LappShape): string {
    const text = props.text.trim() === '' ? t('canvas.lapp.empty') : props.text;
    const label = t('canvas.lapp.label', { text });
    return props.author === '' ? label : `${label}. ${t('lapp.from', { name: props.author })}`;
  }

  override canEdit(): boolean {
    return true;
  }

  override canResize(): boolean {
    return false;
  }

  override hideRotateHandle(): boolean {
    return true;
  }

  override canBind({ bindingType }: TLShapeUtilCanBindOpts<LappShape>): boolean {
    return bindingType === 'arrow';
  }

  override canScroll(): boolean {
    return true;
  }
}
