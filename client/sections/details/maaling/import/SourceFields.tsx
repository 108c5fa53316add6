/** Where the rows come from: a field to paste into, or a file. */
import { type Ref, useId, useRef } from 'react';
import { useT } from '../../../../i18n/i18n.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Field } from '../../../../ui/Field.tsx';
import type { SourceState } from './useSource.ts';

interface SourceFieldsProps {
  readonly sources: SourceState;
  readonly ref: Ref<HTMLTextAreaElement>;
}

/** What a file chooser offers first; what is in the file decides. */
const FILES =
  '.xlsx,.csv,.tsv,.txt,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function SourceFields({ sources, ref }: SourceFieldsProps) {
  const t = useT();
  return (
    <div className="maaling-import__sources">
      <Field label={t('maaling.import.paste')} help={t('maaling.import.pasteHelp')}>
        {(control) => (
          <textarea
            {...control}
            ref={ref}
            className="ds-input maaling-import__paste"
            rows={5}
            spellCheck={false}
            value={sources.text}
            placeholder={t('maaling.import.pasteExample')}
            onChange={(event) => sources.paste(event.target.value)}
          />
        )}
      </Field>
      <FileChoice sources={sources} />
    </div>
  );
}

/** The browser's own field speaks the browser's language, so a button of ours stands for it. */
function FileChoice({ sources }: { readonly sources: SourceState }) {
  const t = useT();
  const helpId = useId();
  const native = useRef<HTMLInputElement>(null);
  return (
    <div className="maaling-import__file">
      <span className="ds-label" aria-hidden="true">
        {t('maaling.import.file')}
      </span>
      <p id={helpId} className="maaling-quiet">
        {t('maaling.import.fileHelp')}
      </p>
      <input
        ref={native}
        type="file"
        hidden
        accept={FILES}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) sources.choose(file);
          // A file that has been mended may be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button
        variant="secondary"
        icon="table"
        aria-describedby={helpId}
        onClick={() => native.current?.click()}
      >
        {t('maaling.import.chooseFile')}
      </Button>
      {sources.file !== undefined && <p className="maaling-import__name">{sources.file.name}</p>}
    </div>
  );
}
