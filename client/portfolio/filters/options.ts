/** What there is to choose in each filter, and what each choice is called. */
import { yearsOf } from '../../../shared/gevinst/amounts.ts';
import {
  PORTFOLIO_WORDS,
  type PortfolioProgram,
  WITHOUT,
} from '../../../shared/portfolio/portfolio.ts';
import {
  BESLUTNINGER,
  GEVINST_SLAG,
  TILTAK_SLAG,
  TILTAK_STATUS,
} from '../../../shared/sheet/schema/vocabulary.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { PlacedEnhet, ProgramPlaces } from '../places.ts';
import type { FilterName } from '../query.ts';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** How far in it stands, under those that it belongs to. */
  readonly depth: number;
}

/** The filters that a person opens and ticks off in; stages and flags have buttons of their own. */
export const CHOSEN_FILTERS = ['enhet', 'ark', 'slag', 'beslutning', 'status', 'aar'] as const;

export function optionsOf(
  name: FilterName,
  program: PortfolioProgram,
  places: ProgramPlaces,
  t: Translate,
): readonly FilterOption[] {
  const flat = (values: readonly string[]) =>
    values.map((value) => ({ value, label: valueText(name, value, places, t), depth: 0 }));
  switch (name) {
    case 'enhet':
      return [
        ...places.enheter.map((enhet) => ({
          value: enhet.id,
          label: nameOf(enhet, t),
          depth: enhet.depth,
        })),
        ...flat([WITHOUT]),
      ];
    case 'ark':
      return flat(places.sheets.map(({ sheetId }) => sheetId));
    case 'aar':
      return flat([...yearsOf(program.period), WITHOUT]);
    default:
      return flat(PORTFOLIO_WORDS[name]);
  }
}

/** What a value of a filter is called, also one that cannot be chosen any more. */
export function valueText(
  name: FilterName,
  value: string,
  { enheter, sheets }: ProgramPlaces,
  t: Translate,
): string {
  if (value === WITHOUT)
    return t(`portefolje.uten.${name === 'enhet' || name === 'aar' ? name : 'tiltak'}`);
  switch (name) {
    case 'enhet': {
      const enhet = enheter.find(({ id }) => id === value);
      return enhet === undefined ? t('portefolje.ukjentEnhet') : nameOf(enhet, t);
    }
    case 'ark': {
      const sheet = sheets.find(({ sheetId }) => sheetId === value);
      return sheet === undefined ? t('portefolje.ukjentArk') : sheet.title || t('sheet.untitled');
    }
    case 'slag':
      return slagText(value, t);
    case 'beslutning': {
      const beslutning = BESLUTNINGER.find((each) => each === value);
      return beslutning === undefined ? value : t(`tiltak.beslutning.${beslutning}`);
    }
    case 'status': {
      const status = TILTAK_STATUS.find((each) => each === value);
      return status === undefined ? value : t(`tiltak.status.${status}`);
    }
    case 'aar':
      return value;
    case 'stage': {
      const stage = PORTFOLIO_WORDS.stage.find((each) => each === value);
      return stage === undefined ? value : t(`portefolje.stage.${stage}`);
    }
    case 'flagg': {
      const flag = PORTFOLIO_WORDS.flagg.find((each) => each === value);
      return flag === undefined ? value : t(`portefolje.flagg.${flag}`);
    }
  }
}

/** «Utredningstiltak» and «Spart tid»: the type of a tiltak or of a gevinst. */
export function slagText(value: string, t: Translate): string {
  const tiltak = TILTAK_SLAG.find((each) => each === value);
  if (tiltak !== undefined) return t(`portefolje.slag.${tiltak}`);
  const gevinst = GEVINST_SLAG.find((each) => each === value);
  return gevinst === undefined ? value : t(`gevinst.slag.${gevinst}`);
}

function nameOf({ name }: PlacedEnhet, t: Translate): string {
  return name.trim() === '' ? t('portefolje.navnloesEnhet') : name;
}
