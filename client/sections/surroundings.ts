/**
 * What stands around the open sheet: its programme, the sheet above it, and the dypdykk below. Known
 * a moment after the sheet is shown, and kept up to date by `client/dypdykk`.
 */
import { create } from 'zustand';
import type { SheetContext } from '../../shared/portfolio/sheetContext.ts';
import type { OpenSheet } from '../connection/openSheet.ts';

interface Surroundings {
  /** Undefined until it has been asked for, and where it cannot be had. */
  readonly context: SheetContext | undefined;
  /** The connection of the open sheet. */
  readonly connection: OpenSheet | undefined;
}

const NONE: Surroundings = { context: undefined, connection: undefined };

export const useSurroundings = create<Surroundings>(() => NONE);

export function useSheetContext(): SheetContext | undefined {
  return useSurroundings((state) => state.context);
}

export function forgetSurroundings(): void {
  useSurroundings.setState(NONE);
}
