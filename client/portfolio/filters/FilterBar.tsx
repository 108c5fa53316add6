/** What the page is about: the filters, and what is chosen in them, to be taken away one by one. */
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { usePlaces } from '../places.ts';
import { EVERYTHING, FILTERS, hasFilters, narrowed, toggled } from '../query.ts';
import { usePortfolioView } from '../view.tsx';
import './filters.css';
import { FilterMenu } from './FilterMenu.tsx';
import { CHOSEN_FILTERS, optionsOf, valueText } from './options.ts';

export function FilterBar() {
  const t = useT();
  const places = usePlaces();
  const { query, answer, ask } = usePortfolioView();
  return (
    <section className="filter-bar" aria-label={t('portefolje.filter.tittel')}>
      <div className="filter-bar__menus">
        {CHOSEN_FILTERS.map((name) => (
          <FilterMenu
            key={name}
            label={t(`portefolje.filter.${name}`)}
            help={name === 'enhet' ? t('portefolje.filter.enhetHjelp') : undefined}
            options={optionsOf(name, answer.program, places, t)}
            chosen={query[name]}
            onToggle={(value, goesOn) => ask(toggled(query, name, value), { goesOn })}
            onClear={() => ask(narrowed(query, { [name]: [] }))}
          />
        ))}
      </div>
      {hasFilters(query) && <Chosen />}
    </section>
  );
}

function Chosen() {
  const t = useT();
  const places = usePlaces();
  const { query, ask } = usePortfolioView();
  const { gruppe } = query;
  return (
    <ul className="filter-bar__chosen" aria-label={t('portefolje.filter.valgte')}>
      {FILTERS.flatMap((name) =>
        query[name].map((value) => {
          const words = t('portefolje.filter.verdi', {
            filter: t(`portefolje.filter.${name}`),
            value: valueText(name, value, places, t),
          });
          return (
            <li key={`${name}/${value}`}>
              <button
                type="button"
                className="chip"
                aria-label={t('portefolje.filter.fjern', { what: words })}
                onClick={() => ask(toggled(query, name, value))}
              >
                {words}
                <Icon name="close" />
              </button>
            </li>
          );
        }),
      )}
      <li>
        <Button variant="tertiary" size="sm" onClick={() => ask({ ...EVERYTHING, gruppe })}>
          {t('portefolje.filter.visAlt')}
        </Button>
      </li>
    </ul>
  );
}
