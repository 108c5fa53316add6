/** Saving a file on the person's device, under a name that every file system takes. */

/** @param title what the file is about; letters, digits and spaces of it are kept */
export function saveFile(content: Blob, title: string, extension: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(title)}.${extension}`;
  link.click();
  URL.revokeObjectURL(address);
}

function fileName(title: string): string {
  const cleaned = title
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .slice(0, 60);
  return cleaned === '' ? 'A3' : cleaned;
}
