/** People who come to a programme by its link. */
import type { Locator, Page } from '@playwright/test';
import type { Role } from '../../../shared/access/roles.ts';
import type { TestProgram } from '../../world/server.ts';
import { SheetPage } from '../pages/SheetPage.ts';
import { type Arrival, test as sheets } from '../world.ts';

export { axeFindings, expect } from '../world.ts';

/** The page of one programme, as a person uses it. Its bar is a sheet's. */
class ProgramPage extends SheetPage {
  field(name: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** The row of a table, or of the tree, by what it is called. */
  handle(name: string): Locator {
    return this.button(`Flytt ${name}`);
  }

  async choose(what: string, action: string): Promise<void> {
    await this.button(`Handlinger for ${what}`).click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
  }

  /** The enheter as lists within lists: `Kommune(Oppvekst, Helse)`. */
  tree(): Promise<string> {
    const list = this.page.getByRole('list', { name: 'Enheter', exact: true });
    return list.evaluate(treeText);
  }
}

/** Runs in the page. */
function treeText(list: Element): string {
  const read = (branch: Element): string =>
    [...branch.children]
      .map((item) => {
        const name = item.querySelector('textarea')?.value ?? '';
        const under = item.querySelector(':scope > ul');
        return under === null ? name : `${name}(${read(under)})`;
      })
      .join(', ');
  return read(list);
}

interface World {
  /** A new person opens the programme by its link, in a browser of their own. */
  readonly enter: (program: TestProgram, arrival?: Arrival) => Promise<ProgramPage>;
}

export const test = sheets.extend<World>({
  enter: async ({ browse }, use) => {
    await use(async (program, { as = 'rediger' satisfies Role, name, device } = {}) => {
      const page: Page = await (await browse(device)).newPage();
      const person = new ProgramPage(page);
      await person.open(program.links[as]);
      if (name !== undefined) await person.introduceAs(name);
      return person;
    });
  },
});
