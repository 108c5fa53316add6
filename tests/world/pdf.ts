/** Reads a PDF with a program other than the one that wrote it. */
import { getDocumentProxy } from 'unpdf';

export interface PdfText {
  readonly text: string;
  /** The left end of the baseline, and how far the text goes, in points from the lower left. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfText[];
  /** The tags of the page in reading order, such as `H1`. */
  readonly roles: readonly string[];
}

export interface Pdf {
  readonly title: unknown;
  readonly language: unknown;
  readonly isTagged: boolean;
  readonly pages: readonly PdfPage[];
}

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await pdf.getMetadata();
  const facts: Readonly<Record<string, unknown>> = { ...info };
  const mark = await pdf.getMarkInfo();
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) =>
      'str' in item && item.str !== ''
        ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width }]
        : [],
    );
    const roles = rolesIn(await page.getStructTree());
    pages.push({ width, height, items: texts, roles });
  }
  return {
    title: facts['Title'],
    language: facts['Language'],
    isTagged: mark?.['Marked'] === true,
    pages,
  };
}

/** All letters of all pages without spaces: lines break where they must. */
export function lettersOf(pdf: Pdf): string {
  return squeezed(pdf.pages.flatMap(({ items }) => items.map(({ text }) => text)).join(''));
}

export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

function rolesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const role = 'role' in node && typeof node.role === 'string' ? [node.role] : [];
  const children = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return [...role, ...children.flatMap(rolesIn)];
}
