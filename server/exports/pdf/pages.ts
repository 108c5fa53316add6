/** Piles of atoms cut into pages: nothing is left out, and what belongs together stays so. */
import type { Atom } from './atoms.ts';

export interface Placed {
  readonly atom: Atom;
  /** The atom's upper edge, from the top of the paper. */
  readonly y: number;
}
export type Page = readonly Placed[];

/** Where atoms may stand on the first page, and on those after it. */
export interface Room {
  readonly firstTop: number;
  readonly top: number;
  readonly bottom: number;
}

export function heightOf(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, atom) => sum + atom.height, 0);
}

/** At least one page. Atoms that are tied stay together unless they are taller than a page. */
export function paginate(atoms: readonly Atom[], room: Room): Page[] {
  const pages: Placed[][] = [[]];
  let y = room.firstTop;
  const place = (atom: Atom) => {
    pages.at(-1)?.push({ atom, y });
    y += atom.height;
  };
  const turn = (next: Atom) => {
    pages.push([]);
    y = room.top;
    for (const header of next.tableHeader ?? []) place(header);
  };
  for (const group of groupsOf(atoms)) {
    const [first] = group;
    const fitsPage = heightOf(group) <= (room.bottom - room.top) * 0.9;
    if (
      first !== undefined &&
      fitsPage &&
      y + heightOf(group) > room.bottom &&
      !isNew(pages, y, room)
    ) {
      turn(first);
    }
    for (const atom of group) {
      if (y + atom.height > room.bottom && !isNew(pages, y, room)) turn(atom);
      place(atom);
    }
  }
  return pages;
}

/** On a page where nothing stands yet, an atom stands whatever its height: else it never would. */
function isNew(pages: readonly (readonly Placed[])[], y: number, room: Room): boolean {
  const isEmpty = pages.at(-1)?.every(({ atom }) => atom.isRepeated === true) ?? true;
  return isEmpty && (pages.length > 1 || y <= room.top);
}

function groupsOf(atoms: readonly Atom[]): Atom[][] {
  const groups: Atom[][] = [];
  let isTied = false;
  for (const atom of atoms) {
    const last = groups.at(-1);
    if (isTied && last !== undefined) last.push(atom);
    else groups.push([atom]);
    isTied = atom.isTiedToNext === true;
  }
  return groups;
}
