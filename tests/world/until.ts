/** Waiting for something to become true: what tests do instead of sleeping. */

const STEP_MS = 5;
const GIVE_UP_MS = 20_000;

/**
 * Resolves with what `condition` answers once that is neither false nor undefined. Gives up after
 * a time that only something broken needs, naming `what` it waited for.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what = condition.toString(),
  giveUpMs = GIVE_UP_MS,
): Promise<Exclude<T, false | undefined>> {
  const deadline = performance.now() + giveUpMs;
  for (;;) {
    const answer = await condition();
    if (answer !== false && answer !== undefined) {
      return answer as Exclude<T, false | undefined>;
    }
    if (performance.now() > deadline) throw new Error(`Waited in vain until: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
