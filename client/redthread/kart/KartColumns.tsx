/** The gevinstkart in four columns. One card at a time is in the tab order; arrow keys go between them. */
import { useMemo, useRef } from 'react';
import {
  type ChainMap,
  COLUMNS,
  type Column,
  keyOf,
  type NodeRef,
} from '../../../shared/redthread/chain.ts';
import type { Chain } from '../../../shared/redthread/redThread.ts';
import { threadOf } from '../../../shared/redthread/threads.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { useSession } from '../../sheet/session.tsx';
import { Button } from '../../ui/Button.tsx';
import type { NameOf } from '../names.ts';
import { type FactsOf, useFacts } from './facts.ts';
import { KartCard, type LinkRole } from './KartCard.tsx';
import { areLinked, linksInWords } from './kartWords.ts';
import { useKartSteering } from './useKartSteering.ts';
import { canLink } from './useLinking.ts';
import { useLinkLines } from './useLinkLines.ts';

export interface KartParts {
  readonly chain: Chain;
  readonly map: ChainMap;
  readonly nameOf: NameOf;
}

const NOTHING: ReadonlySet<string> = new Set();

export function KartColumns({ chain, map, nameOf }: KartParts) {
  const t = useT();
  const { canWrite } = useSession();
  const container = useRef<HTMLDivElement>(null);
  const factsOf = useFacts(chain);
  const lines = useLinkLines(container, map);
  const { at, seen, source, handlers, endLinking } = useKartSteering(container, map, nameOf);
  const lit = useMemo(() => (seen === undefined ? NOTHING : threadOf(map, seen)), [map, seen]);
  return (
    <>
      {source === undefined ? (
        <p className="kart__help">{canWrite ? t('kart.help') : t('kart.helpReader')}</p>
      ) : (
        <div className="kart-linking">
          <p>{t('kart.linking', { name: nameOf(source) })}</p>
          <Button size="sm" onClick={endLinking}>
            {t('kart.linkingDone')}
          </Button>
        </div>
      )}
      <div
        {...handlers}
        ref={container}
        className="kart-columns"
        data-linking={source !== undefined || undefined}
      >
        <svg className="kart-columns__lines" aria-hidden="true">
          {lines.map(({ key, left, right, path }) => (
            <path key={key} d={path} data-lit={(lit.has(left) && lit.has(right)) || undefined} />
          ))}
        </svg>
        {COLUMNS.map((column) => (
          <KartColumn
            key={column}
            column={column}
            {...{ map, nameOf, factsOf, at, lit, source, canWrite }}
          />
        ))}
      </div>
    </>
  );
}

interface KartColumnProps {
  readonly column: Column;
  readonly map: ChainMap;
  readonly nameOf: NameOf;
  readonly factsOf: FactsOf;
  readonly lit: ReadonlySet<string>;
  readonly at: NodeRef | undefined;
  /** The card whose links are being chosen. */
  readonly source: NodeRef | undefined;
  readonly canWrite: boolean;
}

function KartColumn(props: KartColumnProps) {
  const { column, map, nameOf, factsOf, lit, at, source, canWrite } = props;
  const t = useT();
  const language = useLanguage();
  const headingId = `kart-${column}`;
  const nodes = map.columns[column];
  return (
    <section className="kart-column" aria-labelledby={headingId}>
      <h3 id={headingId} className="kart-column__title">
        {t(`kart.${column}`)}
        <span className="kart-column__count">{nodes.length}</span>
      </h3>
      {nodes.length === 0 ? (
        <p className="kart-column__empty">{t(`kart.none.${column}`)}</p>
      ) : (
        <ol className="kart-column__cards">
          {nodes.map((node) => (
            <KartCard
              key={node.id}
              node={node}
              name={nameOf(node)}
              facts={factsOf(node)}
              links={linksInWords(t, language, node, nameOf)}
              isTabStop={at !== undefined && keyOf(at) === keyOf(node)}
              isLit={lit.has(keyOf(node))}
              linkRole={linkRole(map, source, node)}
              canWrite={canWrite}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function linkRole(map: ChainMap, source: NodeRef | undefined, node: NodeRef): LinkRole | undefined {
  if (source === undefined) return undefined;
  if (keyOf(source) === keyOf(node)) return 'source';
  if (!canLink(source, node)) return 'out';
  return areLinked(map, source, node) ? 'linked' : 'open';
}
