/**
 * The gevinstkart: rotårsaker, tiltak, gevinster and målinger in four columns with the links drawn
 * between them; where there is no room for columns, as chains in one list.
 */
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { COLUMNS, chainMap } from '../../../shared/redthread/chain.ts';
import { useT } from '../../i18n/i18n.ts';
import { useNames } from '../names.ts';
import { useChain } from '../useChain.ts';
import { KartChains } from './KartChains.tsx';
import { KartColumns } from './KartColumns.tsx';
import './gevinstKart.css';

/** Four columns of readable cards with room for lines between them, in CSS pixels. */
const COLUMNS_FROM_PX = 860;

export function GevinstKart() {
  const t = useT();
  const chain = useChain();
  const map = useMemo(() => chainMap(chain), [chain]);
  const nameOf = useNames(chain);
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body);
  const isEmpty = COLUMNS.every((column) => map.columns[column].length === 0);
  const parts = { chain, map, nameOf };
  return (
    <div ref={body} className="gevinstkart">
      {isEmpty && <p className="kart__help">{t('kart.empty')}</p>}
      {!isEmpty && width >= COLUMNS_FROM_PX && <KartColumns {...parts} />}
      {!isEmpty && width > 0 && width < COLUMNS_FROM_PX && <KartChains {...parts} />}
    </div>
  );
}

/** The element's width, measured before it is painted; 0 until then. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return undefined;
    const measure = () => setWidth(measured.clientWidth);
    const resizes = new ResizeObserver(measure);
    resizes.observe(measured);
    measure();
    return () => resizes.disconnect();
  }, [element]);
  return width;
}
