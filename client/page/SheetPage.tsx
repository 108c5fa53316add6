/** The page of one sheet. */
import type { SheetId } from '../../shared/ids/ids.ts';
import { useT } from '../i18n/i18n.ts';
import { DocumentPage } from './DocumentPage.tsx';
import { openOrTake } from './opening.ts';
import { SheetDesk } from './SheetDesk.tsx';

export function SheetPage({ sheetId }: { readonly sheetId: SheetId }) {
  const t = useT();
  return (
    <DocumentPage
      id={sheetId}
      open={openOrTake}
      show={(sheet) => <SheetDesk sheet={sheet} />}
      loading={t('sheet.loading')}
      failedTitle={t('failed.title')}
    />
  );
}
