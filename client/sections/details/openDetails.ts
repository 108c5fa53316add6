/**
 * Which row's details are open, if any: the one window with all that the sheet knows about a tiltak,
 * a gevinst or a måling. Rows, the rød tråd and the gevinstkart open it; `DetailsHost` shows it.
 */
import { create } from 'zustand';
import type { GevinstId, MaalingId, TiltakId } from '../../../shared/ids/ids.ts';

export type DetailsTarget =
  | { readonly of: 'tiltak'; readonly id: TiltakId; readonly field?: string }
  | { readonly of: 'gevinster'; readonly id: GevinstId; readonly field?: string }
  | { readonly of: 'maalinger'; readonly id: MaalingId; readonly field?: string };

interface DetailsState {
  readonly target: DetailsTarget | undefined;
}

export const useDetails = create<DetailsState>(() => ({ target: undefined }));

/** Opens a row's details, at a field where one is named (its key in the schema). */
export function openDetails(target: DetailsTarget): void {
  useDetails.setState({ target });
}

export function closeDetails(): void {
  useDetails.setState({ target: undefined });
}
