/** tldraw's editor and canvas on a store, with nothing of ours around it. For measures. */
import { createRoot } from 'react-dom/client';
import {
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  type TLAnyShapeUtilConstructor,
  type TLStore,
  TldrawEditor,
} from 'tldraw';
import 'tldraw/tldraw.css';

const TOOLS = [...defaultTools, ...defaultShapeTools];
// tldraw's declarations are not made for `exactOptionalPropertyTypes`, which ours are checked with.
const SHAPE_UTILS = defaultShapeUtils as unknown as readonly TLAnyShapeUtilConstructor[];
const OPTIONS = { maxFontsToLoadBeforeRender: 0 };

/** Shows the store in an element, and resolves when the editor is there. Answers how to end it. */
export async function mountEditor(element: HTMLElement, store: TLStore): Promise<() => void> {
  const root = createRoot(element);
  await new Promise<void>((resolve) => {
    root.render(
      <TldrawEditor
        store={store}
        shapeUtils={SHAPE_UTILS}
        bindingUtils={defaultBindingUtils}
        tools={TOOLS}
        initialState="select"
        options={OPTIONS}
        onMount={(editor) => {
          editor.zoomToFit({ animation: { duration: 0 } });
          resolve();
        }}
      />,
    );
  });
  return () => root.unmount();
}
