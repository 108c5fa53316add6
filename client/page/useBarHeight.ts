/** Tells the style sheets how high the bar is, for what stands right below it: `--a3-bar-height`. */
import { type RefObject, useLayoutEffect } from 'react';

export function useBarHeight(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return undefined;
    const tell = () => {
      document.documentElement.style.setProperty('--a3-bar-height', `${element.offsetHeight}px`);
    };
    const resizes = new ResizeObserver(tell);
    resizes.observe(element);
    tell();
    return () => resizes.disconnect();
  }, [bar]);
}
