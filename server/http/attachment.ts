/** How a file that is sent is called where it is kept. */

/** A file named after a title; the plain name is for programs that know no other letters. */
export function attachment(title: string, plain: string, extension: string): string {
  const name = `${title.trim().slice(0, 80) || plain}.${extension}`;
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain.toLowerCase()}.${extension}"; filename*=UTF-8''${encoded}`;
}
