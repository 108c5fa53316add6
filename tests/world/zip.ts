/** Reads the parts of an office file, which is a zip archive, as a program other than ours would. */
import { inflateRawSync } from 'node:zlib';

const [END_SIGNATURE, ENTRY_SIGNATURE] = [0x06054b50, 0x02014b50];

/** The text of each file in an archive by its path; a RangeError when it is no whole archive. */
export function unzipText(bytes: Uint8Array): ReadonlyMap<string, string> {
  const archive = Buffer.from(bytes);
  const end = archive.length - 22;
  if (end < 0 || archive.readUInt32LE(end) !== END_SIGNATURE) throw new RangeError('No archive');
  const parts = new Map<string, string>();
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(entry) !== ENTRY_SIGNATURE) throw new RangeError('No entry');
    const [method, size] = [archive.readUInt16LE(entry + 10), archive.readUInt32LE(entry + 20)];
    const [nameSize, extraSize] = [
      archive.readUInt16LE(entry + 28),
      archive.readUInt16LE(entry + 30),
    ];
    const noteSize = archive.readUInt16LE(entry + 32);
    const local = archive.readUInt32LE(entry + 42);
    const name = archive.toString('utf8', entry + 46, entry + 46 + nameSize);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const stored = archive.subarray(start, start + size);
    parts.set(name, (method === 0 ? stored : inflateRawSync(stored)).toString('utf8'));
    entry += 46 + nameSize + extraSize + noteSize;
  }
  return parts;
}

/** A part that must be there. */
export function partOf(parts: ReadonlyMap<string, string>, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new RangeError(`No ${name} in ${[...parts.keys()].join(', ')}`);
  return part;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** The words between the tags of some XML, one string for each element called `name`. */
export function wordsIn(xml: string, name: string): string[] {
  const elements = xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'));
  return [...elements].map(([, words = '']) =>
    words.replace(/&(\w+);/g, (whole, entity) => ENTITIES[String(entity)] ?? whole),
  );
}

/** What XML 1.0 forbids. A file with any of it cannot be opened. */
export const FORBIDDEN_IN_XML = /(?![\t\n\r])[\p{Cc}--[\x7f-\x9f]]|[\uFFFE\uFFFF]|\p{Surrogate}/v;
