/** The three ways to a sheet: a new one of either kind, or the worked example. */
import { type ReactNode, useState } from 'react';
import type { ExampleName } from '../../shared/sheet/examples/examples.ts';
import type { ApiFailure } from '../api/request.ts';
import type { NewSheet } from '../api/sheets.ts';
import { useT } from '../i18n/i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { useCreateSheet } from './useCreateSheet.ts';

interface WaysProps {
  /** A sheet that cannot be created before something more is asked for. */
  readonly onDraft: (sheet: NewSheet, failure: ApiFailure | undefined) => void;
}

export function Ways({ onDraft }: WaysProps) {
  const t = useT();
  return (
    <section className="start__ways" aria-labelledby="kom-i-gang">
      <h2 id="kom-i-gang" className="start__heading">
        {t('start.ways.title')}
      </h2>
      <div className="start__cards">
        {(['virksomhet', 'dypdykk'] as const).map((kind) => (
          <Way key={kind} title={t(`sheet.kind.${kind}`)} text={t(`start.ways.${kind}`)}>
            <Button icon="plus" onClick={() => onDraft({ kind, title: '' }, undefined)}>
              {t(`start.create.${kind}`)}
            </Button>
          </Way>
        ))}
        <ExampleWay onDraft={onDraft} />
      </div>
    </section>
  );
}

function ExampleWay({ onDraft }: WaysProps) {
  const t = useT();
  const { create, isBusy } = useCreateSheet();
  const [failure, setFailure] = useState<ApiFailure>();

  async function open(example: ExampleName) {
    if (isBusy) return;
    setFailure(undefined);
    const found = await create({ example });
    if (found?.code === 'create.forbidden') onDraft({ example }, found);
    else setFailure(found);
  }
  return (
    <Way title={t('start.example.heading')} text={t('start.ways.example')}>
      <Button variant="secondary" busy={isBusy} onClick={() => void open('avtalelojalitet')}>
        {t('start.example.open')}
      </Button>
      <button type="button" className="ds-link" onClick={() => void open('levanger')}>
        {t('start.example.openVirksomhet')}
      </button>
      {failure !== undefined && (
        <Alert kind="danger" isLive>
          {failure.text}
        </Alert>
      )}
    </Way>
  );
}

interface WayProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Way({ title, text, children }: WayProps) {
  return (
    <article className="start__card">
      <h3 className="start__card-title">{title}</h3>
      <p>{text}</p>
      <div className="start__card-actions">{children}</div>
    </article>
  );
}
