/** The enheter and sheets of the programme, for names and for choosing. */
import { createContext, useContext } from 'react';
import type { EnhetId } from '../../shared/ids/ids.ts';
import type { SheetInProgram } from '../api/programs.ts';

export interface PlacedEnhet {
  readonly id: EnhetId;
  readonly name: string;
  /** How many stand above it. */
  readonly depth: number;
}

export interface ProgramPlaces {
  /** Each before those under it. */
  readonly enheter: readonly PlacedEnhet[];
  readonly sheets: readonly SheetInProgram[];
}

const NOWHERE: ProgramPlaces = { enheter: [], sheets: [] };

const PlacesContext = createContext<ProgramPlaces>(NOWHERE);

export const PlacesProvider = PlacesContext;

export function usePlaces(): ProgramPlaces {
  return useContext(PlacesContext);
}
