/**
 * The sheet on a canvas: fetched when it is first shown, with the words of its tools and the
 * server's settings. A board that this version cannot draw is not opened; the form shows the rest.
 */
import { useEffect, useState } from 'react';
import { fetchCanvasSettings } from '../api/canvas.ts';
import type { OpenSheet } from '../connection/openSheet.ts';
import { useLanguage, useT } from '../i18n/i18n.ts';
import { useSession } from '../sheet/session.tsx';
import { Alert } from '../ui/Alert.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Board } from './Board.tsx';
import { canvasFit } from './binding/canvasFit.ts';
import './canvas.css';
import { whenMeasurable } from './shapes/lapp/lappSize.ts';
import { loadTldrawWords, type TldrawWords } from './words/tldrawWords.ts';

interface Prepared {
  readonly words: TldrawWords;
  readonly licenseKey: string | undefined;
}

export function CanvasView({ sheet }: { readonly sheet: OpenSheet }) {
  const t = useT();
  const { doc } = useSession();
  const prepared = usePrepared();
  if (canvasFit(doc) !== 'fits') {
    return (
      <div className="canvas-message">
        <Alert kind="warning">{t('canvas.newer')}</Alert>
      </div>
    );
  }
  if (prepared === undefined) {
    return (
      <div className="canvas-message">
        <Spinner label={t('canvas.loading')} />
      </div>
    );
  }
  return <Board key={prepared.words.locale} sheet={sheet} {...prepared} />;
}

function usePrepared(): Prepared | undefined {
  const language = useLanguage();
  const [prepared, setPrepared] = useState<Prepared>();
  useEffect(() => {
    let isCurrent = true;
    const settings = fetchCanvasSettings();
    const needed = [loadTldrawWords(language), settings, whenMeasurable()] as const;
    void Promise.all(needed).then(([words, answer]) => {
      const licenseKey = answer.ok ? (answer.value.licenseKey ?? undefined) : undefined;
      if (isCurrent) setPrepared({ words, licenseKey });
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return prepared;
}
