/** How wide an element is and how large its letters are, in pixels, as long as it is shown. */
import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly letter: number;
}

/** Undefined until the element has been laid out. */
export function useSize(element: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = (): void => {
      const width = current.clientWidth;
      const letter = Number.parseFloat(getComputedStyle(current).fontSize);
      setSize((before) =>
        before?.width === width && before.letter === letter ? before : { width, letter },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
