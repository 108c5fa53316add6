/** tldraw's editor and canvas on a store, with nothing of ours around it. For measures and browser tests. */
import { createRoot } from 'react-dom/client';
import {
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  type Editor,
  type TLAnyShapeUtilConstructor,
  type TLStore,
  TldrawEditor,
} from 'tldraw';
import 'tldraw/tldraw.css';

const TOOLS = [...defaultTools, ...defaultShapeTools];
// tldraw's declarations are not made for `exactOptionalPropertyTypes`, which ours are checked with.
const SHAPE_UTILS = defaultShapeUtils as unknown as readonly TLAnyShapeUtilConstructor[];
const OPTIONS = { maxFontsToLoadBeforeRender: 0 };

export type { Editor };

/** Shows the store in an element; answers its editor when that is there. */
export function mountEditor(element: HTMLElement, store: TLStore): Promise<Editor> {
  return new Promise((resolve) => {
    createRoot(element).render(
      <TldrawEditor
        store={store}
        shapeUtils={SHAPE_UTILS}
        bindingUtils={defaultBindingUtils}
        tools={TOOLS}
        initialState="select"
        options={OPTIONS}
        onMount={(editor) => {
          editor.zoomToFit({ animation: { duration: 0 } });
          resolve(editor);
        }}
      />,
    );
  });
}
