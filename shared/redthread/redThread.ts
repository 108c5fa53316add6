/**
 * The checks of the rød tråd (DOMAIN.md): where the chain rotårsak → tiltak → gevinst → måling is not
 * whole. Findings help; nothing waits for them to be mended.
 */
import type { Gevinst, Maaling, Rotaarsak, Tiltak } from '../sheet/schema/entities.ts';

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

/** Something to mend, and the field where it is mended. */
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
