/**
 * What prose may hold, for the static view and the editor alike: which nodes there are, what each
 * holds, and how to read attributes and marks that anybody may have written. What is not in here
 * comes from a newer version; it is shown as far as possible and never touched.
 */
import * as Y from 'yjs';

/** What a node may be a child of, and what it may hold. */
type Place = 'block' | 'item' | 'row' | 'cell' | 'inline' | 'nothing';

interface NodeRule {
  readonly in: Place;
  readonly holds: Place;
}

const NODES = {
  paragraph: { in: 'block', holds: 'inline' },
  heading: { in: 'block', holds: 'inline' },
  bulletList: { in: 'block', holds: 'item' },
  orderedList: { in: 'block', holds: 'item' },
  listItem: { in: 'item', holds: 'block' },
  table: { in: 'block', holds: 'row' },
  tableRow: { in: 'row', holds: 'cell' },
  tableCell: { in: 'cell', holds: 'block' },
  tableHeader: { in: 'cell', holds: 'block' },
  hardBreak: { in: 'inline', holds: 'nothing' },
} as const satisfies Record<string, NodeRule>;

export type NodeName = keyof typeof NODES;
export type MarkName = 'bold' | 'italic';

const MARK_NAMES: readonly MarkName[] = ['bold', 'italic'];

/** The headings that may stand in a section, whose own heading is one above. */
export const HEADING_LEVELS = [3, 4] as const;
export type HeadingLevel = (typeof HEADING_LEVELS)[number];

/** As deep as the stored form is read anywhere: nobody writes deeper. */
export const MAX_DEPTH = 64;

/** What a node of this name holds; undefined for a name that this version does not know. */
export function contentOf(name: string): Place | undefined {
  return isNodeName(name) ? NODES[name].holds : undefined;
}

function isNodeName(name: string): name is NodeName {
  return Object.hasOwn(NODES, name);
}

/** Whether a node of this name may stand in the parent: the fragment itself, or a node. */
export function mayHold(parent: Y.XmlFragment, name: string): boolean {
  const holds = parent instanceof Y.XmlElement ? contentOf(parent.nodeName) : 'block';
  return isNodeName(name) && NODES[name].in === holds;
}

/** Whether everything in a fragment is of a kind that this version can edit without loss. */
export function isAllKnown(fragment: Y.XmlFragment): boolean {
  return isKnown(fragment, 0);
}

function isKnown(parent: Y.XmlFragment, depth: number): boolean {
  if (depth >= MAX_DEPTH) return parent.length === 0;
  const isInline = parent instanceof Y.XmlElement && contentOf(parent.nodeName) === 'inline';
  return parent.toArray().every((child: unknown) => {
    if (child instanceof Y.XmlText) {
      return child.length === 0 || (isInline && !readText(child).includes(undefined));
    }
    return (
      child instanceof Y.XmlElement && mayHold(parent, child.nodeName) && isKnown(child, depth + 1)
    );
  });
}

export interface TextPiece {
  readonly text: string;
  readonly marks: readonly MarkName[];
}

/**
 * A text in pieces of equal marks, these in the order in which they nest. Undefined stands for an
 * embedded object, which no version of ours has written.
 */
export function readText(text: Y.XmlText): readonly (TextPiece | undefined)[] {
  const pieces: readonly {
    insert?: unknown;
    attributes?: Readonly<Record<string, unknown>>;
  }[] = text.toDelta();
  return pieces.map(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') return undefined;
    return { text: insert, marks: MARK_NAMES.filter((name) => isSet(attributes[name])) };
  });
}

function isSet(mark: unknown): boolean {
  return mark !== undefined && mark !== null && mark !== false;
}

/** Attributes as the editor's schema has them; what nobody could have meant reads as the default. */
export interface Attributes {
  readonly level?: HeadingLevel;
  readonly start?: number;
  readonly type?: string | null;
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly colwidth?: null;
}

export function readAttributes(element: Y.XmlElement): Attributes {
  const stored: Readonly<Record<string, unknown>> = element.getAttributes();
  switch (element.nodeName) {
    case 'heading':
      return { level: stored['level'] === 4 ? 4 : 3 };
    case 'orderedList':
      return { start: wholeNumber(stored['start'], 0, 99_999), type: numbering(stored['type']) };
    case 'tableCell':
    case 'tableHeader':
      return {
        colspan: wholeNumber(stored['colspan'], 1, 50),
        rowspan: wholeNumber(stored['rowspan'], 1, 50),
        colwidth: null,
      };
    default:
      return {};
  }
}

function wholeNumber(value: unknown, from: number, to: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to
    ? value
    : 1;
}

function numbering(value: unknown): string | null {
  return typeof value === 'string' && ['a', 'A', 'i', 'I'].includes(value) ? value : null;
}
