import { describe, expect, test } from 'vitest';
import { left, shownText, type TypedValueFormat, typed, UNTOUCHED } from './typedValue.ts';

/** Whole numbers; three digits are full. */
const format: TypedValueFormat<number> = {
  parse: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
  format: (value) => `${value} stk`,
  isFull: (text) => /^\d{3}$/.test(text),
};

describe('a typed value', () => {
  test('follows the sheet until it is touched', () => {
    expect(shownText(UNTOUCHED, 7, format)).toBe('7 stk');
    expect(shownText(UNTOUCHED, null, format)).toBe('');
    expect(left(UNTOUCHED, 7, format).commit).toBeUndefined();
  });

  test('shows what is typed, and sends nothing before it is full', () => {
    const { state, commit } = typed(UNTOUCHED, '12', 7, format);
    expect(commit).toBeUndefined();
    expect(shownText(state, 7, format)).toBe('12');
  });

  test('sends a full value at once, and not again on leaving', () => {
    const full = typed(UNTOUCHED, '123', 7, format);
    expect(full.commit).toEqual({ value: 123 });
    expect(left(full.state, 123, format)).toEqual({ state: UNTOUCHED, commit: undefined });
  });

  test('does not send over what a colleague wrote after it was sent', () => {
    const full = typed(UNTOUCHED, '123', 7, format);
    expect(left(full.state, 999, format).commit).toBeUndefined();
  });

  test('sends on leaving what was not sent', () => {
    const { state } = typed(UNTOUCHED, '12', 7, format);
    expect(left(state, 7, format)).toEqual({ state: UNTOUCHED, commit: { value: 12 } });
  });

  test('sends nothing when the value is the one that stands', () => {
    const { state } = typed(UNTOUCHED, '7', 7, format);
    expect(left(state, 7, format).commit).toBeUndefined();
  });

  test('an emptied field sends none', () => {
    const { state } = typed(UNTOUCHED, ' ', 7, format);
    expect(left(state, 7, format).commit).toEqual({ value: null });
  });

  test('keeps what it cannot read, and says so only when the field is left', () => {
    const typing = typed(UNTOUCHED, 'tolv', 7, format);
    expect(typing.state.isUnreadable).toBe(false);
    const after = left(typing.state, 7, format);
    expect(after.commit).toBeUndefined();
    expect(after.state.isUnreadable).toBe(true);
    expect(shownText(after.state, 7, format)).toBe('tolv');
    expect(typed(after.state, 'tolv!', 7, format).state.isUnreadable).toBe(true);
    expect(typed(after.state, '12', 7, format).state.isUnreadable).toBe(false);
  });
});
