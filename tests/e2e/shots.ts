/**
 * Pictures of every page and state at three widths, to be looked at by a person:
 * `node tests/e2e/shots.ts <folder> [part of a name …]`. The client must have been built.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from '../world/chromium.ts';
import { startServer, type TestServer, type TestSheet } from '../world/server.ts';
import { LappListPage } from './pages/lapper.ts';
import { PortfolioPage } from './pages/PortfolioPage.ts';
import { RedThreadPage } from './pages/RedThreadPage.ts';
import { SheetPage } from './pages/SheetPage.ts';
import { fill, LONG_WORD } from './support/fill.ts';
import { fillProgram } from './support/fillProgram.ts';

const WIDTHS = [390, 1280, 1920] as const;
const HEIGHTS = { 390: 844, 1280: 800, 1920: 1080 } as const;

interface Scene {
  readonly browser: Browser;
  readonly server: TestServer;
  readonly page: Page;
  readonly sheet: SheetPage;
}

interface State {
  readonly name: string;
  /** The whole page from top to bottom, or only the window. */
  readonly isWhole: boolean;
  readonly prepare: (scene: Scene) => Promise<void>;
}

const example = (server: TestServer): Promise<TestSheet> =>
  server.createSheet({ example: 'avtalelojalitet', title: '' });

const STATES: readonly State[] = [
  {
    name: 'start',
    isWhole: true,
    prepare: async ({ page, server }) => {
      await page.goto(server.url);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'create',
    isWhole: false,
    prepare: async ({ page, server }) => {
      await page.goto(server.url);
      await page.getByRole('button', { name: 'Nytt dypdykk-A3' }).click();
    },
  },
  {
    name: 'empty',
    isWhole: true,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await server.createSheet({ title: '' })).links.fasilitator);
    },
  },
  {
    name: 'example',
    isWhole: true,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await example(server)).links.rediger);
      await sheet.introduceAs('Kari Nordmann');
    },
  },
  {
    name: 'levanger',
    isWhole: true,
    prepare: async ({ sheet, server }) => {
      const created = await server.createSheet({
        kind: 'virksomhet',
        example: 'levanger',
        title: '',
      });
      await sheet.open(created.links.rediger);
      await sheet.introduceAs('Kari Nordmann');
    },
  },
  {
    name: 'top',
    isWhole: false,
    prepare: async ({ browser, sheet, server }) => {
      const created = await example(server);
      await sheet.open(created.links.fasilitator);
      await sheet.introduceAs('Kari Nordmann');
      for (const name of ['Ola Sørlie', 'Åse Ytterøy', 'Per Ås', 'Liv Østbø']) {
        const other = new SheetPage(
          await (await browser.newContext({ locale: 'nb-NO' })).newPage(),
        );
        await other.open(created.links.rediger);
        await other.introduceAs(name);
        await other.tiltak
          .row(name.length % 4)
          .field('Ansvar')
          .focus();
      }
      await sheet.page.getByRole('button', { name: '5 er her' }).waitFor();
    },
  },
  {
    name: 'participants',
    isWhole: false,
    prepare: async (scene) => {
      await state('top').prepare(scene);
      await scene.sheet.openPeople();
    },
  },
  {
    name: 'together',
    isWhole: false,
    prepare: async (scene) => {
      await state('top').prepare(scene);
      await scene.sheet.tiltak.row(2).field('Ansvar').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'reader',
    isWhole: true,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await example(server)).links.les);
      await sheet.introduceAs('Revisor Ås');
    },
  },
  {
    name: 'share',
    isWhole: false,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await example(server)).links.fasilitator);
      await sheet.openShare();
      await sheet.page.getByRole('textbox', { name: 'Lenke: Kan skrive' }).waitFor();
    },
  },
  {
    name: 'big-qr',
    isWhole: false,
    prepare: async (scene) => {
      await state('share').prepare(scene);
      await scene.page.getByRole('button', { name: 'Vis stort: Kan skrive' }).click();
      await scene.page.getByText('Bli med på arket').waitFor();
    },
  },
  {
    name: 'row-menu-and-toast',
    isWhole: false,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await example(server)).links.rediger);
      await sheet.introduceAs('Kari');
      await sheet.tiltak.row(1).act('Slett');
      await sheet.tiltak.row(1).field('Frist').fill('i morgen');
      await sheet.tiltak.row(2).actions.click();
    },
  },
  {
    name: 'offline',
    isWhole: false,
    prepare: async ({ page, sheet, server }) => {
      await sheet.open((await example(server)).links.rediger);
      await sheet.introduceAs('Kari');
      await page.context().setOffline(true);
      await page.getByText('Frakoblet').first().waitFor();
    },
  },
  {
    name: 'revoked',
    isWhole: false,
    prepare: async ({ page, sheet, server }) => {
      const created = await example(server);
      await sheet.open(created.links.rediger);
      await sheet.introduceAs('Kari');
      await server.call(`/api/sheets/${created.id}/keys/rotate`, {
        method: 'POST',
        key: created.keys.fasilitator,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ roles: ['rediger'] }),
      });
      await page.getByRole('button', { name: 'Last ned teksten' }).waitFor();
    },
  },
  {
    name: 'dead-link',
    isWhole: false,
    prepare: async ({ page, server }) => {
      const { id } = await server.createSheet();
      await page.goto(`${server.url}/ark/${id}#n=${'x'.repeat(43)}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'not-found',
    isWhole: false,
    prepare: async ({ page, server }) => {
      await page.goto(`${server.url}/finnes/ikke`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'thirty',
    isWhole: true,
    prepare: async ({ sheet, server }) => {
      const created = await server.createSheet({ title: LONG_WORD });
      await fill(server, created, {
        tiltak: Array.from({ length: 30 }, (_, at) => ({
          title: at % 7 === 3 ? LONG_WORD : `Tiltak ${at + 1}: rydde i avtalene og rutinene våre`,
          ansvar: at % 5 === 2 ? LONG_WORD : 'Økonomiavdelingen',
          frist: at % 2 === 0 ? '2024-06-30' : '2030-06-30',
        })),
        rotaarsaker: [{ title: LONG_WORD, points: `${LONG_WORD}\nkort` }],
      });
      await sheet.open(created.links.rediger);
      await sheet.introduceAs('Kari');
    },
  },
  {
    name: 'red-thread',
    isWhole: false,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await example(server)).links.rediger);
      await sheet.tiltak.add('Felles bestillingsportal');
      await new RedThreadPage(sheet).openPanel();
    },
  },
  {
    name: 'gevinstkart',
    isWhole: false,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await example(server)).links.rediger);
      await new RedThreadPage(sheet).openKart();
    },
  },
  {
    name: 'prioritering',
    isWhole: false,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await example(server)).links.rediger);
      await new RedThreadPage(sheet).openMatrix();
    },
  },
  {
    name: 'tiltak-details',
    isWhole: false,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await example(server)).links.rediger);
      await sheet.tiltak.row(0).openDetails();
    },
  },
  {
    name: 'gevinst-details',
    isWhole: false,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await example(server)).links.rediger);
      const details = await sheet.gevinster.row(0).openDetails();
      await details.sum('Estimat').waitFor();
    },
  },
  {
    name: 'maaling-details',
    isWhole: false,
    prepare: async ({ page, sheet, server }) => {
      await sheet.open((await example(server)).links.rediger);
      await sheet.maalinger.row(0).openDetails();
      await page.getByRole('img', { name: /^Graf: / }).waitFor();
    },
  },
  {
    name: 'program',
    isWhole: true,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await server.createProgram({ example: 'levanger' })).links.rediger);
      await sheet.introduceAs('Kari');
    },
  },
  {
    name: 'program-full',
    isWhole: true,
    prepare: async ({ sheet, server }) => {
      const program = await server.createProgram({ example: 'levanger' });
      await fillProgram(server, program);
      await sheet.open(program.links.rediger);
      await sheet.introduceAs('Kari');
    },
  },
  {
    name: 'program-empty',
    isWhole: true,
    prepare: async ({ sheet, server }) => {
      await sheet.open((await server.createProgram({ name: '' })).links.rediger);
    },
  },
  {
    name: 'portfolio',
    isWhole: true,
    prepare: async ({ page, server }) => {
      const { links } = await server.createProgram({ example: 'levanger' });
      await new PortfolioPage(page).open(links.les);
      await new PortfolioPage(page).rows.first().waitFor();
    },
  },
  {
    name: 'virksomhet-with-dypdykk',
    isWhole: true,
    prepare: async ({ page, sheet, server }) => {
      const { sheets } = await server.createProgram({ example: 'levanger' });
      const above = sheets.find(({ kind }) => kind === 'virksomhet');
      if (above === undefined) throw new Error('The programme has no virksomhets-A3.');
      await sheet.open(above.links.rediger);
      await page.getByText('Potensial:').first().waitFor();
    },
  },
  {
    name: 'lapper',
    isWhole: true,
    prepare: async ({ page, sheet, server }) => {
      const created = await server.createSheet({ title: 'Lapper' });
      const lapper = Array.from({ length: 40 }, (_, at) => ({
        text: at % 9 === 4 ? LONG_WORD : `Lapp ${at + 1}: hvem kan bestille, og hva koster det?`,
        color: ['gul', 'rosa', 'blaa', 'gronn', 'oransje', 'lilla'][at % 6] ?? '',
        author: 'Kari Nordmann',
        group: at < 2 ? 'gruppe' : '',
      }));
      await fill(server, created, {
        lapper: [...lapper, { text: 'Utenfor feltene', section: null }],
      });
      await sheet.open(created.links.rediger);
      await sheet.introduceAs('Kari');
      const list = new LappListPage(page, 'naasituasjon');
      await list.lapp(3).act('Gjør om til', 'Tiltak');
      await list.lapp(5).words.focus();
    },
  },
  {
    name: 'lapp-menu',
    isWhole: false,
    prepare: async (scene) => {
      await state('lapper').prepare(scene);
      await new LappListPage(scene.page, 'naasituasjon').lapp(2).actions.click();
    },
  },
  {
    name: 'lapp-colors',
    isWhole: false,
    prepare: async (scene) => {
      await state('lapper').prepare(scene);
      await new LappListPage(scene.page, 'naasituasjon').lapp(2).act('Farge');
    },
  },
];

function state(name: string): State {
  const found = STATES.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`There is no state «${name}».`);
  return found;
}

async function shoot(browser: Browser, { name, isWhole, prepare }: State): Promise<void> {
  const server = await startServer();
  for (const width of WIDTHS) {
    const context = await browser.newContext({
      locale: 'nb-NO',
      viewport: { width, height: HEIGHTS[width] },
      hasTouch: width === 390,
      isMobile: width === 390,
    });
    const page = await context.newPage();
    await prepare({ browser, server, page, sheet: new SheetPage(page) });
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: isWhole });
    await Promise.all(browser.contexts().map((each) => each.close()));
  }
  await server.stop();
}

const [folder = '/tmp/shots', ...wanted] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
for (const each of STATES) {
  if (wanted.length === 0 || wanted.some((part) => each.name.includes(part))) {
    await shoot(browser, each);
  }
}
await browser.close();
