/** The rød tråd of one sheet as a person uses it: the panel, the gevinstkart and prioritering. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { SheetPage } from './SheetPage.ts';

type Column = 'Rotårsaker' | 'Tiltak' | 'Gevinster' | 'Målinger';

export class RedThreadPage {
  readonly page: Page;
  /** The button in the bar; its name tells how many findings there are. */
  readonly button: Locator;
  readonly panel: Locator;
  readonly kart: Locator;
  readonly matrix: Locator;

  constructor({ page }: SheetPage) {
    this.page = page;
    this.button = page.getByRole('button', { name: /^Rød tråd: / });
    this.panel = page.getByRole('complementary', { name: 'Rød tråd' });
    this.kart = page.getByRole('region', { name: 'Gevinstkart', exact: true });
    this.matrix = page.getByRole('region', { name: 'Prioritering', exact: true });
  }

  async openPanel(): Promise<void> {
    await this.button.click();
    await expect(this.panel.getByRole('heading', { level: 2 })).toBeFocused();
  }

  /** A finding by its words and the name of what it is about. */
  finding(words: string, name: string): Locator {
    return this.panel.getByRole('button', { name: `${words}: ${name}`, exact: true });
  }

  async openKart(): Promise<void> {
    await this.page.getByRole('button', { name: 'Gevinstkart', exact: true }).first().click();
    await this.kart.waitFor();
  }

  async openMatrix(): Promise<void> {
    await this.openKart();
    await this.kart.getByRole('button', { name: 'Prioritering' }).click();
    await this.matrix.waitFor();
  }

  card(column: Column, name: string): Locator {
    const cards = this.kart.getByRole('region', { name: column }).getByRole('listitem');
    return cards.filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** The button of a card that opens it, or links it while links are chosen. */
  main(column: Column, name: string): Locator {
    return this.card(column, name).getByRole('button').first();
  }

  /** A tiltak in the matrix or beside it. */
  chip(name: string): Locator {
    return this.matrix.getByRole('button', { name: new RegExp(name) });
  }

  /** A cell of the matrix by its place. */
  cell(gevinstpotensial: number, gjennomforbarhet: number): Locator {
    return this.matrix.locator(`[data-cell="${gevinstpotensial}-${gjennomforbarhet}"]`);
  }

  /** Takes a tiltak by its middle and lets go of it over a cell. */
  async drag(name: string, cell: Locator): Promise<void> {
    const [from, to] = [await middleOf(this.chip(name)), await middleOf(cell)];
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
    await this.page.mouse.up();
  }
}

async function middleOf(thing: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await thing.scrollIntoViewIfNeeded();
  const box = await thing.boundingBox();
  if (box === null) throw new Error('It is not shown.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
