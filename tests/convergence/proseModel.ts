/**
 * The words of the prose sections. What a token stands in (its Y.XmlText, the elements around it)
 * is remembered when it is put in: when an editor takes such a thing out, as it does with a
 * paragraph that is deleted, what others were writing in it goes too, and is excused. When an editor
 * writes words anew in another place, as it does when paragraphs are parted or take each other's
 * place, somebody who takes them out at the same moment takes out the old ones only: the new ones
 * may be there.
 */
import * as Y from 'yjs';
import { proseOf } from '../../shared/sheet/schema/roots.ts';
import type { ProseSection } from '../../shared/sheet/schema/vocabulary.ts';
import { type ProseNode, readProse } from '../../shared/sheet/snapshot/prose.ts';
import { compareTokens } from './oracle.ts';
import type { Tokens } from './tokens.ts';
import { itemOf } from './turn.ts';

/** Few sections, so that people often write in the same one. */
export const SECTIONS = ['begrunnelse', 'onsket', 'maaling'] as const satisfies ProseSection[];

export class ProseModels {
  readonly #put = new Map<string, { readonly section: ProseSection; readonly inside: string[] }>();
  readonly #taken = new Set<string>();
  readonly #gone = new Set<string>();
  /** Tokens that an editor has written anew in another place. */
  readonly #copied = new Set<string>();
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Remembers what a change of a section did, from what stood in it before and after. */
  follow(section: ProseSection, before: Places, after: Places): void {
    for (const [token, inside] of after.tokens) {
      if (!before.tokens.has(token) && !this.#put.has(token))
        this.#put.set(token, { section, inside });
      const place = before.tokens.get(token);
      if (place !== undefined && place.at(-1) !== inside.at(-1)) this.#copied.add(token);
    }
    for (const token of before.tokens.keys()) {
      if (!after.tokens.has(token)) this.#taken.add(token);
    }
    for (const container of before.containers.difference(after.containers)) {
      this.#gone.add(container);
    }
  }

  /** Where everything in a section of this copy stands. */
  places(doc: Y.Doc, section: ProseSection): Places {
    const places: Places = { tokens: new Map(), containers: new Set() };
    this.#walk(proseOf(doc, section), [], places);
    return places;
  }

  compare(doc: Y.Doc): string[] {
    return SECTIONS.flatMap((section) => {
      const seen = this.#tokens.read(wordsOf(readProse(proseOf(doc, section)).nodes));
      const left = [...this.#put].filter(
        ([token, put]) => put.section === section && !this.#taken.has(token),
      );
      const expected = left.filter(([token]) => !this.excused.has(token)).map(([token]) => token);
      // What an editor took the place of may be there all the same; what nobody put in may not.
      const stray = seen.filter((token) => this.excused.has(token) || this.#copied.has(token));
      return compareTokens(seen, new Set([...expected, ...stray]), `section:${section}`);
    });
  }

  get excused(): ReadonlySet<string> {
    const excused = [...this.#put].filter(([, { inside }]) =>
      inside.some((id) => this.#gone.has(id)),
    );
    return new Set(excused.map(([token]) => token).filter((token) => !this.#taken.has(token)));
  }

  /** Of how many it is not proved that they stay away once they have been taken out. */
  get copied(): number {
    return this.#copied.size;
  }

  get count(): number {
    return this.#put.size;
  }

  #walk(parent: Y.XmlFragment, inside: readonly string[], places: Places): void {
    for (const child of parent.toArray()) {
      const around = [...inside, itemOf(child)];
      places.containers.add(around.at(-1) ?? '');
      if (child instanceof Y.XmlElement) this.#walk(child, around, places);
      else if (child instanceof Y.XmlText) {
        for (const token of this.#tokens.read(plainWords(child))) places.tokens.set(token, around);
      }
    }
  }
}

export interface Places {
  readonly tokens: Map<string, string[]>;
  readonly containers: Set<string>;
}

function plainWords(text: Y.XmlText): string {
  const runs: readonly { readonly insert?: unknown }[] = text.toDelta();
  return runs.map(({ insert }) => String(insert)).join('');
}

function wordsOf(nodes: readonly ProseNode[]): string {
  return nodes.map((node) => node.text ?? wordsOf(node.content ?? [])).join('');
}
