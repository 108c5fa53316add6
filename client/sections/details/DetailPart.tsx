/** One part of a row's details; all but the first have a heading of their own. */
import { type ReactNode, useId } from 'react';

interface DetailPartProps {
  readonly heading?: string;
  readonly children: ReactNode;
}

export function DetailPart({ heading, children }: DetailPartProps) {
  const id = useId();
  if (heading === undefined) return <div className="details__part">{children}</div>;
  return (
    <section className="details__part" aria-labelledby={id}>
      <h3 id={id} className="details__heading">
        {heading}
      </h3>
      {children}
    </section>
  );
}
