/** What the four quarters are called: by the programme's own words, or the interface's. */
import type { Quarter } from '../../../shared/program/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { useProgramHeader } from '../session.tsx';

export function useQuarterNames(): Readonly<Record<Quarter, string>> {
  const t = useT();
  const { labels } = useProgramHeader();
  const nameOf = (quarter: Quarter) => labels[quarter] ?? t(`program.kvartal.${quarter}`);
  return { k1: nameOf('k1'), k2: nameOf('k2'), k3: nameOf('k3'), k4: nameOf('k4') };
}
