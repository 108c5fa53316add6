/** One after the other for each name, all names side by side. */
export interface Turns<Name> {
  /** Runs `work` once all that came before it under the same name has ended. */
  take<T>(name: Name, work: () => Promise<T>): Promise<T>;
}

export function createTurns<Name>(): Turns<Name> {
  const last = new Map<Name, Promise<unknown>>();
  return {
    take(name, work) {
      const before = last.get(name) ?? Promise.resolve();
      const turn = before.then(work, work);
      last.set(name, turn);
      const leave = () => {
        if (last.get(name) === turn) last.delete(name);
      };
      turn.then(leave, leave);
      return turn;
    },
  };
}
