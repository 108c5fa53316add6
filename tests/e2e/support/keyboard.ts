/** A person who has a keyboard and nothing else. */
import { expect, type Locator, type Page } from '@playwright/test';

/** More presses than any sheet here has controls. */
const MOST_STOPS = 400;

/** What a Tab key came to. */
export interface Stop {
  /** Role and accessible name, such as `button "Del"`. */
  readonly is: string;
  readonly faults: readonly string[];
}

export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get focus(): Locator {
    return this.#page.locator(':focus');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  async type(words: string): Promise<void> {
    await this.#page.keyboard.type(words);
  }

  /** Presses Tab until the control has the focus; with `back`, Shift+Tab. */
  async tabTo(control: Locator, { back = false } = {}): Promise<void> {
    // To find a control by its role is to look through the whole page: once will do, while it lives.
    let element = await control.elementHandle();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const state = await element?.evaluate(stateOfFocus);
      if (state === 'focused') return;
      if (state === 'gone') element = await control.elementHandle();
      else await this.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`The keyboard does not come to ${control.toString()}.`);
  }

  /** Loads the page anew; every stop of the Tab key from its top until it leaves the page again. */
  async walk(): Promise<Stop[]> {
    await this.#page.reload();
    await this.#page.getByRole('button').first().waitFor();
    const stops: Stop[] = [];
    for (;;) {
      await this.press('Tab');
      const stop = await this.#stop();
      if (stop === undefined) return stops;
      stops.push(stop);
      if (stops.length === MOST_STOPS) throw new Error('The Tab key does not leave the page.');
    }
  }

  /** Every stop of Shift+Tab from where the focus is up to a control. */
  async walkBackTo(control: Locator): Promise<Stop[]> {
    const stops: Stop[] = [];
    const end = await control.elementHandle();
    for (;;) {
      await this.press('Shift+Tab');
      const stop = await this.#stop();
      if (stop === undefined) throw new Error('Shift+Tab leaves the page before that.');
      stops.push(stop);
      if ((await end?.evaluate(stateOfFocus)) === 'focused') return stops;
      if (stops.length === MOST_STOPS) throw new Error('Shift+Tab does not come back.');
    }
  }

  /** Where the focus is; undefined when it is on nothing. */
  async #stop(): Promise<Stop | undefined> {
    const faults = await this.#page.evaluate(faultsOfFocus);
    if (faults === undefined) return undefined;
    const is = roleAndName(await this.focus.ariaSnapshot());
    return { is, faults: /"./.test(is) ? faults : [...faults, 'has no name'] };
  }
}

/** Runs in the page. A field that becomes an editor is another element than it was. */
function stateOfFocus(element: Node): 'focused' | 'elsewhere' | 'gone' {
  if (!element.isConnected) return 'gone';
  return element === document.activeElement ? 'focused' : 'elsewhere';
}

/** The first line of an ARIA snapshot without states and content: `button "Del"`. */
function roleAndName(snapshot: string): string {
  const named = /^- '?([\w-]+ "(?:[^"\\]|\\.)*")/.exec(snapshot)?.[1];
  // A `summary` is told by its words alone.
  const words = /^- text: (.+)/.exec(snapshot)?.[1];
  return named ?? (words === undefined ? snapshot : `summary "${words}"`);
}

/** Runs in the page: what keeps a person from seeing where the focus is, if it is anywhere. */
function faultsOfFocus(): string[] | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;
  const faults: string[] = [];
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const hasOutline = outlineStyle !== 'none' && outlineWidth !== '0px';
  if (!hasOutline && boxShadow === 'none') faults.push('shows no focus');
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) faults.push('takes no room');
  const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  if (bottom <= 0 || top >= innerHeight) faults.push('is out of view');
  else {
    const found = document.elementFromPoint(x, y);
    const isOwn = found !== null && (element.contains(found) || found.contains(element));
    if (!isOwn) faults.push(`lies under ${found?.outerHTML.slice(0, 80)}`);
  }
  return faults;
}

/** Expects a stop for each control that can be seen, each with a name and a visible focus. */
export function expectSoundStops(stops: readonly Stop[]): void {
  const faulty = stops.filter(({ faults }) => faults.length > 0);
  expect(faulty.map(({ is, faults }) => `${is}: ${faults.join(', ')}`)).toEqual([]);
}
