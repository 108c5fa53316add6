/** The whole programme as one page, section by section in reading order. */
import type { OpenProgram } from '../connection/openProgram.ts';
import '../sections/tables/entityTable.css';
import { Aarshjul } from './aarshjul/Aarshjul.tsx';
import { SheetList } from './ark/SheetList.tsx';
import { EnhetTree } from './enheter/EnhetTree.tsx';
import { ProgramHeader } from './header/ProgramHeader.tsx';
import { MaaltallTable } from './maaltall/MaaltallTable.tsx';
import { MilepaelTable } from './milepael/MilepaelTable.tsx';
import './program.css';
import { ProgramSection } from './ProgramSection.tsx';
import { Usikkerheter } from './usikkerhet/Usikkerheter.tsx';

export function ProgramView({ program }: { readonly program: OpenProgram }) {
  return (
    <article className="program">
      <ProgramHeader />
      <ProgramSection section="maaltall">
        <MaaltallTable />
      </ProgramSection>
      <div className="program__pair">
        <ProgramSection section="enheter">
          <EnhetTree />
        </ProgramSection>
        <ProgramSection section="ark">
          <SheetList program={program} />
        </ProgramSection>
      </div>
      <ProgramSection section="usikkerheter">
        <Usikkerheter />
      </ProgramSection>
      <ProgramSection section="milepaeler">
        <MilepaelTable />
      </ProgramSection>
      <ProgramSection section="aktiviteter">
        <Aarshjul />
      </ProgramSection>
    </article>
  );
}
