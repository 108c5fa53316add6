/** The details of one måling, and what is pasted or imported into it, as a person meets them. */
import { expect, type Locator, type Page } from '@playwright/test';

export class MaalingPage {
  readonly page: Page;
  readonly root: Locator;
  /** The newest day first. */
  readonly days: Locator;

  constructor(page: Page, name: string) {
    this.page = page;
    this.root = page.getByRole('dialog', { name, exact: true });
    this.days = this.root
      .getByRole('table', { name: `Målte verdier for ${name}` })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') });
  }

  /** Opens them by the button in the row. */
  static async open(page: Page, name: string): Promise<MaalingPage> {
    const details = new MaalingPage(page, name);
    await page.getByRole('button', { name: `Detaljer om ${name}`, exact: true }).click();
    await details.chart.waitFor();
    return details;
  }

  get chart(): Locator {
    return this.root.getByRole('img', { name: /^Graf: / });
  }

  field(label: string): Locator {
    return this.root.getByRole('textbox', { name: label, exact: true });
  }

  /** The date and the value of each day that is shown. */
  values(): Promise<string[]> {
    return this.days.evaluateAll((rows) =>
      rows.map((row) => {
        const value = row.querySelector('input')?.value ?? '';
        return `${row.querySelector('th')?.textContent} ${value}`;
      }),
    );
  }

  async openImport(): Promise<ImportPage> {
    await this.root.getByRole('button', { name: 'Lim inn eller importer' }).click();
    const dialog = new ImportPage(this.page);
    await expect(dialog.paste).toBeFocused();
    return dialog;
  }
}

export class ImportPage {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: 'Lim inn eller importer målte verdier' });
  }

  get paste(): Locator {
    return this.root.getByRole('textbox', { name: 'Lim inn fra regneark' });
  }

  /** The browser's own field behind «Velg fil». */
  get file(): Locator {
    return this.root.locator('input[type=file]');
  }

  get confirm(): Locator {
    return this.root.getByRole('button', { name: /^(Legg inn|Ingenting å legge inn)/ });
  }

  get preview(): Locator {
    return this.root.getByRole('region', { name: 'Dette er forstått' });
  }

  /** The words of each row of a table in the preview. */
  rows(table: 'Rader som er forstått' | 'Rader som ikke er forstått'): Promise<string[]> {
    return this.root
      .getByRole('table', { name: table })
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' | ')),
      );
  }
}
