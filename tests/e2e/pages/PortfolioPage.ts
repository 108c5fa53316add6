/** The portfolio of a programme, as a person reads it. */
import type { Locator, Page } from '@playwright/test';

export class PortfolioPage {
  readonly page: Page;
  /** What stands there while nothing is in the programme. */
  readonly empty: Locator;
  /** Tiltak and gevinster, the heading left out. */
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.empty = page.getByText('Ingen tiltak eller gevinster ennå');
    this.rows = page
      .getByRole('table', { name: 'Tiltak og gevinster' })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') });
  }

  /** Goes to the portfolio by the programme's link, as its page does. */
  async open(programLink: string): Promise<void> {
    await this.page.goto(programLink);
    await this.page.getByRole('link', { name: /^Se porteføljen/ }).click();
    await this.page.getByRole('heading', { name: 'Portefølje', level: 1 }).waitFor();
  }

  /** A sum of one type, in one stage: a link to the rows it is made of. */
  sum(type: string, stage: string): Locator {
    const card = this.page.getByRole('region', { name: type, exact: true });
    return card.getByRole('link', { name: new RegExp(`, ${stage}: `) });
  }
}
