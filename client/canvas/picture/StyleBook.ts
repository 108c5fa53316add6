/**
 * Says in a style sheet of its own how elements look on the page just now, so that they look the
 * same where none of the page's style sheets are. Layers, media and container queries, custom
 * properties and sizes in `rem` are worked out by the browser; what is written down is the outcome,
 * as far as it differs from what a bare element has.
 */
import { familiesOf } from './embeddedFonts.ts';
import { isInk, isOfPicture, isOrigin, isOwn } from './styleNames.ts';

/** Values in the order of the book's names. */
export type Look = readonly string[];

export interface Written {
  /** What to put on the element. */
  readonly className: string;
  readonly style: string;
}

export class StyleBook {
  /** Families of fonts that something written is set in. */
  readonly families = new Set<string>();
  /** How an element without any rule looks, where nothing is inherited. */
  readonly bare: Look;
  readonly #host: HTMLElement;
  readonly #names: readonly string[];
  readonly #bareByTag = new Map<string, Look>();
  /** Rules by what they say. */
  readonly #classes = new Map<string, string>();

  /** @param stage an element of the page, into which elements are put to see how they look bare */
  constructor(stage: Element) {
    this.#host = document.createElement('div');
    this.#host.style.all = 'initial';
    stage.append(this.#host);
    this.#names = [...getComputedStyle(this.#host)].filter(isOfPicture);
    this.bare = this.#lookOf(getComputedStyle(this.#host));
  }

  lookOf(element: Element): Look {
    return this.#lookOf(getComputedStyle(element));
  }

  /** A value of a look. */
  valueOf(look: Look, property: string): string {
    return look[this.#names.indexOf(property)] ?? '';
  }

  /**
   * @param as the element that is to have this look
   * @param around the look of the element that it will stand in
   */
  write(look: Look, as: Element, around: Look): Written {
    const { shared, own } = this.#differences(look, this.#bareLookOf(as), around);
    return { className: this.#classOf(shared), style: own };
  }

  /** Writes how a pseudo-element looks, for all that have the class that comes back. */
  writePseudo(element: Element, pseudo: '::before' | '::after', around: Look): string | undefined {
    const style = getComputedStyle(element, pseudo);
    const content = style.getPropertyValue('content');
    if (content === 'none' || content === 'normal' || style.display === 'none') return undefined;
    const { shared, own } = this.#differences(this.#lookOf(style), this.bare, around);
    return this.#classOf(`${shared}${own}`, pseudo);
  }

  css(): string {
    return [...this.#classes.values()].join('\n');
  }

  #differences(look: Look, bare: Look, around: Look): { shared: string; own: string } {
    const color = this.valueOf(look, 'color');
    const isTurned = ['transform', 'rotate', 'scale'].some(
      (property) => this.valueOf(look, property) !== 'none',
    );
    let shared = '';
    let own = '';
    this.#names.forEach((name, index) => {
      const value = look[index] ?? '';
      // What is bare must be said nevertheless where something else may be inherited.
      const isSaid = value !== bare[index] || around[index] !== this.bare[index];
      if (!isSaid || value === '') return;
      if (isInk(name) && value === color) return;
      if (isOrigin(name) && !isTurned) return;
      if (name === 'font-family') for (const family of familiesOf(value)) this.families.add(family);
      if (isOwn(name)) own += `${name}:${value};`;
      else shared += `${name}:${value};`;
    });
    return { shared, own };
  }

  #classOf(rules: string, pseudo = ''): string {
    const key = `${pseudo}{${rules}}`;
    const known = this.#classes.get(key);
    if (known !== undefined) return known.slice(1, known.length - key.length);
    const name = `s${this.#classes.size}`;
    this.#classes.set(key, `.${name}${key}`);
    return name;
  }

  #bareLookOf(element: Element): Look {
    const key = `${element.namespaceURI} ${element.localName}`;
    const known = this.#bareByTag.get(key);
    if (known !== undefined) return known;
    const probe = document.createElementNS(element.namespaceURI, element.localName);
    probe.setAttribute('style', 'all: revert');
    this.#host.append(probe);
    const look = this.lookOf(probe);
    probe.remove();
    this.#bareByTag.set(key, look);
    return look;
  }

  #lookOf(style: CSSStyleDeclaration): Look {
    return this.#names.map((name) => style.getPropertyValue(name));
  }
}
