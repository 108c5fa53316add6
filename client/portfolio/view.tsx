/** What the parts of the portfolio page share: what is asked, what was answered, and asking else. */
import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';
import type { PortfolioAnswer, PortfolioQuery } from '../../shared/portfolio/portfolio.ts';
import { cx } from '../ui/cx.ts';
import { hrefOf } from './address.ts';

export interface PortfolioView {
  readonly query: PortfolioQuery;
  readonly answer: PortfolioAnswer;
  /** Asks something else. `goesOn` with what was asked last makes no step of its own in the history. */
  readonly ask: (query: PortfolioQuery, options?: { readonly goesOn?: boolean }) => void;
  /** Asks for the rows of a number, and goes to them. */
  readonly askForRows: (query: PortfolioQuery) => void;
}

const ViewContext = createContext<PortfolioView | undefined>(undefined);

export const PortfolioViewProvider = ViewContext;

export function usePortfolioView(): PortfolioView {
  const view = useContext(ViewContext);
  if (view === undefined) throw new Error('This component stands outside the portfolio.');
  return view;
}

interface RowsLinkProps {
  /** What the rows are asked for with. */
  readonly query: PortfolioQuery;
  readonly children: ReactNode;
  readonly className?: string;
  /** The whole name, where the words alone do not say what the number is. */
  readonly label?: string;
}

/** A number that leads to the rows it is made of; as an ordinary link it opens in a new tab too. */
export function RowsLink({ query, children, className, label }: RowsLinkProps) {
  const follow = useRowsLink();
  return (
    <a
      href={hrefOf(query)}
      className={cx('ds-link', className)}
      aria-label={label}
      onClick={(event) => follow(event, query)}
    >
      {children}
    </a>
  );
}

/** What a link to rows does when it is pressed; also for those within a drawing. */
export function useRowsLink(): (event: MouseEvent, query: PortfolioQuery) => void {
  const { askForRows } = usePortfolioView();
  return (event, query) => {
    const isPlain =
      event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!isPlain) return;
    event.preventDefault();
    askForRows(query);
  };
}
