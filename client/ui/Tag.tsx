/** A short state beside a name, such as «Forfalt». The words carry it; colour only helps. */
import type { ReactNode } from 'react';
import './Tag.css';

interface TagProps {
  readonly color?: 'accent' | 'neutral' | 'info' | 'success' | 'warning' | 'danger';
  readonly children: ReactNode;
}

export function Tag({ color = 'neutral', children }: TagProps) {
  return (
    <span className="ds-tag" data-color={color} data-size="sm">
      {children}
    </span>
  );
}
