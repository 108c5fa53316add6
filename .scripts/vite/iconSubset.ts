/**
 * Some icons out of tldraw's one picture of all: the browser reads a whole picture before it shows
 * one icon of it, and a hundred and sixty take ten times as long as the sixteen of the tools.
 */

/**
 * A picture of these icons alone, each under its own fragment as in the picture of all.
 * Throws when one is not there, or needs something from outside itself.
 */
export function iconSubset(merged: string, names: readonly string[]): string {
  const head = /^<svg[^>]*>(<style>.*?<\/style>)?/s.exec(merged)?.[0];
  if (head === undefined) throw new Error('tldraw’s icons are no picture.');
  return `${head}${names.map((name) => iconNamed(merged, name)).join('')}</svg>`;
}

function iconNamed(merged: string, name: string): string {
  const start = new RegExp(`<(\\w+) id="${name}"[^>]*?(/?)>`).exec(merged);
  if (start === null) throw new Error(`tldraw has no icon ${name}.`);
  const [opened, tag = '', isClosed] = start;
  const icon =
    isClosed === '/' ? opened : elementAt(merged, tag, start.index, start.index + opened.length);
  if (icon.includes('url(#')) throw new Error(`The icon ${name} needs more than itself.`);
  return icon;
}

/** From the element's start to the end tag that closes it. */
function elementAt(merged: string, tag: string, start: number, inside: number): string {
  const tags = new RegExp(`<(/?)${tag}[ >]`, 'g');
  tags.lastIndex = inside;
  let depth = 1;
  for (let found = tags.exec(merged); found !== null; found = tags.exec(merged)) {
    depth += found[1] === '/' ? -1 : 1;
    if (depth === 0) return merged.slice(start, tags.lastIndex);
  }
  throw new Error(`<${tag}> is never closed.`);
}
