/** The page of a programme's portfolio, live for everyone who looks at it. */
import { type RefObject, useCallback, useRef } from 'react';
import type { ProgramId } from '../../shared/ids/ids.ts';
import { parseLink } from '../connection/link.ts';
import { type OpenProgram, openProgram } from '../connection/openProgram.ts';
import { useT } from '../i18n/i18n.ts';
import { DocumentPage } from '../page/DocumentPage.tsx';
import { ProgramSessionProvider } from '../program/session.tsx';
import { useOpenProgram } from '../program/useOpenProgram.ts';
import { PortfolioDesk } from './PortfolioDesk.tsx';
import { readQuery } from './query.ts';
import { askFirst, type FirstAnswer } from './usePortfolio.ts';

export function PortfolioPage({ programId }: { readonly programId: ProgramId }) {
  const t = useT();
  const first = useRef<FirstAnswer>(undefined);
  const open = useCallback((id: ProgramId) => {
    const program = openProgram({ programId: id, linkKey: parseLink(location.href)?.key });
    first.current = askFirst(program, readQuery(location.search));
    return program;
  }, []);
  return (
    <DocumentPage
      id={programId}
      open={open}
      show={(program) => <Opened program={program} first={first} />}
      loading={t('portefolje.henter')}
      failedTitle={t('portefolje.feilet')}
    />
  );
}

interface OpenedProps {
  readonly program: OpenProgram;
  readonly first: RefObject<FirstAnswer | undefined>;
}

function Opened({ program, first }: OpenedProps) {
  const session = useOpenProgram(program);
  if (session === undefined) return null;
  return (
    <ProgramSessionProvider session={session}>
      <PortfolioDesk program={program} first={first} />
    </ProgramSessionProvider>
  );
}
