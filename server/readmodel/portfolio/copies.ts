/** What stands on several sheets, because it was imported, and on which of them it counts. */
import type { SheetRow, SheetRows } from '../rows.ts';
import type { Item } from './items.ts';

export class Copies {
  readonly #places = new Map<string, SheetRow | readonly SheetRow[]>();
  #sharedCount = 0;

  add({ sheet, ...rows }: SheetRows): void {
    for (const key of keysOf(rows)) {
      const places = this.#places.get(key);
      if (places === undefined) this.#places.set(key, sheet);
      else this.#setShared(key, places, [...listOf(places), sheet]);
    }
  }

  remove({ sheet, ...rows }: SheetRows): void {
    for (const key of keysOf(rows)) {
      const places = this.#places.get(key);
      if (places === undefined) continue;
      const left = listOf(places).filter(({ sheetId }) => sheetId !== sheet.sheetId);
      if (left.length === 0) this.#places.delete(key);
      else this.#setShared(key, places, left);
    }
  }

  /** Whether nothing stands on more than one sheet. */
  get isEmpty(): boolean {
    return this.#sharedCount === 0;
  }

  /** The items of a sheet without those that count on an older one. */
  without({ sheet }: SheetRows, items: readonly Item[]): readonly Item[] {
    if (this.isEmpty) return items;
    return items.filter((item) => {
      const places = listOf(this.#places.get(keyOf(item.type, item.row.id)) ?? sheet);
      return places.every((other) => other.sheetId === sheet.sheetId || isOlder(sheet, other));
    });
  }

  #setShared(
    key: string,
    before: SheetRow | readonly SheetRow[],
    after: readonly SheetRow[],
  ): void {
    this.#sharedCount += Number(after.length > 1) - Number(listOf(before).length > 1);
    this.#places.set(key, after);
  }
}

function listOf(places: SheetRow | readonly SheetRow[]): readonly SheetRow[] {
  return 'sheetId' in places ? [places] : places;
}

function isOlder(a: SheetRow, b: SheetRow): boolean {
  return a.createdAt === b.createdAt ? a.sheetId < b.sheetId : a.createdAt < b.createdAt;
}

function keysOf({ tiltak, gevinster }: Pick<SheetRows, 'tiltak' | 'gevinster'>): string[] {
  return [
    ...tiltak.map(({ id }) => keyOf('tiltak', id)),
    ...gevinster.map(({ id }) => keyOf('gevinst', id)),
  ];
}

function keyOf(type: Item['type'], id: string): string {
  return `${type}/${id}`;
}
