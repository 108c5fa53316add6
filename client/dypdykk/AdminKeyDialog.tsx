/** Says that only the holder of the admin key makes sheets here, and lets that person go on. */
import { type FormEvent, useId, useRef, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { forgetAdminKeyRequest, useAdminKeyRequest } from './adminKeyRequest.ts';
import './dypdykk.css';

export function AdminKeyDialog() {
  const t = useT();
  const formId = useId();
  const field = useRef<HTMLInputElement>(null);
  const { retry, refusals } = useAdminKeyRequest();
  const [key, setKey] = useState('');
  const [tried, setTried] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  if (retry === undefined) return null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy || retry === undefined) return;
    setBusy(true);
    await retry(key.trim());
    setBusy(false);
    setTried(key);
    if (useAdminKeyRequest.getState().refusals === refusals) forgetAdminKeyRequest();
    else field.current?.focus();
  }
  return (
    <Dialog
      title={t('dypdykk.noekkel')}
      width="sm"
      onClose={forgetAdminKeyRequest}
      initialFocus={field}
      footer={
        <>
          <Button variant="secondary" onClick={forgetAdminKeyRequest}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} busy={isBusy}>
            {t('tiltak.dypdykk')}
          </Button>
        </>
      }
    >
      <form id={formId} className="admin-key" onSubmit={(event) => void submit(event)}>
        <p>{t('dypdykk.noekkelHjelp')}</p>
        <TextInput
          ref={field}
          type="password"
          label={t('start.create.adminKey')}
          help={t('start.create.adminKeyHelp')}
          error={tried !== undefined && key === tried ? t('start.create.adminKeyWrong') : undefined}
          value={key}
          onValueChange={setKey}
          autoComplete="off"
          required
        />
      </form>
    </Dialog>
  );
}
