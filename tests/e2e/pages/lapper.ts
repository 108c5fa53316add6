/** The lists of lapper in the form as a person meets them. */
import type { Locator, Page } from '@playwright/test';

export class Lapp {
  readonly root: Locator;
  readonly #page: Page;

  constructor(root: Locator, page: Page) {
    this.root = root;
    this.#page = page;
  }

  get words(): Locator {
    return this.root.getByRole('textbox');
  }

  get actions(): Locator {
    return this.root.getByRole('button', { name: /^Handlinger for / });
  }

  /** Leads to what the lapp became. */
  get became(): Locator {
    return this.root.getByRole('button', { name: /^Ble til / });
  }

  /** Chooses from the menu, and from the choices behind what was chosen. */
  async act(...path: readonly string[]): Promise<void> {
    await this.actions.click();
    for (const name of path) await this.item(name).click();
  }

  item(name: string): Locator {
    return this.#page.locator('[role=menu]:popover-open').getByText(name, { exact: true });
  }
}

/** The lapper of one section, by its key; `outside` for those of none. */
export class LappListPage {
  readonly #page: Page;
  readonly #frame: Locator;

  constructor(page: Page, section: string) {
    this.#page = page;
    this.#frame =
      section === 'outside'
        ? page.locator('.lapper--outside')
        : page.locator(`[data-section=${section}] .lapper`);
  }

  get heading(): Locator {
    return this.#frame.getByRole('heading');
  }

  get all(): Locator {
    return this.#frame.locator('[data-lapp]');
  }

  get newButton(): Locator {
    return this.#frame.getByRole('button', { name: 'Ny lapp', exact: true });
  }

  get showAll(): Locator {
    return this.#frame.getByRole('button', { name: /^Vis alle/ });
  }

  lapp(index: number): Lapp {
    return new Lapp(this.all.nth(index), this.#page);
  }

  /** Adds one at the end and types its words. */
  async add(words: string): Promise<Lapp> {
    const count = await this.all.count();
    await this.newButton.click();
    await this.all.nth(count).waitFor();
    await this.#page.keyboard.insertText(words);
    return this.lapp(count);
  }

  texts(): Promise<string[]> {
    return this.all.evaluateAll((items) =>
      items.map((item) => item.querySelector('textarea')?.value ?? ''),
    );
  }
}
