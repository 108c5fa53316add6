/** The page of one sheet, as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { nb } from '../../../client/i18n/nb.ts';
import { Rows } from './rows.ts';

export const SAVED = 'Lagret';
export const SAVING = 'Lagrer …';
export const STORED_HERE = 'Frakoblet – lagret på denne enheten';

/** Only something broken takes longer to load and connect. */
const SLOWEST_START_MS = 30_000;

type HeaderField = 'Tittel' | 'Dato' | 'Utgave' | 'Eier' | 'Veileder';

/** The page's own texts in one language. */
export type Texts = Readonly<Record<keyof typeof nb, string>>;

export class SheetPage {
  readonly page: Page;
  readonly #texts: Texts;
  readonly rotaarsaker: Rows;
  readonly tiltak: Rows;
  readonly gevinster: Rows;
  readonly maalinger: Rows;

  constructor(page: Page, texts: Texts = nb) {
    this.page = page;
    this.#texts = texts;
    this.rotaarsaker = Rows.list(page, 'Rotårsaker', 'Legg til rotårsak');
    this.tiltak = Rows.table(page, 'Endringstiltak', 'Legg til tiltak');
    this.gevinster = Rows.table(page, 'Gevinster', 'Legg til gevinst');
    this.maalinger = Rows.table(page, 'Målinger', 'Legg til måling');
  }

  /** Goes to a link and waits until the sheet is there and connected. */
  async open(link: string): Promise<void> {
    await this.page.goto(link);
    await this.isConnected();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.isConnected();
  }

  async isConnected(): Promise<void> {
    // Asked by the page itself, frame by frame: to look from here is to look twice a second.
    await this.page.waitForFunction(
      () => document.querySelector('[data-saved=lagret]') !== null,
      undefined,
      { timeout: SLOWEST_START_MS },
    );
    const { 'saved.lagret': saved, 'saved.reading': reading } = this.#texts;
    await expect(this.state).toHaveText(new RegExp(`^(${saved}|${reading})$`));
  }

  /** The word for where what was written is. */
  get state(): Locator {
    return this.page.locator('[data-saved]');
  }

  header(field: HeaderField): Locator {
    return this.page.getByRole('textbox', { name: field, exact: true });
  }

  get title(): Locator {
    return this.header('Tittel');
  }

  section(name: string): Locator {
    return this.page.getByRole('region', { name });
  }

  /** The field of a prose section. */
  prose(section: string): Locator {
    return this.page.getByRole('textbox', { name: section, exact: true });
  }

  /** What stands in a prose section, without the marks of others' carets. */
  proseWords(section: string): Promise<string> {
    return this.prose(section).evaluate((field) => {
      const copy = field.cloneNode(true) as Element;
      for (const mark of copy.querySelectorAll('[aria-hidden=true]')) mark.remove();
      return copy.textContent;
    });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Types at the end of a field, key by key. */
  async typeIn(field: Locator, words: string): Promise<void> {
    await field.focus();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(words);
  }

  /** Gives the name that the others see, where the page asks for it. */
  async introduceAs(name: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: this.#texts['presence.nameLabel'] });
    await field.fill(name);
    await field.press('Enter');
    await expect(field).toBeHidden();
  }

  /** The names in the list of those who are here; opens and closes it. */
  async whoIsHere(): Promise<string[]> {
    const panel = await this.openPeople();
    const names = await panel.getByRole('listitem').allInnerTexts();
    await this.page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    return names.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  async openPeople(): Promise<Locator> {
    await this.page.getByRole('button', { name: /er her$/ }).click();
    const panel = this.page.getByRole('dialog', { name: /er her$/ });
    await panel.waitFor();
    return panel;
  }

  async openShare(): Promise<Locator> {
    await this.button('Del').click();
    const panel = this.page.getByRole('dialog', { name: 'Del arket' });
    await panel.waitFor();
    return panel;
  }

  async chooseLanguage(from: string, language: string): Promise<void> {
    await this.button(from).click();
    await this.page.getByRole('menuitemradio', { name: language }).click();
  }

  /** How far the page can be scrolled sideways, in CSS pixels. */
  sidewaysScroll(): Promise<number> {
    return this.page.evaluate(() => {
      const page = document.scrollingElement ?? document.documentElement;
      return page.scrollWidth - page.clientWidth;
    });
  }
}
