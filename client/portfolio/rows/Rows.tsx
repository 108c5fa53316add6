/** The tiltak and gevinster that are asked for, page by page: rows on a screen, blocks on a phone. */

import { formatDate } from '../../../shared/format/date.ts';
import type { PortfolioItem, PortfolioTiltak } from '../../../shared/portfolio/portfolio.ts';
import { useT } from '../../i18n/i18n.ts';
import { Table, Td, Th, Tr } from '../../ui/Table.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { slagText } from '../filters/options.ts';
import { usePortfolioView } from '../view.tsx';
import { GevinstAmounts } from './GevinstAmounts.tsx';
import { Place } from './Place.tsx';
import './rows.css';

export function Rows() {
  const t = useT();
  const { answer } = usePortfolioView();
  return (
    <div className="portfolio-rows">
      <Table caption={t('portefolje.rader')} hideCaption head={<Head />}>
        {answer.items.map((item) => (
          <Row key={`${item.sheetId}/${item.id}`} item={item} />
        ))}
      </Table>
    </div>
  );
}

function Head() {
  const t = useT();
  return (
    <>
      <Th>{t('portefolje.kolonne.navn')}</Th>
      <Th>{t('portefolje.kolonne.ark')}</Th>
      <Th>{t('portefolje.kolonne.eier')}</Th>
      <Th>{t('portefolje.kolonne.status')}</Th>
      <Th>{t('portefolje.kolonne.frist')}</Th>
      <Th isNumeric>{t('portefolje.kolonne.estimat')}</Th>
      <Th isNumeric>{t('portefolje.stage.realisert')}</Th>
    </>
  );
}

function Row({ item }: { readonly item: PortfolioItem }) {
  const t = useT();
  const due = item.type === 'tiltak' ? item.frist : item.realiseresDato;
  const owner = item.type === 'tiltak' ? item.ansvar : item.eier;
  return (
    <Tr data-type={item.type} className="portfolio-row">
      <Td isRowHeader>
        <Name item={item} />
      </Td>
      <Td label={t('portefolje.kolonne.ark')}>
        <Place item={item} />
      </Td>
      <Td label={t('portefolje.kolonne.eier')}>{owner || '–'}</Td>
      <Td label={t('portefolje.kolonne.status')}>
        <Standing item={item} />
      </Td>
      <Td label={t('portefolje.kolonne.frist')} className="portfolio-row__date">
        {due === null ? '–' : formatDate(due)}
      </Td>
      {item.type === 'gevinst' ? <GevinstAmounts gevinst={item} /> : <NoAmounts tiltak={item} />}
    </Tr>
  );
}

function Name({ item }: { readonly item: PortfolioItem }) {
  const t = useT();
  const { program } = usePortfolioView().answer;
  const kind =
    item.type === 'tiltak' ? t('portefolje.tiltak') : t(`portefolje.ord.${program.gevinstWord}`);
  return (
    <>
      <span className="portfolio-row__kind">
        {t('portefolje.slagAv', { kind, slag: slagText(item.slag, t) })}
      </span>
      <span className="portfolio-row__title">{item.title || t('portefolje.utenNavn')}</span>
      {item.type === 'gevinst' && item.tiltak.length > 1 && (
        <span className="portfolio-row__note">
          {t('gevinst.from', { count: item.tiltak.length })}
        </span>
      )}
      {item.flags.length > 0 && (
        <span className="portfolio-row__flags">
          {item.flags.map((flag) => (
            <Tag key={flag} color="warning">
              {t(`portefolje.flagg.${flag}`)}
            </Tag>
          ))}
        </span>
      )}
    </>
  );
}

/** Both axes: what was decided, and how far the work has come. */
function Standing({ item: { beslutning, status } }: { readonly item: PortfolioItem }) {
  const t = useT();
  if (beslutning === null || status === null) {
    return <span className="portfolio-row__note">{t('portefolje.uten.tiltak')}</span>;
  }
  return (
    <>
      <span className="portfolio-row__line">{t(`tiltak.beslutning.${beslutning}`)}</span>
      <span className="portfolio-row__note">{t(`tiltak.status.${status}`)}</span>
    </>
  );
}

/** A tiltak has no amounts of its own: they are its gevinster's, each of them counted once. */
function NoAmounts({ tiltak }: { readonly tiltak: PortfolioTiltak }) {
  const t = useT();
  const { program } = usePortfolioView().answer;
  return (
    <>
      <Td isNumeric label={t('portefolje.kolonne.estimat')}>
        <span className="portfolio-row__note">
          {tiltak.gevinster === 0
            ? t(`portefolje.ingen.${program.gevinstWord}`)
            : t('portefolje.gir', {
                gevinster: t(`portefolje.antall.${program.gevinstWord}`, {
                  count: tiltak.gevinster,
                }),
              })}
        </span>
      </Td>
      <Td isNumeric className="portfolio-row__empty" />
    </>
  );
}
