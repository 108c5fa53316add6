/** The canvas of one sheet, as a person uses it. Places are in page units: four to a millimetre. */
import { expect, type FileChooser, type Locator, type Page } from '@playwright/test';
import { A3_PAGE, LAPP_SIZE } from '../../../shared/sheet/canvas/geometry.ts';
import { Finger } from '../support/finger.ts';
import { Keyboard } from '../support/keyboard.ts';
import { NEAR, type Place } from './places.ts';
import { Pointers } from './pointers.ts';
import type { SheetPage } from './SheetPage.ts';

/** Enough steps for a drag to be one, and for others to see it on its way. */
const DRAG_STEPS = 8;

export class BoardPage {
  readonly person: SheetPage;
  readonly page: Page;
  readonly keyboard: Keyboard;
  readonly finger: Finger;
  readonly pointers: Pointers;

  private constructor(person: SheetPage) {
    this.person = person;
    this.page = person.page;
    this.keyboard = new Keyboard(person.page);
    this.finger = new Finger(person.page);
    this.pointers = new Pointers(this.surface, (place) => this.#onPage(place));
  }

  /** Goes to the canvas by the switch, unless it is shown, and waits until it is there. */
  static async of(person: SheetPage): Promise<BoardPage> {
    const board = new BoardPage(person);
    if (!(await board.a3.isVisible())) await board.show('Lerret');
    await board.isThere();
    return board;
  }

  async isThere(): Promise<void> {
    await this.a3.waitFor();
    await expect(this.person.button('Tilpass ark')).toBeVisible();
  }

  /** The other view, by the switch. */
  async show(view: 'Lerret' | 'Skjema'): Promise<void> {
    await this.person.button(view).click();
    if (view === 'Lerret') await this.isThere();
    else await expect(this.a3).toBeHidden();
  }

  /** tldraw's own element: everything on the board, without what lies around it. */
  get surface(): Locator {
    return this.page.getByRole('application', { name: 'Lerret med arket' });
  }

  /** The page that lies on the board. */
  get a3(): Locator {
    return this.page.getByRole('document', { name: 'Arket' });
  }

  section(name: string): Locator {
    return this.a3.getByRole('region', { name });
  }

  /** A field of the page by its name. */
  field(name: string): Locator {
    return this.a3.getByRole('textbox', { name, exact: true });
  }

  /** How large the page is seen, in percent. */
  async zoom(): Promise<number> {
    return Math.round((await this.#page()).scale * 100);
  }

  async press(button: 'Større' | 'Mindre' | 'Tilpass ark' | 'Oversikt'): Promise<void> {
    await this.person.button(button).click();
  }

  /** Presses «Større» or «Mindre» until it is so many percent, which must be one of their steps. */
  async zoomTo(percent: number): Promise<void> {
    const before = await this.zoom();
    if (before === percent) return;
    await this.press(before < percent ? 'Større' : 'Mindre');
    await expect.poll(() => this.zoom()).not.toBe(before);
    await this.zoomTo(percent);
  }

  // Places

  /** Where a place on the page is in the window, in CSS pixels. */
  async inWindow({ x, y }: Place): Promise<Place> {
    const { left, top, scale } = await this.#page();
    return { x: left + x * scale, y: top + y * scale };
  }

  /** Where something's top left corner is on the page. */
  async placeOf(thing: Locator): Promise<Place> {
    return this.#onPage(await boxOf(thing));
  }

  /** The middle of something, on the page. */
  async middleOf(thing: Locator): Promise<Place> {
    const box = await boxOf(thing);
    const { left, top, scale } = await this.#page();
    return { x: (box.x + box.width / 2 - left) / scale, y: (box.y + box.height / 2 - top) / scale };
  }

  /** From pixels of the window. */
  async #onPage({ x, y }: Place): Promise<Place> {
    const { left, top, scale } = await this.#page();
    return { x: (x - left) / scale, y: (y - top) / scale };
  }

  async #page(): Promise<{ left: number; top: number; scale: number }> {
    const { x, y, width } = await boxOf(this.a3);
    return { left: x, top: y, scale: width / A3_PAGE.width };
  }

  // Notes

  get notes(): Locator {
    return this.surface.locator('.lapp');
  }

  /** The note that has these words on it. */
  note(words: string): Locator {
    return this.notes.filter({ hasText: words });
  }

  /** The field of the note that is written on. */
  get noteField(): Locator {
    return this.notes.getByRole('textbox');
  }

  /** The bar over the selected notes. */
  get selected(): Locator {
    return this.page.getByRole('toolbar', { name: /^Verktøy for / });
  }

  /** A new note where one presses twice, and its words; nothing is written on when it is done. */
  async write(words: string, place: Place): Promise<Locator> {
    await this.openNewNote(place);
    await this.keyboard.type(words);
    await this.closeNote();
    return this.note(words);
  }

  async openNewNote(place: Place): Promise<void> {
    const { x, y } = await this.inWindow(place);
    await this.page.mouse.dblclick(x, y);
    await expect(this.noteField).toBeFocused();
  }

  async openNote(note: Locator): Promise<void> {
    await note.dblclick();
    await expect(this.noteField).toBeFocused();
  }

  async closeNote(): Promise<void> {
    await this.keyboard.press('Escape');
    await expect(this.noteField).toHaveCount(0);
  }

  async choose(...notes: readonly Locator[]): Promise<void> {
    await this.keyboard.press('Escape');
    for (const [index, note] of notes.entries()) {
      await note.click(index === 0 ? {} : { modifiers: ['Shift'] });
    }
    await this.hasSelected(notes.length);
  }

  /** Takes one more thing among those that are selected, by its edge: a drawing may be hollow. */
  async addToSelection(thing: Locator): Promise<void> {
    await this.#pressEdge(thing, ['Shift']);
  }

  async #pressEdge(thing: Locator, modifiers: readonly 'Shift'[] = []): Promise<void> {
    const { y } = await this.placeOf(thing);
    const { x } = await this.middleOf(thing);
    const edge = await this.inWindow({ x, y: y + 1 });
    for (const key of modifiers) await this.page.keyboard.down(key);
    await this.page.mouse.click(edge.x, edge.y);
    for (const key of modifiers) await this.page.keyboard.up(key);
  }

  /** Gives a drawing another colour, by tldraw's word for it. */
  async recolour(drawing: Locator, color: 'red' | 'blue'): Promise<void> {
    await this.keyboard.press('Escape');
    await this.#pressEdge(drawing);
    await this.page.getByTestId(`style.color.${color}`).click();
  }

  /** The colour of a drawing's line. */
  inkOf(drawing: Locator): Promise<string> {
    return drawing
      .locator('path')
      .first()
      .evaluate((line) => getComputedStyle(line).stroke);
  }

  /** What the bar over the selected notes can do with them. */
  async act(menu: 'Farge' | 'Gjør om til' | 'Flytt til felt', choice: string): Promise<void> {
    await this.selected.getByRole('button', { name: menu }).click();
    const open = this.page.locator('[role=menu]:popover-open');
    await open.getByText(choice, { exact: true }).click();
    await expect(open).toHaveCount(0);
  }

  /** The paper of a note, as `rgb(…)`. */
  paperOf(note: Locator): Promise<string> {
    return note.evaluate((element) => getComputedStyle(element).backgroundColor);
  }

  // Moving

  /** Takes something by its middle and puts it where its top left corner is to be. */
  async drag(thing: Locator, to: Place): Promise<void> {
    await this.lift(thing, to);
    await this.drop();
  }

  /** As `drag`, but does not let go. */
  async lift(thing: Locator, to: Place): Promise<void> {
    const corner = await this.inWindow(await this.placeOf(thing));
    const grip = await this.inWindow(await this.middleOf(thing));
    const end = await this.inWindow(to);
    await this.page.mouse.move(grip.x, grip.y);
    await this.page.mouse.down();
    await this.page.mouse.move(grip.x + end.x - corner.x, grip.y + end.y - corner.y, {
      steps: DRAG_STEPS,
    });
  }

  /** Moves what has been lifted so that what was gripped lies at a place. */
  async carry(to: Place): Promise<void> {
    const { x, y } = await this.inWindow(to);
    await this.page.mouse.move(x, y, { steps: DRAG_STEPS });
  }

  async drop(): Promise<void> {
    await this.page.mouse.up();
  }

  /** Presses a place on the page. */
  async pressAt(place: Place): Promise<void> {
    const { x, y } = await this.inWindow(place);
    await this.page.mouse.click(x, y);
  }

  async moveTo(place: Place): Promise<void> {
    const { x, y } = await this.inWindow(place);
    await this.page.mouse.move(x, y);
  }

  /** Waits until something's corner is at a place. */
  async isAt(thing: Locator, place: Place): Promise<void> {
    await expect
      .poll(async () => {
        const { x, y } = await this.placeOf(thing);
        return Math.max(Math.abs(x - place.x), Math.abs(y - place.y));
      })
      .toBeLessThan(NEAR);
  }

  // Tools

  /** A tool of the toolbar; the one in hand is pressed. */
  tool(name: string): Locator {
    const toolbar = this.surface.getByRole('toolbar', { name: 'Verktøy', exact: true });
    return toolbar.getByRole('button', { name, exact: true });
  }

  async take(name: string): Promise<void> {
    await this.tool(name).click();
    await this.isInHand(name);
  }

  async isInHand(name: string): Promise<void> {
    await expect(this.tool(name)).toHaveAttribute('aria-pressed', 'true');
  }

  /** A rectangle where nothing stands, as large as a note. */
  async drawRectangle(): Promise<Locator> {
    await this.take('Rektangel');
    await this.draw({ x: 1150, y: 260 }, { x: 1350, y: 360 });
    await expect(this.drawings).toHaveCount(1);
    return this.drawings;
  }

  /** Draws with what is in hand from one place to another. */
  async draw(from: Place, to: Place): Promise<void> {
    const [start, end] = [await this.inWindow(from), await this.inWindow(to)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: DRAG_STEPS });
    await this.page.mouse.up();
  }

  /** What is drawn on the board, notes left out, as the outline names it. */
  get drawings(): Locator {
    return this.surface.locator('.tl-shape:not([data-shape-type=lapp])');
  }

  get images(): Locator {
    return this.surface.locator('.tl-shape[data-shape-type=image] img');
  }

  get outline(): Locator {
    return this.page.getByRole('complementary', { name: 'Oversikt' });
  }

  // The others

  /** Outlines of what others have selected. */
  get othersSelections(): Locator {
    return this.surface.locator('.peer-selection');
  }

  // From elsewhere

  /** Pastes words with Ctrl+V; the context must allow the clipboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await this.keyboard.press('Control+v');
  }

  /** Chooses a file with the tool for pictures. */
  async insertFile(file: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await this.tool('Bilde').click();
    await (await asked).setFiles(file);
  }

  get messages(): Locator {
    return this.page.getByRole('region', { name: /^Meldinger/ });
  }

  // What is seen

  /** Frames around notes that belong together. */
  get groups(): Locator {
    return this.surface.locator('.lapp-group');
  }

  /** Signs that a section has more than it shows. */
  get scrollSigns(): Locator {
    return this.a3.getByRole('button', { name: /^Mer nedenfor/ });
  }

  /** That the whole page is seen, with nothing over it. */
  async fitsInWindow(): Promise<void> {
    const room = await boxOf(this.surface);
    const bars = await Promise.all(
      ['Visning', 'Verktøy'].map((name) =>
        boxOf(this.page.getByRole('toolbar', { name, exact: true })),
      ),
    );
    const bottom = Math.min(...bars.map(({ y }) => y));
    await expect(async () => {
      const page = await boxOf(this.a3);
      expect(page.x).toBeGreaterThanOrEqual(room.x);
      expect(page.y).toBeGreaterThanOrEqual(room.y);
      expect(page.x + page.width).toBeLessThanOrEqual(room.x + room.width);
      expect(page.y + page.height).toBeLessThanOrEqual(bottom);
      const fills = Math.max(page.width / room.width, page.height / (bottom - room.y));
      expect(fills).toBeGreaterThan(0.85);
    }).toPass();
  }

  /** That the top left of something is seen within the board. */
  async isInView(thing: Locator): Promise<void> {
    const room = await boxOf(this.surface);
    await expect(async () => {
      const { x, y } = await boxOf(thing);
      expect(x).toBeGreaterThanOrEqual(room.x);
      expect(y).toBeGreaterThanOrEqual(room.y);
      expect(x).toBeLessThan(room.x + room.width);
      expect(y).toBeLessThan(room.y + room.height);
    }).toPass();
  }

  /** The middle of what is seen, on the page. */
  async viewCentre(): Promise<Place> {
    const room = await boxOf(this.surface);
    const { left, top, scale } = await this.#page();
    return {
      x: (room.x + room.width / 2 - left) / scale,
      y: (room.y + room.height / 2 - top) / scale,
    };
  }

  /** Every size, in percent, that the page is drawn at while something happens. */
  async sizesOnTheWay(act: () => Promise<void>): Promise<number[]> {
    const stop = await this.a3.evaluateHandle((page, width) => {
      const sizes = new Set<number>();
      let isOver = false;
      const look = () => {
        sizes.add(Math.round((page.getBoundingClientRect().width / width) * 100));
        if (!isOver) requestAnimationFrame(look);
      };
      look();
      return () => {
        isOver = true;
        return [...sizes];
      };
    }, A3_PAGE.width);
    await act();
    return stop.evaluate((end) => end());
  }

  /** How the page is set, in words of CSS, in each of so many frames. */
  settingsOver(frames: number): Promise<string[]> {
    return this.a3.getByRole('article').evaluate(async (sheet, count) => {
      const settings: string[] = [];
      while (settings.length < count) {
        await new Promise(requestAnimationFrame);
        settings.push((sheet as HTMLElement).style.cssText);
      }
      return settings;
    }, frames);
  }

  /** How high a note is drawn, and how high the board takes it to be, in page units. */
  heightsOf(note: Locator): Promise<{ drawn: number; meant: number }> {
    return note.evaluate((element) => ({
      drawn: (element as HTMLElement).offsetHeight,
      meant: Number.parseFloat((element as HTMLElement).style.minHeight),
    }));
  }

  /** How high the letters of something are on the page, in page units. */
  async letterSize(thing: Locator): Promise<number> {
    const { scale } = await this.#page();
    const inWindow = await thing.evaluate((element) => {
      const drawn = element.getBoundingClientRect().width / (element as HTMLElement).offsetWidth;
      return Number.parseFloat(getComputedStyle(element).fontSize) * drawn;
    });
    return inWindow / scale;
  }

  /** The fields of the page whose words cannot be brought into view by scrolling their section. */
  hiddenWords(): Promise<string[]> {
    return this.a3.evaluate((page) => {
      const isShown = (field: Element) => {
        field.scrollIntoView({ block: 'nearest' });
        const frame = (field.closest('.a3-section') ?? page).getBoundingClientRect();
        const { left, right, top, bottom } = field.getBoundingClientRect();
        const isInside =
          top >= frame.top - 1 &&
          bottom <= frame.bottom + 1 &&
          left >= frame.left - 1 &&
          right <= frame.right + 1;
        return isInside && field.scrollHeight <= field.clientHeight + 1;
      };
      return [...page.querySelectorAll('textarea')]
        .filter((field) => !isShown(field))
        .map((field) => field.value);
    });
  }

  isInPage(thing: Locator): Promise<boolean> {
    return thing.evaluate((element) => element.closest('[role=document]') !== null);
  }

  /** The name by which something is read aloud. */
  async nameOf(thing: Locator): Promise<string> {
    return /"((?:[^"\\]|\\.)*)"/.exec(await thing.ariaSnapshot())?.[1] ?? '';
  }

  async hasSelected(count: number): Promise<void> {
    await expect(this.selected).toHaveAccessibleName(
      count === 1 ? 'Verktøy for lappen' : `Verktøy for ${count} lapper`,
    );
  }
}

/** The top left corner of a note whose middle is at a place. */
export function cornerOfNoteAt({ x, y }: Place): Place {
  return { x: x - LAPP_SIZE.width / 2, y: y - LAPP_SIZE.height / 2 };
}

async function boxOf(
  thing: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  await expect(thing).toBeVisible();
  const box = await thing.boundingBox();
  if (box === null) throw new Error(`${thing.toString()} takes no room.`);
  return box;
}
