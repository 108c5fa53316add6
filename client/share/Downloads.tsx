/** The sheet as a file: to print, to put before the council, to work on elsewhere. */
import { useId, useState } from 'react';
import { type ApiFailure, fetchFile } from '../api/request.ts';
import { saveFile } from '../api/saveFile.ts';
import { useT } from '../i18n/i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';

interface DownloadsProps {
  /** Where the server has the sheet. */
  readonly path: string;
  readonly title: string;
  readonly accessKey: string;
}

const FORMATS = ['pdf', 'docx', 'xlsx', 'csv'] as const;
type Format = (typeof FORMATS)[number];

export function Downloads({ path, title, accessKey }: DownloadsProps) {
  const t = useT();
  const headingId = useId();
  const [busy, setBusy] = useState<Format>();
  const [failure, setFailure] = useState<ApiFailure>();
  async function download(format: Format) {
    if (busy !== undefined) return;
    setBusy(format);
    setFailure(undefined);
    const result = await fetchFile({ path: `${path}/export/${format}`, key: accessKey });
    setBusy(undefined);
    if (!result.ok) return setFailure(result.failure);
    saveFile(result.value, title, format);
    announce(t('share.downloaded', { name: t(`share.download.${format}`) }));
  }
  return (
    <section className="share-downloads" aria-labelledby={headingId}>
      <h3 id={headingId} className="share-downloads__title">
        {t('share.download')}
      </h3>
      <div className="share-downloads__formats">
        {FORMATS.map((format) => (
          <Button
            key={format}
            variant="secondary"
            size="sm"
            icon="download"
            busy={busy === format}
            onClick={() => void download(format)}
          >
            {t(`share.download.${format}`)}
          </Button>
        ))}
      </div>
      {failure !== undefined && (
        <Alert kind="danger" isLive>
          {failure.text}
        </Alert>
      )}
    </section>
  );
}
