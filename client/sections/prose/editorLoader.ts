/** Fetches the editor's code once, for all sections. */
type EditorModule = typeof import('./editor/ProseEditor.tsx');

let loaded: EditorModule | undefined;
let loading: Promise<EditorModule> | undefined;

/** The editor, if its code is here already. */
export function loadedEditor(): EditorModule | undefined {
  return loaded;
}

/** Fetches the code. After a failure (no network) the next call tries again. */
export function loadEditor(): Promise<EditorModule> {
  loading ??= import('./editor/ProseEditor.tsx').then(
    (module) => {
      loaded = module;
      return module;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
