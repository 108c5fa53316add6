/** Every kind of shape on the board: tldraw's own, and the note. */
import { defaultShapeUtils, type TLAnyShapeUtilConstructor } from 'tldraw';
import { LappShapeUtil } from './lapp/LappShapeUtil.tsx';

// tldraw's declarations are not made for `exactOptionalPropertyTypes`, which ours are checked with.
export const SHAPE_UTILS = [
  // A frame around another host's page is not ours to show, whoever puts one in the document.
  ...defaultShapeUtils.filter(({ type }) => type !== 'embed'),
  LappShapeUtil,
] as unknown as readonly TLAnyShapeUtilConstructor[];
