/** Building blocks for the prose of an example, in the shapes that the editor keeps. */
import { formatNumber } from '../../format/number.ts';
import type { ProseNode } from '../snapshot/prose.ts';

type Inline = string | ProseNode;

/** No-break space: a number and its unit stay on one line. */
const SPACE = '\u00a0';

export function percent(value: number): string {
  return `${formatNumber(value)}${SPACE}%`;
}

/** An amount given in millions of kroner. */
export function millions(value: number): string {
  return `${formatNumber(value)}${SPACE}mill.${SPACE}kr`;
}

export function bold(text: string): ProseNode {
  return { type: 'text', text, marks: [{ type: 'bold' }] };
}

export function paragraph(...inline: readonly Inline[]): ProseNode {
  return { type: 'paragraph', content: joined(inline) };
}

export function heading(text: string): ProseNode {
  return { type: 'heading', attrs: { level: 3 }, content: joined([text]) };
}

/** Points of one paragraph each. An array is a point with marks in it. */
export function bulletList(...points: readonly (string | readonly Inline[])[]): ProseNode {
  return {
    type: 'bulletList',
    content: points.map((point) => ({
      type: 'listItem',
      content: [typeof point === 'string' ? paragraph(point) : paragraph(...point)],
    })),
  };
}

/** A table with a header row. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): ProseNode {
  return {
    type: 'table',
    content: [tableRow('tableHeader', header), ...rows.map((row) => tableRow('tableCell', row))],
  };
}

function tableRow(type: 'tableHeader' | 'tableCell', cells: readonly string[]): ProseNode {
  return {
    type: 'tableRow',
    content: cells.map((cell) => ({
      type,
      attrs: { colspan: 1, rowspan: 1 },
      content: [paragraph(cell)],
    })),
  };
}

/** Neighbouring strings are one text, as the editor keeps them. */
function joined(inline: readonly Inline[]): ProseNode[] {
  const nodes: ProseNode[] = [];
  let plain = '';
  const close = (): void => {
    if (plain !== '') nodes.push({ type: 'text', text: plain });
    plain = '';
  };
  for (const part of inline) {
    if (typeof part === 'string') {
      plain += part;
      continue;
    }
    close();
    nodes.push(part);
  }
  close();
  return nodes;
}
