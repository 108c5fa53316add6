/**
 * The shared prose as the editor's document, node by node. A shadow joins a Yjs type to the
 * ProseMirror node that shows it, so that a change on either side finds its place on the other.
 *
 * Whatever a merge leaves is shown, and nothing is written in order to show it (PO-4):
 * - neighbouring texts read as one, as when two people begin in one empty paragraph at once;
 * - where a block must stand and none is left, an empty paragraph is shown, and in a table with
 *   rows of unequal length empty cells: these are `filling`, in the editor only;
 * - a list, table or row in which nothing is left is not shown.
 */
import { Fragment, type NodeType, type Node as PmNode, type Schema } from '@tiptap/pm/model';
import { TableMap } from '@tiptap/pm/tables';
import * as Y from 'yjs';
import { contentOf, MAX_DEPTH, mayHold, readAttributes, readText } from '../../model.ts';

/** A text in a textblock; it may be empty. */
export interface TextPart {
  readonly text: Y.XmlText;
  length: number;
}

/** A piece of a textblock, in order. */
export type Part = TextPart | { readonly leaf: Y.XmlElement; readonly length: 1 };

export interface TextblockShadow {
  readonly type: Y.XmlElement;
  node: PmNode;
  readonly parts: Part[];
}

export interface ContainerShadow {
  readonly type: Y.XmlFragment;
  node: PmNode;
  /** What is shown of the type's children, in order. */
  readonly children: readonly Shadow[];
}

export type Shadow = ContainerShadow | TextblockShadow;

export function isTextblock(shadow: Shadow): shadow is TextblockShadow {
  return 'parts' in shadow;
}

/** The fragment holds something of a kind that this version does not know. */
export class UnknownProse extends Error {
  constructor(what: string) {
    super(`Unknown prose: ${what}`);
    this.name = 'UnknownProse';
  }
}

/** Reads a fragment, and again only what has been forgotten. */
export class ShadowReader {
  readonly #schema: Schema;
  #cache = new WeakMap<Y.XmlFragment, Shadow>();
  readonly #filling = new WeakSet<PmNode>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** The whole document. Throws `UnknownProse`. */
  read(fragment: Y.XmlFragment): ContainerShadow {
    const cached = this.#cache.get(fragment);
    if (cached !== undefined && !isTextblock(cached)) return cached;
    const shadow = this.#container(fragment, this.#schema.topNodeType, this.#children(fragment, 0));
    this.#cache.set(fragment, shadow);
    return shadow;
  }

  /** Whether a node stands in the editor only. */
  isFilling(node: PmNode): boolean {
    return this.#filling.has(node);
  }

  /**
   * Makes a shadow tell of the very nodes that the editor holds, which must equal its own. Nodes
   * that are the same object on both sides are passed over without a look by everything else.
   */
  adopt(shadow: Shadow, node: PmNode): void {
    const was = shadow.node;
    if (was === node) return;
    shadow.node = node;
    if (isTextblock(shadow)) return;
    for (const [index, child] of shadow.children.entries()) this.adopt(child, node.child(index));
    for (let index = shadow.children.length; index < node.childCount; index++) {
      if (this.isFilling(was.child(index))) this.#filling.add(node.child(index));
    }
  }

  /** A type has changed: it and all that hold it are read anew. */
  forget(type: Y.XmlFragment | Y.XmlText): void {
    let changed: unknown = type;
    while (changed instanceof Y.XmlFragment || changed instanceof Y.XmlText) {
      if (changed instanceof Y.XmlFragment) this.#cache.delete(changed);
      changed = changed.parent;
    }
  }

  #children(parent: Y.XmlFragment, depth: number): Shadow[] {
    if (depth >= MAX_DEPTH && parent.length > 0) throw new UnknownProse('nested without end');
    return parent.toArray().flatMap((child: unknown) => {
      if (child instanceof Y.XmlText && child.length === 0) return [];
      const shadow = this.#element(knownChild(parent, child), depth);
      return shadow === undefined ? [] : [shadow];
    });
  }

  /** Undefined when there is nothing in it to show. */
  #element(element: Y.XmlElement, depth: number): Shadow | undefined {
    const cached = this.#cache.get(element);
    if (cached !== undefined) return cached;
    const shadow = this.#fresh(element, depth);
    if (shadow !== undefined) this.#cache.set(element, shadow);
    return shadow;
  }

  #fresh(element: Y.XmlElement, depth: number): Shadow | undefined {
    const nodeType = this.#schema.nodes[element.nodeName];
    if (nodeType === undefined) throw new UnknownProse(element.nodeName);
    if (contentOf(element.nodeName) === 'inline') return this.#textblock(element, nodeType);
    const children = this.#children(element, depth + 1);
    const mayBeEmpty = contentOf(element.nodeName) === 'block';
    if (children.length === 0 && !mayBeEmpty) return undefined;
    return this.#container(element, nodeType, children);
  }

  #container(
    type: Y.XmlFragment,
    nodeType: NodeType,
    children: readonly Shadow[],
  ): ContainerShadow {
    const attributes = type instanceof Y.XmlElement ? readAttributes(type) : {};
    const create = () => nodeType.create({ ...attributes }, this.#contentFor(children));
    if (nodeType.name === 'table') this.#fillRows(children, create);
    return { type, node: create(), children };
  }

  #contentFor(children: readonly Shadow[]): readonly PmNode[] {
    return children.length > 0 ? children.map(({ node }) => node) : [this.#fill('paragraph')];
  }

  /** Puts empty cells at the end of the rows that lack some. */
  #fillRows(rows: readonly Shadow[], createTable: () => PmNode): void {
    const before = rows.map(({ node }) => node);
    for (const row of rows) if (!isTextblock(row)) row.node = withoutFilling(row);
    for (const problem of TableMap.get(createTable()).problems ?? []) {
      const row = problem.type === 'missing' ? rows[problem.row] : undefined;
      if (problem.type !== 'missing' || row === undefined || isTextblock(row)) continue;
      const was = before[problem.row];
      // The same filling as before is the same node, so that the editor leaves it alone.
      if (was?.childCount === row.node.childCount + problem.n && startsWith(was, row.node)) {
        row.node = was;
      } else {
        const role = row.node.lastChild?.type.name ?? 'tableCell';
        const cells = Array.from({ length: problem.n }, () => this.#fill(role));
        row.node = row.node.copy(row.node.content.append(Fragment.from(cells)));
      }
    }
  }

  #fill(name: string): PmNode {
    const node = this.#schema.nodes[name]?.createAndFill();
    if (!node) throw new RangeError(`The schema has no ${name}`);
    this.#filling.add(node);
    return node;
  }

  #textblock(element: Y.XmlElement, nodeType: NodeType): TextblockShadow {
    const parts: Part[] = [];
    const content: PmNode[] = [];
    for (const child of element.toArray() as unknown[]) {
      if (child instanceof Y.XmlText) {
        parts.push({ text: child, length: child.length });
        content.push(...this.#texts(child));
      } else {
        const leaf = knownChild(element, child);
        parts.push({ leaf, length: 1 });
        const node = this.#schema.nodes[leaf.nodeName]?.create();
        if (node !== undefined) content.push(node);
      }
    }
    const node = nodeType.create({ ...readAttributes(element) }, Fragment.fromArray(content));
    return { type: element, node, parts };
  }

  #texts(text: Y.XmlText): PmNode[] {
    return readText(text).map((piece) => {
      if (piece === undefined) throw new UnknownProse('an object in a text');
      const marks = piece.marks.flatMap((name) => this.#schema.marks[name]?.create() ?? []);
      return this.#schema.text(piece.text, marks);
    });
  }
}

function knownChild(parent: Y.XmlFragment, child: unknown): Y.XmlElement {
  if (child instanceof Y.XmlElement && mayHold(parent, child.nodeName)) return child;
  throw new UnknownProse(child instanceof Y.XmlElement ? child.nodeName : 'not an element');
}

/** A row's node with its own cells only, which stand before any filling. */
function withoutFilling({ node, children }: ContainerShadow): PmNode {
  if (node.childCount === children.length) return node;
  return node.copy(Fragment.from(node.content.content.slice(0, children.length)));
}

function startsWith(row: PmNode, start: PmNode): boolean {
  for (let index = 0; index < start.childCount; index++) {
    if (row.child(index) !== start.child(index)) return false;
  }
  return row.sameMarkup(start);
}
