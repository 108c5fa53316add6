/** Which properties of an element's computed style a picture needs, and where it keeps them. */

/** The same said in words of the line's direction, which the browser says too, side by side. */
const LOGICAL =
  /^(block-size|inline-size|(min|max)-(block|inline)-size|(margin|padding|border|inset|overflow|contain-intrinsic)-(block|inline).*|contain-intrinsic-(block|inline)-size|border-(start|end)-(start|end)-radius)$/;

/** How something moves, scrolls, breaks over pages or answers: nothing does in a picture. */
const BEHAVIOUR =
  /^(animation|transition|scroll|overscroll|view-|timeline|cursor|caret|pointer-events|user-select|touch-action|will-change|interactivity|interest|resize|app-region|speak|orphans|widows|page|break-|perspective-origin|-webkit-(locale|tap|user|rtl|border-image|line-break|print|app)|text-size-adjust|field-sizing|anchor|position-(try|anchor|area|visibility)|appearance|container|interpolate|reading|zoom|forced-color|print-color|accent-color|object-view|buffered|contain-intrinsic|baseline-source)/;

/** Differs from element to element, so that it would make a class of nearly each. */
const OWN =
  /^(width|height|top|right|bottom|left|margin-.*|transform|transform-origin|grid-template-(columns|rows))$/;

/** Where these are not set, they take on the element's `color`, in the picture too. */
const INK =
  /^(border|outline|text-decoration|text-emphasis|column-rule)-?(top-|right-|bottom-|left-)?color$|^-webkit-text-(fill|stroke)-color$/;

/** What other properties are made of. They have been worked out. */
const CUSTOM = /^--/;

export function isOfPicture(property: string): boolean {
  return [CUSTOM, LOGICAL, BEHAVIOUR].every((names) => !names.test(property));
}

export function isOwn(property: string): boolean {
  return OWN.test(property);
}

export function isInk(property: string): boolean {
  return INK.test(property);
}
