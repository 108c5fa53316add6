/**
 * The page's fonts as part of a picture: `@font-face` rules that hold the files themselves, for the
 * faces that a text needs and no others.
 */
import { dataUrlOf } from '../../api/dataUrl.ts';
import { isFontFor } from './unicodeRange.ts';

/** Files never change under one address; a picture is often made twice. */
const files = new Map<string, Promise<string>>();

/**
 * @param families names of families, without quotes
 * @returns a style sheet; rejects when a file cannot be fetched
 */
export async function embeddedFonts(families: ReadonlySet<string>, text: string): Promise<string> {
  const faces = allFaces().filter(
    ({ style }) =>
      families.has(unquoted(style.getPropertyValue('font-family'))) &&
      isFontFor(text, style.getPropertyValue('unicode-range')),
  );
  const rules = await Promise.all(faces.map(withFile));
  return rules.join('\n');
}

/** The families that a `font-family` value names. */
export function familiesOf(value: string): string[] {
  return value.split(',').map((name) => unquoted(name.trim()));
}

function unquoted(name: string): string {
  return name.replace(/^(["'])(.*)\1$/, '$2');
}

function allFaces(): CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) => facesIn(sheet.cssRules));
}

function facesIn(rules: CSSRuleList): CSSFontFaceRule[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSFontFaceRule) return [rule];
    if (rule instanceof CSSGroupingRule) return facesIn(rule.cssRules);
    return [];
  });
}

async function withFile(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\((["']?)(.*?)\1\)/.exec(rule.style.getPropertyValue('src'));
  if (address?.[2] === undefined) return '';
  const base = rule.parentStyleSheet?.href ?? document.baseURI;
  const file = await fileAt(new URL(address[2], base).href);
  return rule.cssText.replace(address[0], `url("${file}")`);
}

function fileAt(address: string): Promise<string> {
  const known = files.get(address);
  if (known !== undefined) return known;
  const fetched = fetchFile(address);
  files.set(address, fetched);
  fetched.catch(() => files.delete(address));
  return fetched;
}

async function fetchFile(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The font at ${address} answered ${response.status}.`);
  return dataUrlOf(await response.blob());
}
