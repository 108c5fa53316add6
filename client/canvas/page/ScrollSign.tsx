/** Says that a section holds more than it shows, and shows it when pressed. */
import { useEffect, useRef, useState } from 'react';
import type { SectionKey } from '../../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';

interface ScrollSignProps {
  readonly section: SectionKey;
  /** Whether sections scroll at all. */
  readonly isNeeded: boolean;
}

export function ScrollSign({ section, isNeeded }: ScrollSignProps) {
  const t = useT();
  const sign = useRef<HTMLButtonElement>(null);
  const [hasMore, setMore] = useState(false);
  useEffect(() => {
    const scroller = sign.current?.closest<HTMLElement>('.a3-section');
    if (!isNeeded || scroller === null || scroller === undefined) {
      setMore(false);
      return undefined;
    }
    const look = () => setMore(restBelow(scroller) > 4);
    const growth = new ResizeObserver(look);
    growth.observe(scroller);
    for (const child of scroller.children) growth.observe(child);
    scroller.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      growth.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [isNeeded]);
  return (
    <button
      ref={sign}
      type="button"
      className="scroll-sign"
      hidden={!hasMore}
      data-section-sign={section}
      onClick={({ currentTarget }) => showMore(currentTarget.closest('.a3-section'))}
    >
      {t('canvas.scroll.more')}
      <Icon name="arrowDown" />
    </button>
  );
}

function restBelow({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
  return scrollHeight - scrollTop - clientHeight;
}

function showMore(scroller: HTMLElement | null): void {
  scroller?.scrollBy({ top: scroller.clientHeight * 0.8 });
}
