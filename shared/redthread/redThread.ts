/**
 * The checks of the rød tråd (DOMAIN.md): where the chain rotårsak → tiltak → gevinst → måling is not
 * whole. Findings help; nothing waits for them to be mended.
 */
import { isMeasurementLate } from '../gevinst/maaloppnaaelse.ts';
import type { Gevinst, Maaling, Rotaarsak, Tiltak } from '../sheet/schema/entities.ts';
import { type ChainNode, chainMap } from './chain.ts';

/** What is missing, by what it is missing on. */
export type FindingKind =
  | 'rotaarsakUtenTiltak'
  | 'tiltakUtenRotaarsak'
  | 'tiltakUtenGevinst'
  | 'tiltakUtenAnsvar'
  | 'tiltakUtenFrist'
  | 'gevinstUtenMaaling'
  | 'gevinstUtenEier'
  | 'maalingUtenNullpunkt'
  | 'maalingUtenOnsketVerdi'
  | 'maalingForSen';

/**
 * Something to mend, and the field where it is mended: a key of the entity's schema, or, for a link
 * that is kept on the other thing, that thing's collection.
 */
export type Finding = { readonly kind: FindingKind; readonly field: string } & (
  | { readonly of: 'rotaarsaker'; readonly id: Rotaarsak['id'] }
  | { readonly of: 'tiltak'; readonly id: Tiltak['id'] }
  | { readonly of: 'gevinster'; readonly id: Gevinst['id'] }
  | { readonly of: 'maalinger'; readonly id: Maaling['id'] }
);

/** The chain of one sheet. */
export interface Chain {
  readonly rotaarsaker: readonly Rotaarsak[];
  readonly tiltak: readonly Tiltak[];
  readonly gevinster: readonly Gevinst[];
  readonly maalinger: readonly Maaling[];
}

/**
 * The findings in the order in which the sheet is read. `today` is `YYYY-MM-DD`.
 *
 * Which links are asked of what stands at `chainMap`. Beyond that: a tiltak needs ansvar and frist
 * until it is gjennomført; a gevinst needs an eier; a måling needs a nullpunkt and an ønsket verdi,
 * and is late by `isMeasurementLate`. A tiltak that is avvist or stoppet is asked for nothing, and
 * neither is what only it would have given.
 */
export function redThread(chain: Chain, today: string): readonly Finding[] {
  const { columns } = chainMap(chain);
  return [
    ...living(chain.rotaarsaker, columns.rotaarsaker).flatMap(([{ id }, lacks]) =>
      listed('rotaarsaker', id, [[lacks('after'), 'rotaarsakUtenTiltak', 'tiltak']]),
    ),
    ...living(chain.tiltak, columns.tiltak).flatMap(([tiltak, lacks]) => {
      const isUndone = tiltak.status !== 'gjennomfort';
      return listed('tiltak', tiltak.id, [
        [lacks('before'), 'tiltakUtenRotaarsak', 'rotaarsaker'],
        [lacks('after'), 'tiltakUtenGevinst', 'gevinster'],
        [isUndone && isBlank(tiltak.ansvar), 'tiltakUtenAnsvar', 'ansvar'],
        [isUndone && tiltak.frist === null, 'tiltakUtenFrist', 'frist'],
      ]);
    }),
    ...living(chain.gevinster, columns.gevinster).flatMap(([{ id, eier }, lacks]) =>
      listed('gevinster', id, [
        [lacks('after'), 'gevinstUtenMaaling', 'maalinger'],
        [isBlank(eier), 'gevinstUtenEier', 'eier'],
      ]),
    ),
    ...living(chain.maalinger, columns.maalinger).flatMap(([maaling]) =>
      listed('maalinger', maaling.id, [
        [maaling.start.value === null, 'maalingUtenNullpunkt', 'start'],
        [maaling.target.value === null, 'maalingUtenOnsketVerdi', 'target'],
        [isMeasurementLate(maaling, today), 'maalingForSen', 'series'],
      ]),
    ),
  ];
}

type Lacks = (side: ChainNode['lacks'][number]) => boolean;

/** Each entity that is not dropped, with what it lacks. The nodes stand in the entities' order. */
function living<E>(
  entities: readonly E[],
  nodes: readonly ChainNode[],
): readonly (readonly [E, Lacks])[] {
  return entities.flatMap((entity, index) => {
    const node = nodes[index];
    if (node === undefined || node.isDropped) return [];
    return [[entity, (side: ChainNode['lacks'][number]) => node.lacks.includes(side)] as const];
  });
}

type Check = readonly [isMissing: boolean, kind: FindingKind, field: string];

function listed<F extends Finding>(
  of: F['of'],
  id: F['id'],
  checks: readonly Check[],
): readonly Finding[] {
  return checks.flatMap(([isMissing, kind, field]) =>
    isMissing ? [{ of, id, kind, field } as Finding] : [],
  );
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
