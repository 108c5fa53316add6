/** A link to a page of our own: an ordinary link that changes page without a reload. */
import type { ComponentPropsWithRef, MouseEvent } from 'react';
import { cx } from '../ui/cx.ts';
import { navigate } from './router.ts';

interface LinkProps extends ComponentPropsWithRef<'a'> {
  readonly href: string;
}

export function Link({ href, className, onClick, children, ...rest }: LinkProps) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    // A new tab, a new window or a download is the browser's to open.
    const isPlain =
      event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (event.defaultPrevented || !isPlain) return;
    event.preventDefault();
    navigate(href);
  }
  return (
    <a {...rest} href={href} className={cx('ds-link', className)} onClick={follow}>
      {children}
    </a>
  );
}
