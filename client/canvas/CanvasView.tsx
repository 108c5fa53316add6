/**
 * The sheet on a canvas: fetched when it is first shown, with the words of its tools and the
 * server's settings. A board that this version cannot draw is not opened; the form shows the rest.
 */
import { useEffect, useState } from 'react';
import type { OpenSheet } from '../connection/openSheet.ts';
import { useLanguage, useT } from '../i18n/i18n.ts';
import { useSession } from '../sheet/session.tsx';
import { Alert } from '../ui/Alert.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Board } from './Board.tsx';
import { canvasFit } from './binding/canvasFit.ts';
import './canvas.css';
import { type Prepared, prepareCanvas, preparedFor } from './prepare.ts';

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
  return (
    <Board
      key={prepared.words.locale}
      sheet={sheet}
      words={prepared.words}
      licenseKey={prepared.licenseKey}
    />
  );
}

/** As a rule it has come with the code; a new language is fetched. */
function usePrepared(): Prepared | undefined {
  const language = useLanguage();
  const [fetched, setFetched] = useState<Prepared>();
  const ready = preparedFor(language) ?? (fetched?.language === language ? fetched : undefined);
  const isMissing = ready === undefined;
  useEffect(() => {
    if (!isMissing) return undefined;
    let isCurrent = true;
    void prepareCanvas(language).then((prepared) => isCurrent && setFetched(prepared));
    return () => {
      isCurrent = false;
    };
  }, [language, isMissing]);
  return ready;
}
