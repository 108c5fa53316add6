/**
 * Asks what a new sheet or programme is to be called, and for the admin key where the server wants one. An
 * example has its title; there it asks for the key alone.
 */
import { type FormEvent, useId, useRef, useState } from 'react';
import type { ApiFailure } from '../api/request.ts';
import { useT } from '../i18n/i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import './CreateDialog.css';
import { type NewDocument, useCreate } from './useCreate.ts';

interface CreateDialogProps {
  /** What to create. A title is asked for here. */
  readonly draft: NewDocument;
  /** Why the first try failed, when there was one. */
  readonly firstFailure?: ApiFailure | undefined;
  readonly onClose: () => void;
}

/** The longest title that still fits the sheet's head. */
const MAX_TITLE = 120;

export function CreateDialog({ draft, firstFailure, onClose }: CreateDialogProps) {
  const t = useT();
  const formId = useId();
  const firstField = useRef<HTMLInputElement>(null);
  const keyField = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState('');
  const [adminKey, setAdminKey] = useState('');
  const lacksKey = firstFailure?.code === 'create.forbidden';
  const [failure, setFailure] = useState(lacksKey ? undefined : firstFailure);
  const [needsKey, setNeedsKey] = useState(lacksKey);
  const { create, isBusy } = useCreate();
  const { isExample, ...words } = wordsOf(draft);
  const [refusedKey, setRefusedKey] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setFailure(undefined);
    const found = await create(
      isExample ? draft : withTitle(draft, title.trim()),
      needsKey ? adminKey.trim() : undefined,
    );
    if (found === undefined) return;
    if (found.code !== 'create.forbidden') {
      setFailure(found);
      return;
    }
    setNeedsKey(true);
    setRefusedKey(needsKey ? adminKey : undefined);
    // The field may only now have come into the page.
    requestAnimationFrame(() => keyField.current?.focus());
  }

  return (
    <Dialog
      title={t(words.heading)}
      width="sm"
      onClose={onClose}
      initialFocus={isExample ? keyField : firstField}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} busy={isBusy}>
            {t(words.submit)}
          </Button>
        </>
      }
    >
      <form id={formId} className="create-form" onSubmit={(event) => void submit(event)}>
        {!isExample && (
          <TextInput
            ref={firstField}
            label={t(words.title)}
            help={t(words.titleHelp)}
            value={title}
            onValueChange={setTitle}
            maxLength={MAX_TITLE}
            autoComplete="off"
          />
        )}
        {needsKey && (
          <TextInput
            ref={keyField}
            type="password"
            label={t('start.create.adminKey')}
            help={t('start.create.adminKeyHelp')}
            error={adminKey === refusedKey ? t('start.create.adminKeyWrong') : undefined}
            value={adminKey}
            onValueChange={setAdminKey}
            autoComplete="off"
            required
          />
        )}
        {failure !== undefined && (
          <Alert kind="danger" isLive>
            {failure.text}
          </Alert>
        )}
      </form>
    </Dialog>
  );
}

/** What the dialog says of what is made. An example has its title already. */
function wordsOf(draft: NewDocument) {
  if ('program' in draft) {
    const isExample = 'example' in draft.program;
    return {
      isExample,
      heading: isExample ? 'start.example.openProgram' : 'start.create.program',
      title: 'start.create.programName',
      titleHelp: 'start.create.programNameHelp',
      submit: isExample ? 'start.example.openProgram' : 'start.create.submitProgram',
    } as const;
  }
  const isExample = 'example' in draft;
  return {
    isExample,
    heading: isExample ? 'start.example.open' : (`start.create.${draft.kind}` as const),
    title: 'start.create.title',
    titleHelp: 'start.create.titleHelp',
    submit: isExample ? 'start.example.open' : 'start.create.submit',
  } as const;
}

function withTitle(draft: NewDocument, title: string): NewDocument {
  return 'program' in draft ? { program: { name: title } } : { ...draft, title };
}
