/**
 * When to ask again for what the server has worked out from several documents: the portfolio of a
 * programme, the dypdykk of a virksomhets-A3. The server says so on the document's own connection;
 * what it said while there was none, or while nobody looked at the page, is asked for afterwards.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { ConnectionState } from './connectionState.ts';

interface FollowedPage {
  readonly isVisible: () => boolean;
  /** Calls back when the page is looked at again; answers how to stop. */
  readonly onVisible: (listener: () => void) => () => void;
}

/**
 * Calls `onChange` until the returned call. `version` is what is new at least; undefined when that is
 * not known.
 */
export function followReadModel(
  state: StoreApi<Pick<ConnectionState, 'readModelVersion' | 'link'>>,
  onChange: (version: number | undefined) => void,
  page: FollowedPage = browserPage,
): () => void {
  const stopState = state.subscribe((now, before) => {
    // A page that nobody looks at asks when somebody does.
    if (!page.isVisible()) return;
    if (now.link === 'online' && before.link !== 'online') onChange(undefined);
    else if (now.readModelVersion > before.readModelVersion) onChange(now.readModelVersion);
  });
  const stopPage = page.onVisible(() => onChange(undefined));
  return () => {
    stopState();
    stopPage();
  };
}

const browserPage: FollowedPage = {
  isVisible: () => document.visibilityState === 'visible',
  onVisible: (listener) => {
    const onChange = () => {
      if (document.visibilityState === 'visible') listener();
    };
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  },
};
