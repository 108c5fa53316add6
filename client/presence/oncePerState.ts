/**
 * Reads an awareness state once, however often it is asked for: a state is replaced and never
 * changed, and of twenty people who move only one is new at a time.
 */
export function oncePerState<T>(read: (state: unknown) => T): (state: unknown) => T {
  const known = new WeakMap<object, { readonly value: T }>();
  return (state) => {
    if (typeof state !== 'object' || state === null) return read(state);
    const found = known.get(state) ?? { value: read(state) };
    known.set(state, found);
    return found.value;
  };
}
