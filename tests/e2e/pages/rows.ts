/** The sheet's tables and cards as a person meets them: rows with named fields and actions. */
import type { Locator, Page } from '@playwright/test';
import { Details } from './details.ts';

type RowAction = 'Detaljer' | 'Ny gevinst' | 'Flytt opp' | 'Flytt ned' | 'Slett';

export class Row {
  readonly root: Locator;
  readonly #page: Page;

  constructor(root: Locator, page: Page) {
    this.root = root;
    this.#page = page;
  }

  /** The text, number or date field of a column. */
  field(column: string): Locator {
    return this.root.getByRole('textbox', { name: startingWith(column) });
  }

  /** The cell around a column's field, with what stands there beside it. */
  cell(column: string): Locator {
    const field = this.#page.getByRole('textbox', { name: startingWith(column) });
    return this.root.getByRole('cell').filter({ has: field });
  }

  choice(column: string): Locator {
    return this.root.getByRole('combobox', { name: startingWith(column) });
  }

  get handle(): Locator {
    return this.root.getByRole('button', { name: /^Flytt / });
  }

  get actions(): Locator {
    return this.root.getByRole('button', { name: /^Handlinger for / });
  }

  get detailsButton(): Locator {
    return this.root.getByRole('button', { name: /^Detaljer om / });
  }

  /** Opens all that the sheet knows about the row. */
  async openDetails(): Promise<Details> {
    await this.detailsButton.click();
    const details = new Details(this.#page);
    await details.isOpen();
    return details;
  }

  async act(action: RowAction): Promise<void> {
    await this.actions.click();
    await this.#page.getByRole('menuitem', { name: action, exact: true }).click();
  }
}

/** A table, or the list of rotårsak cards. */
export class Rows {
  /** The rows in order, the heading left out. */
  readonly all: Locator;
  readonly addButton: Locator;
  readonly #page: Page;

  constructor(page: Page, all: Locator, addLabel: string) {
    this.#page = page;
    this.all = all;
    this.addButton = page.getByRole('button', { name: addLabel, exact: true });
  }

  static table(page: Page, caption: string, addLabel: string): Rows {
    const rows = page
      .getByRole('table', { name: caption, exact: true })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') });
    return new Rows(page, rows, addLabel);
  }

  static list(page: Page, name: string, addLabel: string): Rows {
    return new Rows(
      page,
      page.getByRole('list', { name, exact: true }).getByRole('listitem'),
      addLabel,
    );
  }

  row(index: number): Row {
    return new Row(this.all.nth(index), this.#page);
  }

  get last(): Row {
    return new Row(this.all.last(), this.#page);
  }

  /** Adds a row and gives it its words; the focus is in the new row already. */
  async add(words: string): Promise<Row> {
    const count = await this.all.count();
    await this.addButton.click();
    await this.all.nth(count).waitFor();
    await this.#page.keyboard.insertText(words);
    return this.row(count);
  }

  /** The words that name each row, in order. */
  names(): Promise<string[]> {
    return this.all.evaluateAll((rows) =>
      rows.map((row) => row.querySelector('textarea')?.value ?? ''),
    );
  }
}

function startingWith(column: string): RegExp {
  return new RegExp(`^${column}(:| \\d)`);
}
