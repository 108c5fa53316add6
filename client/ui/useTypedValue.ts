/** The state of `typedValue.ts` in a component. */
import { type KeyboardEvent, useState } from 'react';
import {
  left,
  shownText,
  type TypedValueFormat,
  type TypedValueState,
  type TypedValueStep,
  typed,
  UNTOUCHED,
} from './typedValue.ts';

interface TypedValue {
  readonly text: string;
  readonly isUnreadable: boolean;
  /** Drops what was typed: the sheet's value shows again. */
  readonly reset: () => void;
  /** For the text field. */
  readonly handlers: {
    readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
    readonly onBlur: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/**
 * `value` is the sheet's, null for none; `onCommit` writes it. Enter commits, Escape drops what
 * was typed.
 */
export function useTypedValue<T>(
  value: T | null,
  onCommit: (value: T | null) => void,
  format: TypedValueFormat<T>,
): TypedValue {
  const [state, setState] = useState<TypedValueState<T>>(UNTOUCHED);
  function take(step: TypedValueStep<T>) {
    setState(step.state);
    if (step.commit !== undefined) onCommit(step.commit.value);
  }
  const reset = () => setState(UNTOUCHED);
  return {
    text: shownText(state, value, format),
    isUnreadable: state.isUnreadable,
    reset,
    handlers: {
      onChange: (event) => take(typed(state, event.target.value, value, format)),
      onBlur: () => take(left(state, value, format)),
      onKeyDown: (event) => {
        if (event.key === 'Enter') take(left(state, value, format));
        if (event.key !== 'Escape' || state.draft === undefined) return;
        // Escape has done its work; a dialog around the field stays open.
        event.preventDefault();
        event.stopPropagation();
        reset();
      },
    },
  };
}
