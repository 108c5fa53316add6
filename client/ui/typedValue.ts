/**
 * What a field holds while a person types something that must be read, such as a date or a number.
 * Pure: the field's component keeps the state and hands on what happened.
 *
 * - What was typed is never thrown away: unreadable text stays until the person changes it.
 * - A value goes out when it is full (no more typing could change it), or when the field is left.
 * - Text that was not touched follows the sheet; text that was, is the person's own until they leave.
 */

export interface TypedValueFormat<T> {
  /** The value of a text, or undefined when it has none. */
  readonly parse: (text: string) => T | undefined;
  readonly format: (value: T) => string;
  /** Whether the text names its value so fully that it can be sent while typing goes on. */
  readonly isFull: (text: string) => boolean;
}

export interface TypedValueState<T> {
  /** What was typed and not yet let go; undefined shows the sheet's value. */
  readonly draft: string | undefined;
  /** What this draft last sent out, so that leaving does not send it again over a colleague's. */
  readonly sent: { readonly value: T | null } | undefined;
  readonly isUnreadable: boolean;
}

export interface TypedValueStep<T> {
  readonly state: TypedValueState<T>;
  /** The value to write into the sheet, null for none; undefined when there is nothing to write. */
  readonly commit: { readonly value: T | null } | undefined;
}

export const UNTOUCHED: TypedValueState<never> = {
  draft: undefined,
  sent: undefined,
  isUnreadable: false,
};

/** The text to show for a value of the sheet. */
export function shownText<T>(
  state: TypedValueState<T>,
  value: T | null,
  format: TypedValueFormat<T>,
): string {
  return state.draft ?? (value === null ? '' : format.format(value));
}

/** A key was pressed, something was pasted. */
export function typed<T>(
  state: TypedValueState<T>,
  text: string,
  value: T | null,
  format: TypedValueFormat<T>,
): TypedValueStep<T> {
  const parsed = text.trim() === '' ? null : format.parse(text);
  // An error that was told goes away as soon as it is mended, and comes back only on leaving.
  const isUnreadable = state.isUnreadable && parsed === undefined;
  const next = { ...state, draft: text, isUnreadable };
  if (!format.isFull(text) || parsed === undefined) return { state: next, commit: undefined };
  return send(next, parsed, value);
}

/** The field was left, or Enter was pressed in it. */
export function left<T>(
  state: TypedValueState<T>,
  value: T | null,
  format: TypedValueFormat<T>,
): TypedValueStep<T> {
  if (state.draft === undefined) return { state, commit: undefined };
  const parsed = state.draft.trim() === '' ? null : format.parse(state.draft);
  if (parsed === undefined) return { state: { ...state, isUnreadable: true }, commit: undefined };
  return { ...send(state, parsed, value), state: UNTOUCHED };
}

function send<T>(state: TypedValueState<T>, parsed: T | null, value: T | null): TypedValueStep<T> {
  const last = state.sent === undefined ? value : state.sent.value;
  if (parsed === last) return { state, commit: undefined };
  return { state: { ...state, sent: { value: parsed } }, commit: { value: parsed } };
}
