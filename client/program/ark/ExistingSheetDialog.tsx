/**
 * Takes a sheet that there is into the programme. Only its fasilitator says where a sheet belongs: by
 * choosing one that this device is the fasilitator of, or by pasting the fasilitator's link.
 */
import { type FormEvent, useId, useRef, useState } from 'react';
import type { SheetId } from '../../../shared/ids/ids.ts';
import { addSheetToProgram, type SheetInProgram } from '../../api/programs.ts';
import { browserStorage } from '../../connection/environment.ts';
import { type KnownKey, knownKeys, rememberKey } from '../../connection/keyRing.ts';
import { parseLink } from '../../connection/link.ts';
import type { OpenProgram } from '../../connection/openProgram.ts';
import { recentSheets } from '../../connection/recentSheets.ts';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

interface ExistingSheetDialogProps {
  readonly program: OpenProgram;
  /** Those that are in it already. */
  readonly sheets: readonly SheetInProgram[];
  readonly onClose: () => void;
  readonly onAdded: () => Promise<void>;
}

export function ExistingSheetDialog({
  program,
  sheets,
  onClose,
  onAdded,
}: ExistingSheetDialogProps) {
  const t = useT();
  const formId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [link, setLink] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const own = ownSheets().filter(({ id }) => sheets.every(({ sheetId }) => sheetId !== id));

  async function add(sheetId: SheetId, key: string) {
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    const result = await addSheetToProgram(program.id, program.accessKey ?? '', { sheetId, key });
    setBusy(false);
    if (!result.ok) return setError(result.failure.text);
    // The server has taken it for the fasilitator's, so this device can open the sheet from here.
    rememberKey(browserStorage, sheetId, { key, role: 'fasilitator' });
    onClose();
    await onAdded();
    announce(t('program.ark.added'));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const parsed = parseLink(link.trim());
    if (parsed?.page !== 'ark') return setError(t('program.ark.notALink'));
    if (parsed.key === undefined) return setError(t('program.ark.linkWithoutKey'));
    void add(parsed.id, parsed.key);
  }
  return (
    <Dialog
      title={t('program.ark.existing')}
      onClose={onClose}
      initialFocus={field}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} busy={isBusy}>
            {t('program.ark.add')}
          </Button>
        </>
      }
    >
      <div className="existing-sheet">
        <form id={formId} onSubmit={submit}>
          <TextInput
            ref={field}
            label={t('program.ark.link')}
            help={t('program.ark.linkHelp')}
            error={error}
            value={link}
            onValueChange={(typed) => {
              setLink(typed);
              setError(undefined);
            }}
            autoComplete="off"
            spellCheck={false}
          />
        </form>
        {own.length > 0 && (
          <section aria-labelledby={`${formId}-egne`}>
            <h3 id={`${formId}-egne`} className="existing-sheet__heading">
              {t('program.ark.own')}
            </h3>
            <ul className="existing-sheet__own">
              {own.map(({ id, title, key }) => (
                <li key={id}>
                  <Button
                    variant="secondary"
                    size="sm"
                    icon="plus"
                    onClick={() => void add(id, key)}
                  >
                    {title.trim() === '' ? t('sheet.untitled') : title}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}

interface OwnSheet {
  readonly id: SheetId;
  readonly title: string;
  readonly key: string;
}

/** The sheets that this device holds a fasilitator's key to. */
function ownSheets(): readonly OwnSheet[] {
  return recentSheets(browserStorage).flatMap(({ id, title }) => {
    const isFasilitator = ({ role }: KnownKey) => role === 'fasilitator';
    const known = knownKeys(browserStorage, id).find(isFasilitator);
    return known === undefined ? [] : [{ id, title, key: known.key }];
  });
}
