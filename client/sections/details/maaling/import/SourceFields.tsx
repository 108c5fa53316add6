/** Where the rows come from: a field to paste into, or a file. */
import type { Ref } from 'react';
import { useT } from '../../../../i18n/i18n.ts';
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
      <Field label={t('maaling.import.file')} help={t('maaling.import.fileHelp')}>
        {(control) => (
          <input
            {...control}
            key={sources.round}
            type="file"
            className="ds-input"
            accept={FILES}
            // A file that has been mended may be chosen again.
            onClick={(event) => {
              event.currentTarget.value = '';
            }}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file !== undefined) sources.choose(file);
            }}
          />
        )}
      </Field>
    </div>
  );
}
