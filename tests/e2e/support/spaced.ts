/** A narrow space parts thousands, a wide one stands before units; a person sees a space. */
export function spaced(words: string): RegExp {
  return new RegExp(words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s'));
}
