/**
 * Says in a style sheet of its own how elements look on the page just now, so that they look the
 * same where none of the page's style sheets are. Layers, media and container queries, custom
 * properties and sizes in `rem` are worked out by the browser; what is written down is the outcome,
 * as far as it differs from what a bare element has.
 */
import { familiesOf } from './embeddedFonts.ts';
import { isInk, isOfPicture, isOwn } from './styleNames.ts';

/** Values in the order of the book's names. */
export type Look = readonly string[];

export interface Written {
  /** What to put on the element. */
  readonly className: string;
  readonly style: string;
}

/** What fields and buttons become. */
const PLAIN_TAGS = ['div', 'span'];

export class StyleBook {
  /** Families of fonts that something written is set in. */
  readonly families = new Set<string>();
  /** How an element without any rule looks, where nothing is inherited. */
  readonly bare: Look;
  readonly #names: readonly string[];
  readonly #bareByTag = new Map<string, Look>();
  /** Rules by what they say. */
  readonly #classes = new Map<string, string>();

  /**
   * @param stage an element of the page that holds all that will be written down. Bare elements of
   * the same kinds are put into it, all at once: after each change the browser works out the rules
   * of the whole page anew.
   */
  constructor(stage: Element) {
    const host = document.createElement('div');
    host.style.cssText = 'all: initial; display: none';
    const probe = document.createElement('div');
    probe.style.all = 'initial';
    host.append(probe);
    const probes = new Map<string, Element>();
    const kinds = [
      ...stage.querySelectorAll('*'),
      ...PLAIN_TAGS.map((tag) => document.createElement(tag)),
    ];
    for (const kind of kinds) {
      if (probes.has(keyOf(kind))) continue;
      const bare = document.createElementNS(kind.namespaceURI, kind.localName);
      bare.setAttribute('style', 'all: revert');
      probes.set(keyOf(kind), bare);
      host.append(bare);
    }
    stage.append(host);
    this.#names = [...getComputedStyle(probe)].filter(isOfPicture);
    this.bare = this.lookOf(probe);
    for (const [key, bare] of probes) this.#bareByTag.set(key, this.lookOf(bare));
    host.remove();
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
    const { shared, own } = this.#differences(
      look,
      this.#bareByTag.get(keyOf(as)) ?? this.bare,
      around,
    );
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
      if (name === 'transform-origin' && !isTurned) return;
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

  #lookOf(style: CSSStyleDeclaration): Look {
    return this.#names.map((name) => style.getPropertyValue(name));
  }
}

function keyOf({ namespaceURI, localName }: Element): string {
  return `${namespaceURI} ${localName}`;
}
