/**
 * The keys of a text field that must not reach the browser: its own undo knows only one field and
 * would take back what others wrote, and Enter has no business in a field of one line.
 */
export interface FieldKeys {
  readonly singleLine?: boolean | undefined;
  readonly onUndo?: (() => void) | undefined;
  readonly onRedo?: (() => void) | undefined;
  /** Enter in a field of one line, whichever way the keyboard reports it. */
  readonly onEnter?: (() => void) | undefined;
}

/** What a key stroke asks for: Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, on Apple's keyboards with Cmd. */
export function undoIntent(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  const isCommand = isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!isCommand || event.altKey || event.isComposing) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey && !isApple ? 'redo' : undefined;
}

/**
 * The same for what menus and touch keyboards ask for, from a `beforeinput` event.
 */
export function undoIntentOfInput(event: InputEvent): 'undo' | 'redo' | undefined {
  if (event.inputType === 'historyUndo') return 'undo';
  return event.inputType === 'historyRedo' ? 'redo' : undefined;
}

/** Takes these keys from the field until the signal aborts. They count as handled afterwards. */
export function bindFieldKeys(field: HTMLElement, keys: FieldKeys, signal: AbortSignal): void {
  const take = (event: Event, intent: 'undo' | 'redo' | 'enter' | undefined): void => {
    if (intent === undefined) return;
    event.preventDefault();
    if (intent === 'undo') keys.onUndo?.();
    else if (intent === 'redo') keys.onRedo?.();
    else keys.onEnter?.();
  };
  const isEnter = (event: KeyboardEvent): boolean =>
    // An Enter that confirms what an input method proposes comes with keyCode 229.
    keys.singleLine === true &&
    event.key === 'Enter' &&
    !event.isComposing &&
    event.keyCode !== 229;
  field.addEventListener(
    'keydown',
    (event) => take(event, isEnter(event) ? 'enter' : undoIntent(event)),
    { signal },
  );
  field.addEventListener(
    'beforeinput',
    (event) => {
      const isLineBreak =
        keys.singleLine === true && /^insert(LineBreak|Paragraph)$/.test(event.inputType);
      take(event, isLineBreak ? 'enter' : undoIntentOfInput(event));
    },
    { signal },
  );
}
