/**
 * Going to the dypdykk of a tiltak. One that is not there yet is made first, with the tiltak's words;
 * the server ties it to the tiltak. Its links stay on this device.
 */
import type { SheetId } from '../../shared/ids/ids.ts';
import type { Tiltak } from '../../shared/sheet/schema/entities.ts';
import { adminKey, rememberAdminKey } from '../api/adminKey.ts';
import { createSheet } from '../api/sheets.ts';
import { browserStorage } from '../connection/environment.ts';
import { knownKeys, rememberKey } from '../connection/keyRing.ts';
import type { OpenSheet } from '../connection/openSheet.ts';
import { t } from '../i18n/i18n.ts';
import { navigate } from '../router/router.ts';
import { showToast } from '../ui/toasts.ts';
import { askForAdminKey } from './adminKeyRequest.ts';

interface Opening {
  readonly tiltak: Tiltak;
  /** Of the sheet that the tiltak stands on. */
  readonly connection: OpenSheet;
  /** Of that sheet too: the owner of a dypdykk whose tiltak has nobody yet. */
  readonly owner: string;
  readonly enhetId: string | null;
}

/** How long the tiltak gets to reach the server, which else has nothing to tie the sheet to. */
const SAVING_MS = 3000;

export async function openDypdykk(opening: Opening, key = adminKey()): Promise<void> {
  const { tiltak, connection } = opening;
  if (tiltak.dypdykkId !== null) return goTo(tiltak.dypdykkId as SheetId);
  const parentKey = connection.accessKey;
  if (parentKey === undefined || !(await isSaved(connection))) return tell(t('api.unreachable'));
  const result = await createSheet(
    {
      kind: 'dypdykk',
      title: tiltak.title.trim(),
      owner: tiltak.ansvar.trim() || opening.owner,
      enhetId: opening.enhetId,
      parent: { sheetId: connection.sheetId, tiltakId: tiltak.id },
      parentKey,
    },
    key,
  );
  if (!result.ok) {
    if (result.failure.code !== 'create.forbidden') return tell(result.failure.text);
    return askForAdminKey((given) => openDypdykk(opening, given));
  }
  rememberAdminKey(key);
  const { id, keys } = result.value;
  rememberKey(browserStorage, id, { key: keys.fasilitator, role: 'fasilitator' });
  goTo(id);
}

function goTo(sheetId: SheetId): void {
  if (knownKeys(browserStorage, sheetId).length === 0) return tell(t('dypdykk.ingenLenke'));
  navigate(`/ark/${sheetId}`);
}

function tell(text: string): void {
  showToast({ text, kind: 'warning' });
}

/** Resolves once everything is on the server, or when it has had its time and is not. */
function isSaved({ state }: OpenSheet): Promise<boolean> {
  if (state.getState().saved === 'lagret') return Promise.resolve(true);
  return new Promise((done) => {
    const timer = setTimeout(() => finish(false), SAVING_MS);
    const stop = state.subscribe(({ saved }) => {
      if (saved === 'lagret') finish(true);
    });
    function finish(isThere: boolean) {
      clearTimeout(timer);
      stop();
      done(isThere);
    }
  });
}
