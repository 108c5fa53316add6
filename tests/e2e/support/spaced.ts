/** A narrow space parts thousands, a wide one stands before units; a person sees a space. */
export function spaced(words: string): RegExp {
  return new RegExp(words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s'));
}

/** A sum as it is said with its years, which stand on one line. */
export function inYears(from: number, to: number, amount: string): RegExp {
  return new RegExp(`${from}\u2060–\u2060${to}: ${spaced(amount).source}`);
}
