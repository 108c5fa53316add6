/**
 * The sheets of the programme. A programme's link opens none of them: each has links of its own, and
 * those that this device knows are the ones it can open from here.
 */
import { useState } from 'react';
import { removeSheetFromProgram, type SheetInProgram } from '../../api/programs.ts';
import type { ApiFailure } from '../../api/request.ts';
import { browserStorage } from '../../connection/environment.ts';
import { knownKeys } from '../../connection/keyRing.ts';
import type { OpenProgram } from '../../connection/openProgram.ts';
import { useT } from '../../i18n/i18n.ts';
import { Link } from '../../router/Link.tsx';
import { NoRows } from '../../sections/tables/AddRow.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useProgramCollection, useProgramSession } from '../session.tsx';
import { programRowName } from '../useProgramRows.ts';
import { AddSheets } from './AddSheets.tsx';
import './ark.css';
import { useProgramSheets } from './useProgramSheets.ts';

export function SheetList({ program }: { readonly program: OpenProgram }) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const { sheets, failure, refresh } = useProgramSheets(program);
  const [asked, setAsked] = useState<SheetInProgram>();
  if (failure !== undefined) {
    return (
      <Alert
        kind="warning"
        title={t('program.ark.failed')}
        actions={
          <Button variant="secondary" size="sm" icon="refresh" onClick={() => void refresh()}>
            {t('common.retry')}
          </Button>
        }
      >
        {failure.text}
      </Alert>
    );
  }
  if (sheets === undefined) return <Spinner label={t('program.ark.loading')} />;
  return (
    <div className="program-sheets">
      {sheets.length === 0 ? (
        <NoRows text={t('program.ark.empty')} />
      ) : (
        <ul className="program-sheets__list">
          {sheets.map((sheet) => (
            <SheetRow
              key={sheet.sheetId}
              sheet={sheet}
              onRemove={canWrite ? () => setAsked(sheet) : undefined}
            />
          ))}
        </ul>
      )}
      {canWrite && <AddSheets program={program} sheets={sheets} onAdded={refresh} />}
      {asked !== undefined && (
        <RemoveDialog
          program={program}
          sheet={asked}
          onClose={() => setAsked(undefined)}
          onRemoved={refresh}
        />
      )}
    </div>
  );
}

interface SheetRowProps {
  readonly sheet: SheetInProgram;
  readonly onRemove: (() => void) | undefined;
}

function SheetRow({ sheet, onRemove }: SheetRowProps) {
  const t = useT();
  const enheter = useProgramCollection('enheter');
  const enhet = enheter.find(({ id }) => id === sheet.enhetId);
  const title = useSheetTitle()(sheet);
  const isKnown = knownKeys(browserStorage, sheet.sheetId).length > 0;
  const facts = [
    enhet === undefined ? undefined : programRowName('enheter', enheter, enhet),
    sheet.edition?.trim() ? t('program.ark.edition', { edition: sheet.edition }) : undefined,
    isKnown ? undefined : t('program.ark.needsLink'),
  ].filter((fact) => fact !== undefined);
  return (
    <li className="program-sheets__row">
      <div className="program-sheets__text">
        {isKnown ? (
          <Link href={`/ark/${sheet.sheetId}`} className="program-sheets__title">
            {title}
          </Link>
        ) : (
          <p className="program-sheets__title">{title}</p>
        )}
        <p className="program-sheets__facts">
          <Tag color={sheet.kind === 'virksomhet' ? 'accent' : 'neutral'}>
            {t(`sheet.kind.${sheet.kind}`)}
          </Tag>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      {onRemove !== undefined && (
        <IconButton
          icon="close"
          size="sm"
          label={t('program.ark.remove', { title })}
          tooltip={t('program.ark.removeShort')}
          aria-haspopup="dialog"
          onClick={onRemove}
        />
      )}
    </li>
  );
}

function useSheetTitle(): (sheet: SheetInProgram) => string {
  const t = useT();
  return ({ title }) => {
    if (title === null) return t('program.ark.unreadable');
    return title.trim() === '' ? t('sheet.untitled') : title;
  };
}

interface RemoveDialogProps {
  readonly program: OpenProgram;
  readonly sheet: SheetInProgram;
  readonly onClose: () => void;
  readonly onRemoved: () => Promise<void>;
}

/** Asked for, since putting the sheet back takes its fasilitator's link. */
function RemoveDialog({ program, sheet, onClose, onRemoved }: RemoveDialogProps) {
  const t = useT();
  const title = useSheetTitle()(sheet);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  async function confirm() {
    setBusy(true);
    const result = await removeSheetFromProgram(program.id, program.accessKey ?? '', sheet.sheetId);
    setBusy(false);
    if (!result.ok) return setFailure(result.failure);
    onClose();
    await onRemoved();
    announce(t('program.ark.removed', { title }));
  }
  return (
    <ConfirmDialog
      title={t('program.ark.removeTitle', { title })}
      confirmLabel={t('program.ark.removeConfirm')}
      isBusy={isBusy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>{t('program.ark.removeText')}</p>
      {failure !== undefined && (
        <Alert kind="danger" isLive>
          {failure.text}
        </Alert>
      )}
    </ConfirmDialog>
  );
}
