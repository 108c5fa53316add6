/** The page of a programme's portfolio, live for everyone who looks at it. */
import { useCallback } from 'react';
import type { ProgramId } from '../../shared/ids/ids.ts';
import { parseLink } from '../connection/link.ts';
import { type OpenProgram, openProgram } from '../connection/openProgram.ts';
import { useT } from '../i18n/i18n.ts';
import { DocumentPage } from '../page/DocumentPage.tsx';
import { ProgramSessionProvider } from '../program/session.tsx';
import { useOpenProgram } from '../program/useOpenProgram.ts';
import { PortfolioDesk } from './PortfolioDesk.tsx';

export function PortfolioPage({ programId }: { readonly programId: ProgramId }) {
  const t = useT();
  const open = useCallback(
    (id: ProgramId) => openProgram({ programId: id, linkKey: parseLink(location.href)?.key }),
    [],
  );
  return (
    <DocumentPage
      id={programId}
      open={open}
      show={(program) => <Opened program={program} />}
      loading={t('portefolje.henter')}
      failedTitle={t('portefolje.feilet')}
    />
  );
}

function Opened({ program }: { readonly program: OpenProgram }) {
  const session = useOpenProgram(program);
  if (session === undefined) return null;
  return (
    <ProgramSessionProvider session={session}>
      <PortfolioDesk program={program} />
    </ProgramSessionProvider>
  );
}
