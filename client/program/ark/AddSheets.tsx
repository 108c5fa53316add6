/** The ways to more sheets in the programme: a new one of either kind, or one that there is. */
import { useState } from 'react';
import type { SheetInProgram } from '../../api/programs.ts';
import type { NewSheet } from '../../api/sheets.ts';
import type { OpenProgram } from '../../connection/openProgram.ts';
import { useT } from '../../i18n/i18n.ts';
import { CreateDialog } from '../../start/CreateDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { ExistingSheetDialog } from './ExistingSheetDialog.tsx';

interface AddSheetsProps {
  readonly program: OpenProgram;
  readonly sheets: readonly SheetInProgram[];
  readonly onAdded: () => Promise<void>;
}

export function AddSheets({ program, sheets, onAdded }: AddSheetsProps) {
  const t = useT();
  const [draft, setDraft] = useState<NewSheet>();
  const [isAdding, setAdding] = useState(false);
  const begin = (kind: 'virksomhet' | 'dypdykk') => () =>
    setDraft({
      kind,
      title: '',
      program: { programId: program.id, programKey: program.accessKey ?? '' },
    });
  return (
    <div className="program-sheets__add">
      <Menu
        label={t('program.ark.new')}
        icon="plus"
        variant="secondary"
        size="sm"
        items={(['virksomhet', 'dypdykk'] as const).map((kind) => ({
          label: t(`sheet.kind.${kind}`),
          onSelect: begin(kind),
        }))}
      />
      <Button
        variant="tertiary"
        size="sm"
        icon="link"
        aria-haspopup="dialog"
        onClick={() => setAdding(true)}
      >
        {t('program.ark.existing')}
      </Button>
      {draft !== undefined && <CreateDialog sheet={draft} onClose={() => setDraft(undefined)} />}
      {isAdding && (
        <ExistingSheetDialog
          program={program}
          sheets={sheets}
          onClose={() => setAdding(false)}
          onAdded={onAdded}
        />
      )}
    </div>
  );
}
