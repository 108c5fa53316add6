/** The first page: what this is, the ways to a sheet or a programme, and what this device has opened. */
import { useState } from 'react';
import type { ApiFailure } from '../api/request.ts';
import { useT } from '../i18n/i18n.ts';
import { usePageTitle } from '../router/usePageTitle.ts';
import { LanguageChoice } from '../ui/LanguageChoice.tsx';
import { Logo } from '../ui/Logo.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { A3Picture } from './A3Picture.tsx';
import { CreateDialog } from './CreateDialog.tsx';
import { Recent } from './Recent.tsx';
import './StartPage.css';
import type { NewDocument } from './useCreate.ts';
import { Ways } from './Ways.tsx';

/** What is to be created once the person has said what was missing. */
interface Draft {
  readonly document: NewDocument;
  readonly failure: ApiFailure | undefined;
}

export function StartPage() {
  const t = useT();
  usePageTitle(undefined);
  const [draft, setDraft] = useState<Draft>();
  return (
    <div className="start">
      <SkipLink targetId="innhold">{t('app.skipToContent')}</SkipLink>
      <div className="start__band">
        <header className="start__bar start__inner">
          <Logo />
          <LanguageChoice />
        </header>
      </div>
      <main id="innhold" tabIndex={-1}>
        <section className="start__band">
          <div className="start__hero start__inner">
            <div>
              <h1 className="start__title">{t('start.title')}</h1>
              <p className="start__lead">{t('start.lead')}</p>
            </div>
            <A3Picture />
          </div>
        </section>
        <div className="start__body start__inner">
          <Recent />
          <Ways onDraft={(document, failure) => setDraft({ document, failure })} />
          <HowItWorks />
        </div>
      </main>
      <footer className="start__foot start__inner">
        <p>{t('start.privacy')}</p>
      </footer>
      {draft !== undefined && (
        <CreateDialog
          draft={draft.document}
          firstFailure={draft.failure}
          onClose={() => setDraft(undefined)}
        />
      )}
    </div>
  );
}

function HowItWorks() {
  const t = useT();
  return (
    <section className="start__how" aria-labelledby="slik-virker-det">
      <h2 id="slik-virker-det" className="start__heading">
        {t('start.how.title')}
      </h2>
      <ol className="start__steps">
        {(['share', 'write', 'offline'] as const).map((step) => (
          <li key={step}>
            <h3>{t(`start.how.${step}.title`)}</h3>
            <p>{t(`start.how.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
