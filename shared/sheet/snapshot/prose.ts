/**
 * Prose sections as plain JSON in ProseMirror's own shape, and back, stored in the document as
 * y-prosemirror stores it: an `Y.XmlElement` per node with its attributes, text as `Y.XmlText`
 * with a formatting attribute per mark. Nodes of a newer version are carried along unread.
 */
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { canonicalJson, isJsonRecord, storedJson } from '../../document/schema/json.ts';

export interface ProseMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
}

export interface ProseNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly ProseNode[] | undefined;
  readonly text?: string | undefined;
  readonly marks?: readonly ProseMark[] | undefined;
}

const attributes = z.optional(z.custom<Readonly<Record<string, unknown>>>(isJsonRecord));

const proseNodeSchema: z.ZodMiniType<ProseNode> = z.object({
  type: z.string(),
  attrs: attributes,
  get content() {
    return z.optional(z.array(proseNodeSchema));
  },
  text: z.optional(z.string()),
  marks: z.optional(z.array(z.object({ type: z.string(), attrs: attributes }))),
});

/** Deeper nesting than anybody writes: what lies below is left out and reported. */
const MAX_DEPTH = 64;

export const proseSchema = z
  .array(proseNodeSchema)
  .check(z.refine((nodes) => nodes.every((node) => isShallow(node, 0))));

/** What a fragment holds. `isWhole` is false when something in it could not be read. */
export function readProse(fragment: Y.XmlFragment): {
  readonly nodes: readonly ProseNode[];
  readonly isWhole: boolean;
} {
  const reading = { isWhole: true };
  const nodes = readChildren(fragment, 0, reading);
  return { nodes, isWhole: reading.isWhole };
}

/** The nodes as they read once they are stored: one text per run of equal marks, nothing empty. */
export function canonicalProse(nodes: readonly ProseNode[]): readonly ProseNode[] {
  if (nodes.length === 0) return nodes;
  const fragment = new Y.Doc({ guid: 'scratch' }).getXmlFragment();
  fragment.insert(0, storeProse(nodes));
  return readProse(fragment).nodes;
}

/** Yjs types for the nodes, to be inserted into a fragment. */
export function storeProse(nodes: readonly ProseNode[]): (Y.XmlElement | Y.XmlText)[] {
  return groupText(nodes).map((group) =>
    Array.isArray(group) ? storeText(group) : storeElement(group as ProseNode),
  );
}

/** The words of some prose, a line for each block, for lists, search and CSV. */
export function proseText(nodes: readonly ProseNode[]): string {
  return nodes
    .map((node) => nodeText(node).replace(/\n+$/, ''))
    .filter((line) => line !== '')
    .join('\n');
}

const BLOCKS_INSIDE = new Set(['bulletList', 'orderedList', 'listItem', 'table', 'blockquote']);

function nodeText(node: ProseNode): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'hardBreak') return '\n';
  const parts = (node.content ?? []).map(nodeText);
  if (node.type === 'tableRow') return parts.join('\t');
  return parts.join(BLOCKS_INSIDE.has(node.type) ? '\n' : '');
}

function readChildren(
  parent: Y.XmlFragment,
  depth: number,
  reading: { isWhole: boolean },
): ProseNode[] {
  if (depth >= MAX_DEPTH) {
    if (parent.length > 0) reading.isWhole = false;
    return [];
  }
  const children = parent.toArray().flatMap((child: unknown) => {
    if (child instanceof Y.XmlText) return readText(child, reading);
    if (child instanceof Y.XmlElement) return [readElement(child, depth, reading)];
    reading.isWhole = false;
    return [];
  });
  return joinText(children);
}

/** Two people who begin in one empty paragraph leave a text each: they read as one. */
function joinText(nodes: readonly ProseNode[]): ProseNode[] {
  const joined: ProseNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.text === undefined || node.text === undefined || !hasSameMarks(last, node)) {
      joined.push(node);
    } else joined[joined.length - 1] = { ...last, text: last.text + node.text };
  }
  return joined;
}

function hasSameMarks(a: ProseNode, b: ProseNode): boolean {
  return canonicalJson(a.marks ?? []) === canonicalJson(b.marks ?? []);
}

function isShallow(node: ProseNode, depth: number): boolean {
  return depth < MAX_DEPTH && (node.content ?? []).every((child) => isShallow(child, depth + 1));
}

function readElement(
  element: Y.XmlElement,
  depth: number,
  reading: { isWhole: boolean },
): ProseNode {
  const attrs = readAttributes(element.getAttributes(), reading);
  const content = readChildren(element, depth + 1, reading);
  return {
    type: element.nodeName,
    ...(attrs === undefined ? {} : { attrs }),
    ...(content.length === 0 ? {} : { content }),
  };
}

function readText(text: Y.XmlText, reading: { isWhole: boolean }): ProseNode[] {
  const runs: readonly { insert?: unknown; attributes?: Record<string, unknown> }[] =
    text.toDelta();
  return runs.flatMap((run) => {
    if (typeof run.insert !== 'string') {
      reading.isWhole = false;
      return [];
    }
    const marks = readMarks(run.attributes ?? {}, reading);
    return [{ type: 'text', text: run.insert, ...(marks.length === 0 ? {} : { marks }) }];
  });
}

function readMarks(
  formatting: Readonly<Record<string, unknown>>,
  reading: { isWhole: boolean },
): ProseMark[] {
  return Object.keys(formatting)
    .sort()
    .filter((name) => formatting[name] !== null && formatting[name] !== false)
    .map((type) => {
      const value = formatting[type];
      const attrs = typeof value === 'object' ? readAttributes({ ...value }, reading) : undefined;
      return attrs === undefined ? { type } : { type, attrs };
    });
}

function readAttributes(
  stored: Readonly<Record<string, unknown>>,
  reading: { isWhole: boolean },
): Readonly<Record<string, unknown>> | undefined {
  const present = Object.entries(stored)
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (present.length === 0) return undefined;
  const attrs = Object.fromEntries(present);
  if (isJsonRecord(attrs)) return attrs;
  reading.isWhole = false;
  return undefined;
}

/** Neighbouring text nodes become one Y.XmlText, as y-prosemirror keeps them. */
function groupText(nodes: readonly ProseNode[]): (ProseNode | ProseNode[])[] {
  const groups: (ProseNode | ProseNode[])[] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (node.text === undefined) groups.push(node);
    else if (Array.isArray(last)) last.push(node);
    else groups.push([node]);
  }
  return groups;
}

function storeElement(node: ProseNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  // y-prosemirror keeps numbers as numbers; Yjs' own type for attributes knows strings only.
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    element.setAttribute(name, storedJson(value) as string);
  }
  element.insert(0, storeProse(node.content ?? []));
  return element;
}

function storeText(runs: readonly ProseNode[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    runs
      .filter((run) => run.text !== '')
      .map((run) => ({
        insert: (run.text ?? '').toWellFormed(),
        attributes: Object.fromEntries(
          (run.marks ?? []).map((mark) => [mark.type, storedJson(mark.attrs ?? {})]),
        ),
      })),
  );
  return text;
}
