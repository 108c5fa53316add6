/** Some sums of one kind, each on its line. */
import { type ReactNode, useId } from 'react';
import type { PortfolioQuery, PortfolioStage } from '../../../shared/portfolio/portfolio.ts';
import { useT } from '../../i18n/i18n.ts';
import { RowsLink } from '../view.tsx';

interface SumCardProps {
  readonly title: string;
  readonly help?: string;
  /** `SumLine` elements. */
  readonly children: ReactNode;
}

export function SumCard({ title, help, children }: SumCardProps) {
  const id = useId();
  return (
    <section className="sum-card" aria-labelledby={id}>
      <h3 id={id} className="sum-card__title">
        {title}
      </h3>
      {children}
      {help !== undefined && <p className="sum-card__help">{help}</p>}
    </section>
  );
}

interface SumLineProps {
  readonly stage: PortfolioStage;
  /** What the number is made of; undefined where there is nothing. */
  readonly query: PortfolioQuery | undefined;
  readonly amount: string;
  /** What is added up, for those who hear the link alone. */
  readonly name: string;
  readonly note?: string | undefined;
}

export function SumLine({ stage, query, amount, name, note }: SumLineProps) {
  const t = useT();
  const stageName = t(`portefolje.stage.${stage}`);
  return (
    <div className="sum-line">
      <span className="sum-line__stage">
        <span className="stage-mark" data-stage={stage} />
        {stageName}
      </span>
      {query === undefined ? (
        <span className="sum-line__amount">{amount}</span>
      ) : (
        <RowsLink
          query={query}
          className="sum-line__amount"
          label={t('portefolje.visRader', { what: `${name}, ${stageName}: ${amount}` })}
        >
          {amount}
        </RowsLink>
      )}
      {note !== undefined && <span className="sum-line__note">{note}</span>}
    </div>
  );
}
