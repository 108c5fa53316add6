/**
 * The worked examples of programmes, each with its sheets. Every opening makes documents of its own:
 * what people do there never touches the example itself.
 */
import type { EnhetId, SheetId, TiltakId } from '../../ids/ids.ts';
import { EXAMPLES, type ExampleName } from '../../sheet/examples/examples.ts';
import type { Snapshot } from '../../sheet/snapshot/snapshot.ts';
import type { ProgramSnapshot } from '../snapshot/snapshot.ts';
import { KOMMUNE, SAMFUNNSUTVIKLING, SKOLE_FELLES, STAUP } from './levangerEnheter.ts';
import { levangerProgram } from './levangerProgram.ts';

export interface ProgramExample {
  readonly program: ProgramSnapshot;
  /** The virksomhets-A3 first. */
  readonly sheets: readonly { readonly id: SheetId; readonly snapshot: Snapshot }[];
}

/** A dypdykk of the programme: the utredningstiltak that opened it, and where it is at home. */
interface Dypdykk {
  readonly name: ExampleName;
  readonly tiltakId: TiltakId;
  readonly enhetId: EnhetId;
}

const DYPDYKK: readonly Dypdykk[] = [
  {
    name: 'avtalelojalitet',
    tiltakId: 'tiltak-avtalelojalitet' as TiltakId,
    enhetId: KOMMUNE,
  },
  { name: 'skolemiljo', tiltakId: 'tiltak-skolemiljo' as TiltakId, enhetId: SKOLE_FELLES },
  { name: 'staup', tiltakId: 'tiltak-staup' as TiltakId, enhetId: STAUP },
  { name: 'advansia', tiltakId: 'tiltak-teknisk' as TiltakId, enhetId: SAMFUNNSUTVIKLING },
];

/** Makes an example whose sheets get their ids from `newId`, and point at each other by them. */
export const PROGRAM_EXAMPLES = { levanger } as const satisfies Readonly<
  Record<string, (newId: () => SheetId) => ProgramExample>
>;
export type ProgramExampleName = keyof typeof PROGRAM_EXAMPLES;

export const PROGRAM_EXAMPLE_NAMES = Object.keys(PROGRAM_EXAMPLES) as [
  ProgramExampleName,
  ...ProgramExampleName[],
];

function levanger(newId: () => SheetId): ProgramExample {
  const virksomhetId = newId();
  const dypdykk = DYPDYKK.map((each) => ({ ...each, id: newId() }));
  return {
    program: levangerProgram(),
    sheets: [
      { id: virksomhetId, snapshot: virksomhetOf(dypdykk) },
      ...dypdykk.map(({ id, name, tiltakId, enhetId }) => {
        const example = EXAMPLES[name]();
        const parent = { sheetId: virksomhetId, tiltakId };
        return { id, snapshot: { ...example, sheet: { ...example.sheet, parent, enhetId } } };
      }),
    ],
  };
}

/**
 * The municipality's own A3 within the programme. Standing alone it says what its utredningstiltak
 * are to give; here each of those has a dypdykk, where its gevinster stand: in every sum a gevinst
 * counts once.
 */
function virksomhetOf(dypdykk: readonly (Dypdykk & { readonly id: SheetId })[]): Snapshot {
  const alone = EXAMPLES.levanger();
  const opened = new Map(dypdykk.map(({ tiltakId, id }) => [tiltakId, id]));
  const tiltak = alone.tiltak.map((each) => ({
    ...each,
    dypdykkId: opened.get(each.id) ?? null,
  }));
  const gevinster = alone.gevinster.filter(
    (gevinst) => !gevinst.tiltak.some((id) => opened.has(id as TiltakId)),
  );
  const kept = new Set<string>(gevinster.map(({ id }) => id));
  return {
    ...alone,
    sheet: { ...alone.sheet, enhetId: KOMMUNE },
    tiltak,
    gevinster,
    maalinger: alone.maalinger.map((maaling) => ({
      ...maaling,
      gevinster: maaling.gevinster.filter((id) => kept.has(id)),
    })),
  };
}
