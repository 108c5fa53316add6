/** The ways in: a new sheet of either kind, a worked example, or a programme around the sheets. */
import { type ReactNode, useState } from 'react';
import type { ApiFailure } from '../api/request.ts';
import { useT } from '../i18n/i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { type NewDocument, useCreate } from './useCreate.ts';

interface WaysProps {
  /** What cannot be created before something more is asked for. */
  readonly onDraft: (draft: NewDocument, failure: ApiFailure | undefined) => void;
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
        <ProgramWay onDraft={onDraft} />
      </div>
    </section>
  );
}

function ExampleWay({ onDraft }: WaysProps) {
  const t = useT();
  const { open, isBusy, failure } = useOpen(onDraft);
  return (
    <Way title={t('start.example.heading')} text={t('start.ways.example')}>
      <Button
        variant="secondary"
        busy={isBusy}
        onClick={() => void open({ example: 'avtalelojalitet' })}
      >
        {t('start.example.open')}
      </Button>
      <button type="button" className="ds-link" onClick={() => void open({ example: 'levanger' })}>
        {t('start.example.openVirksomhet')}
      </button>
      <Failure failure={failure} />
    </Way>
  );
}

function ProgramWay({ onDraft }: WaysProps) {
  const t = useT();
  const { open, isBusy, failure } = useOpen(onDraft);
  return (
    <Way title={t('start.program.heading')} text={t('start.ways.program')}>
      <Button
        variant="secondary"
        icon="plus"
        onClick={() => onDraft({ program: { name: '' } }, undefined)}
      >
        {t('start.create.program')}
      </Button>
      <button
        type="button"
        className="ds-link"
        aria-busy={isBusy || undefined}
        onClick={() => void open({ program: { example: 'levanger' } })}
      >
        {t('start.example.openProgram')}
      </button>
      <Failure failure={failure} />
    </Way>
  );
}

/** Creates at once what needs no more words; where the server wants its key, that is asked for. */
function useOpen(onDraft: WaysProps['onDraft']) {
  const { create, isBusy } = useCreate();
  const [failure, setFailure] = useState<ApiFailure>();
  async function open(draft: NewDocument) {
    if (isBusy) return;
    setFailure(undefined);
    const found = await create(draft);
    if (found?.code === 'create.forbidden') onDraft(draft, found);
    else setFailure(found);
  }
  return { open, isBusy, failure };
}

function Failure({ failure }: { readonly failure: ApiFailure | undefined }) {
  if (failure === undefined) return null;
  return (
    <Alert kind="danger" isLive>
      {failure.text}
    </Alert>
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
