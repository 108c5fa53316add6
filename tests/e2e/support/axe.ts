/** Findings of axe on a page that has come to rest. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds wrong with the page as it stands, or with one part of it, by rule and place. */
export async function axeFindings(page: Page, part?: string): Promise<string[]> {
  await page.evaluate(restOfMovement);
  // All in the page itself, which has no frames, and with no account of what is right: a fifth of the time.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (part === undefined ? builder : builder.include(part)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Runs in the page: what fades or slides in is not judged halfway; what turns for ever is. */
async function restOfMovement(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.all(passing.map(({ finished }) => finished.catch(() => undefined)));
}
