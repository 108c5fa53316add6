/**
 * Prose as plain page content: what readers see, and everybody until the editor is there. It is
 * the very structure that the editor shows, so that the one can take the other's place unseen.
 */
import { Fragment, type ReactNode, useCallback, useRef, useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import { contentOf, mayHold, readAttributes, readText, type TextPiece } from './model.ts';

/**
 * The prose of a fragment as React elements. Pure, and read anew each time: use `useProse` to have
 * it follow the document. Nodes that this version does not know are shown as the words they hold.
 */
export function renderProse(fragment: Y.XmlFragment, placeholder?: string): ReactNode {
  const blocks = childrenOf(fragment, 0);
  if (blocks.length > 0 && !isBlank(fragment)) return blocks;
  return (
    <p className="prose__placeholder" data-placeholder={placeholder}>
      <br />
    </p>
  );
}

/** Whether there is nothing but one empty paragraph. */
function isBlank(fragment: Y.XmlFragment): boolean {
  const [only, ...others] = fragment.toArray() as unknown[];
  return (
    others.length === 0 &&
    only instanceof Y.XmlElement &&
    only.nodeName === 'paragraph' &&
    only.toArray().every((child: unknown) => child instanceof Y.XmlText && child.length === 0)
  );
}

/** Renders anew after each change of the fragment. */
export function useProse(fragment: Y.XmlFragment): void {
  const version = useRef(0);
  const subscribe = useCallback(
    (listener: () => void) => {
      const onChange = () => {
        version.current += 1;
        listener();
      };
      fragment.observeDeep(onChange);
      return () => fragment.unobserveDeep(onChange);
    },
    [fragment],
  );
  useSyncExternalStore(subscribe, () => version.current);
}

/** Deeper nesting is nobody's meaning, and would exhaust the stack. */
const MAX_DEPTH = 64;

function childrenOf(parent: Y.XmlFragment, depth: number): ReactNode[] {
  if (depth > MAX_DEPTH) return [];
  const shown: ReactNode[] = [];
  for (const child of parent.toArray() as unknown[]) {
    if (child instanceof Y.XmlText && child.length > 0) {
      shown.push(<Words key={keyOf(child)} text={child} />);
    } else if (child instanceof Y.XmlElement) {
      const node = mayHold(parent, child.nodeName)
        ? elementOf(child, depth)
        : unknownOf(child, depth);
      if (node !== null) shown.push(<Fragment key={keyOf(child)}>{node}</Fragment>);
    }
  }
  return shown;
}

function elementOf(element: Y.XmlElement, depth: number): ReactNode {
  const children = childrenOf(element, depth + 1);
  const { level, start, type, colspan, rowspan } = readAttributes(element);
  const blocks = children.length > 0 ? children : emptyParagraph();
  switch (element.nodeName) {
    case 'paragraph':
      return <p>{inlineOf(element, children)}</p>;
    case 'heading':
      return level === 4 ? (
        <h4>{inlineOf(element, children)}</h4>
      ) : (
        <h3>{inlineOf(element, children)}</h3>
      );
    case 'bulletList':
      return children.length > 0 ? <ul>{children}</ul> : null;
    case 'orderedList':
      return children.length > 0 ? (
        <ol start={start} type={numberingOf(type)}>
          {children}
        </ol>
      ) : null;
    case 'listItem':
      return <li>{blocks}</li>;
    case 'table':
      return children.length > 0 ? (
        <table>
          <tbody>{children}</tbody>
        </table>
      ) : null;
    case 'tableRow':
      return children.length > 0 ? <tr>{children}</tr> : null;
    case 'tableHeader':
      return (
        <th colSpan={colspan} rowSpan={rowspan}>
          {blocks}
        </th>
      );
    case 'tableCell':
      return (
        <td colSpan={colspan} rowSpan={rowspan}>
          {blocks}
        </td>
      );
    case 'hardBreak':
      return <br />;
    default:
      return null;
  }
}

/** Of a kind that this version does not know: its words, as a paragraph or within one. */
function unknownOf(element: Y.XmlElement, depth: number): ReactNode {
  const children = childrenOf(element, depth + 1);
  const holder: unknown = element.parent;
  const isInline = holder instanceof Y.XmlElement && contentOf(holder.nodeName) === 'inline';
  return isInline || children.length === 0 ? children : <div>{children}</div>;
}

function emptyParagraph(): ReactNode {
  return (
    <p>
      <br />
    </p>
  );
}

/** A line at the end of a textblock needs something in it to be as high as a line. */
function inlineOf(element: Y.XmlElement, children: readonly ReactNode[]): ReactNode {
  const last: unknown = (element.toArray() as unknown[]).findLast(
    (child) => !(child instanceof Y.XmlText && child.length === 0),
  );
  const isOpen = children.length === 0 || last instanceof Y.XmlElement;
  return isOpen ? [...children, <br key="end" />] : children;
}

/** Not memoised: a text that has changed is the same object. */
function Words({ text }: { readonly text: Y.XmlText }): ReactNode {
  let start = 0;
  return readText(text).map((piece) => {
    const key = start;
    start += piece?.text.length ?? 1;
    return <Fragment key={key}>{piece && marked(piece)}</Fragment>;
  });
}

function marked({ text, marks }: TextPiece): ReactNode {
  const words = marks.includes('italic') ? <em>{text}</em> : text;
  return marks.includes('bold') ? <strong>{words}</strong> : words;
}

/** The id of the item that a type is stored as: the same for as long as it stands there. */
function keyOf(type: Y.XmlElement | Y.XmlText): string {
  const id = type._item?.id;
  return id === undefined ? '' : `${id.client}:${id.clock}`;
}

function numberingOf(type: string | null | undefined): 'a' | 'A' | 'i' | 'I' | undefined {
  return type === 'a' || type === 'A' || type === 'i' || type === 'I' ? type : undefined;
}
