/** The window with all that the sheet knows about one row, as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The tables of amounts in a gevinst's years, by the words that begin their rows. */
type Amounts = 'Estimat' | 'Realisert' | 'Budsjettvirkning';

export class Details {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('dialog');
  }

  async isOpen(name?: string): Promise<void> {
    await expect(this.root).toBeVisible();
    if (name !== undefined) await expect(this.root).toHaveAccessibleName(name);
  }

  async close(): Promise<void> {
    await this.root.getByRole('button', { name: 'Lukk' }).click();
    await expect(this.root).toBeHidden();
  }

  /** A field by its whole label. */
  field(label: string): Locator {
    return this.root.getByRole('textbox', { name: label, exact: true });
  }

  choice(label: string): Locator {
    return this.root.getByRole('combobox', { name: label, exact: true });
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** Writes a value as people do: what is typed counts when the field is left. */
  async enter(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
    await this.field(label).blur();
  }

  /** What the calculator answers. */
  get answer(): Locator {
    return this.root.locator('output');
  }

  year(amounts: Amounts, year: string): Locator {
    return this.root.getByRole('textbox', { name: new RegExp(`^${amounts} \\(.*\\): ${year}$`) });
  }

  async enterYear(amounts: Amounts, year: string, value: string): Promise<void> {
    await this.year(amounts, year).fill(value);
    await this.year(amounts, year).blur();
  }

  /** What the years of the period come to. */
  sum(amounts: Amounts): Locator {
    return this.root
      .getByRole('row', { name: new RegExp(`^${amounts}`) })
      .getByRole('cell')
      .last();
  }

  async addYear(year: string): Promise<void> {
    await this.field('Et annet år').fill(year);
    await this.button('Legg til år').click();
  }

  /** Ticks something in the choice behind a line such as «Velg tiltak». */
  async choose(line: string, name: string): Promise<void> {
    const choices = this.root.getByRole('group').filter({ hasText: line });
    if (!(await choices.getByRole('checkbox').first().isVisible())) {
      await this.root.getByText(line, { exact: true }).click();
    }
    await this.root.getByRole('checkbox', { name }).check();
  }

  /** The names in a list of what the row is tied to. */
  linked(list: string): Locator {
    return this.root.getByRole('list', { name: list }).getByRole('button');
  }

  /** How far the window can be scrolled sideways, in CSS pixels. */
  sidewaysScroll(): Promise<number> {
    return this.root.evaluate((dialog) => {
      const body = dialog.querySelector('.ui-dialog__body') ?? dialog;
      return body.scrollWidth - body.clientWidth;
    });
  }
}
