/**
 * The form in which this code writes records under `canvas`: tldraw's own sequences of migrations
 * with their versions, those of stored records alone. It stands in a sheet's header as
 * `canvasSchema`, so that a program with another tldraw knows what it reads. Notes are no records
 * of the canvas and have no sequence here.
 *
 * A test beside the canvas binding holds it equal to what the installed tldraw says.
 */
export const CANVAS_SCHEMA = {
  'com.tldraw.store': 4,
  'com.tldraw.asset': 1,
  'com.tldraw.asset.bookmark': 2,
  'com.tldraw.asset.image': 5,
  'com.tldraw.asset.video': 5,
  'com.tldraw.shape': 4,
  'com.tldraw.shape.arrow': 6,
  'com.tldraw.shape.bookmark': 2,
  'com.tldraw.shape.draw': 2,
  'com.tldraw.shape.embed': 4,
  'com.tldraw.shape.frame': 1,
  'com.tldraw.shape.geo': 10,
  'com.tldraw.shape.group': 0,
  'com.tldraw.shape.highlight': 1,
  'com.tldraw.shape.image': 5,
  'com.tldraw.shape.line': 5,
  'com.tldraw.shape.note': 9,
  'com.tldraw.shape.text': 3,
  'com.tldraw.shape.video': 4,
  'com.tldraw.binding.arrow': 1,
} as const satisfies CanvasSchema;

/** Sequence of migrations → version. */
export type CanvasSchema = Readonly<Record<string, number>>;
