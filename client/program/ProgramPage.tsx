/** The page of one gevinstrealiseringsprogram, open and live for everyone in it. */
import type { ProgramId } from '../../shared/ids/ids.ts';
import { parseLink } from '../connection/link.ts';
import { type OpenProgram, openProgram } from '../connection/openProgram.ts';
import { useT } from '../i18n/i18n.ts';
import { DocumentPage } from '../page/DocumentPage.tsx';
import { PresenceProvider } from '../presence/context.tsx';
import { ProgramDesk } from './ProgramDesk.tsx';
import { ProgramSessionProvider } from './session.tsx';
import { useOpenProgram } from './useOpenProgram.ts';

export function ProgramPage({ programId }: { readonly programId: ProgramId }) {
  const t = useT();
  return (
    <DocumentPage
      id={programId}
      open={openFromAddress}
      show={(program) => <Opened program={program} />}
      loading={t('program.loading')}
      failedTitle={t('program.failed')}
    />
  );
}

function openFromAddress(programId: ProgramId): OpenProgram {
  return openProgram({ programId, linkKey: parseLink(location.href)?.key });
}

function Opened({ program }: { readonly program: OpenProgram }) {
  const session = useOpenProgram(program);
  if (session === undefined) return null;
  return (
    <ProgramSessionProvider session={session}>
      <PresenceProvider>
        <ProgramDesk program={program} />
      </PresenceProvider>
    </ProgramSessionProvider>
  );
}
