/** Keeps what stands around an open sheet up to date, for as long as the sheet is open. */
import type { SheetId } from '../../shared/ids/ids.ts';
import type { SheetContext } from '../../shared/portfolio/sheetContext.ts';
import { readCollection, readHeader } from '../../shared/sheet/snapshot/snapshot.ts';
import { createRefresher } from '../api/refresher.ts';
import { fetchSheetContext, type OtherKey } from '../api/sheetContext.ts';
import { browserStorage } from '../connection/environment.ts';
import { followReadModel } from '../connection/followReadModel.ts';
import { keysToTry, knownKeys } from '../connection/keyRing.ts';
import type { OpenSheet } from '../connection/openSheet.ts';
import { setPlan } from '../sections/details/planSettings.ts';
import { useSurroundings } from '../sections/surroundings.ts';

/** A hall that looks at the sheet above asks together whenever somebody below has written. */
const PAUSE_MS = 1000;

/** Answers how to stop. */
export function followContext(sheet: OpenSheet): () => void {
  const refresher = createRefresher((signal) => load(sheet, signal), PAUSE_MS);
  const stopFollowing = followReadModel(sheet.state, refresher.refresh);
  refresher.refresh();
  return () => {
    stopFollowing();
    refresher.stop();
    setPlan(undefined);
  };
}

async function load(sheet: OpenSheet, signal: AbortSignal): Promise<void> {
  const key = sheet.accessKey;
  if (key === undefined) return;
  const known = useSurroundings.getState().context;
  const related = relatedSheets(sheet, known);
  const context = await ask(sheet, key, related, signal);
  if (context === undefined) return;
  show(context);
  // One that only the answer has told of, whose key is here all the same.
  const all = relatedSheets(sheet, context);
  if (keysOf(all).length === keysOf(related).length) return;
  const whole = await ask(sheet, key, all, signal);
  if (whole !== undefined) show(whole);
}

/** Undefined when it cannot be had now; what was known stays in sight. */
async function ask(
  sheet: OpenSheet,
  key: string,
  related: readonly SheetId[],
  signal: AbortSignal,
): Promise<SheetContext | undefined> {
  try {
    const result = await fetchSheetContext(sheet.sheetId, key, keysOf(related), signal);
    return result.ok && !signal.aborted ? result.value : undefined;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

function show(context: SheetContext): void {
  useSurroundings.setState({ context });
  const { program } = context;
  setPlan(
    program === null
      ? undefined
      : { period: program.period, hoursPerAarsverk: program.hoursPerAarsverk },
  );
}

/** The sheet above and those below, as the document and the last answer name them. */
function relatedSheets({ doc }: OpenSheet, known: SheetContext | undefined): readonly SheetId[] {
  const { parent } = readHeader(doc);
  const named = readCollection(doc, 'tiltak').flatMap(({ dypdykkId }) => dypdykkId ?? []);
  const told = known?.dypdykk.map(({ sheetId }) => sheetId) ?? [];
  return [
    ...new Set([...(parent === null ? [] : [parent.sheetId]), ...named, ...told]),
  ] as SheetId[];
}

/** The keys that this browser has of some sheets, for each the one that may do most. */
function keysOf(sheets: readonly SheetId[]): readonly OtherKey[] {
  return sheets.flatMap((sheetId) => {
    const [best] = keysToTry(undefined, knownKeys(browserStorage, sheetId));
    return best === undefined ? [] : [{ sheetId, key: best.key }];
  });
}
