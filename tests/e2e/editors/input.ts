/** Input as input methods and touch keyboards send it, below what Playwright's keyboard knows. */
import type { Page } from '@playwright/test';

export interface InputMethod {
  /** Shows `text` as being composed, with the caret at its end. */
  compose(text: string): Promise<void>;
  /** Ends the composition with `text`. */
  commit(text: string): Promise<void>;
  /** Runs an editing command of the browser's own, as its menu does. */
  command(name: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle'): Promise<void>;
}

export async function inputMethod(page: Page): Promise<InputMethod> {
  const session = await page.context().newCDPSession(page);
  return {
    compose: async (text) => {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    },
    commit: async (text) => {
      await session.send('Input.insertText', { text });
    },
    command: async (name) => {
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'F24',
        commands: [name],
      });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'F24' });
    },
  };
}
