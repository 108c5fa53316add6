/** Walks through a part of a workbook, element by element. Namespace prefixes are left out. */
import { Parser } from 'saxen';

export interface XmlVisitor {
  /** Attributes by their local names; `r:id` is `id`. Answer `stop` when there is nothing more to read. */
  readonly open?: (name: string, attributes: Attributes) => 'stop' | undefined;
  /** `text` is what stood in the element itself, not in those inside it. */
  readonly close?: (name: string, text: string) => 'stop' | undefined;
}

export type Attributes = (name: string) => string | undefined;

/** @throws Error when it is no well-formed XML */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor): void {
  const parser = new Parser();
  const texts: string[] = [];
  const add = (text: string): void => {
    if (texts.length > 0) texts.push((texts.pop() ?? '') + text);
  };
  parser.on('openTag', (name, attributes, decode) => {
    texts.push('');
    let all: Readonly<Record<string, string>> | undefined;
    const read: Attributes = (wanted) => {
      all ??= attributes();
      const value = all[wanted] ?? all[Object.keys(all).find(endsWith(wanted)) ?? ''];
      return value === undefined ? undefined : decode(value);
    };
    if (visitor.open?.(localName(name), read) === 'stop') parser.stop();
  });
  parser.on('text', (text, decode) => add(decode(text)));
  parser.on('cdata', add);
  parser.on('closeTag', (name) => {
    if (visitor.close?.(localName(name), texts.pop() ?? '') === 'stop') parser.stop();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(new TextDecoder(encodingOf(bytes)).decode(bytes));
}

function endsWith(name: string): (key: string) => boolean {
  return (key) => key.endsWith(`:${name}`);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Workbooks are UTF-8 or UTF-16. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
