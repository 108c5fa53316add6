/** Every kind of shape on the board: tldraw's own, and the note. */
import { defaultShapeUtils, type TLAnyShapeUtilConstructor } from 'tldraw';
import { LappShapeUtil } from './lapp/LappShapeUtil.tsx';

// tldraw's declarations are not made for `exactOptionalPropertyTypes`, which ours are checked with.
export const SHAPE_UTILS = [
  ...defaultShapeUtils,
  LappShapeUtil,
] as unknown as readonly TLAnyShapeUtilConstructor[];
