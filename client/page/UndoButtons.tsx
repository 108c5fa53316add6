/** Undo and redo of the open document, of whatever kind. */
import { useT } from '../i18n/i18n.ts';
import { useOpenDocument, useUndoState } from '../sheet/documentSession.tsx';
import { IconButton } from '../ui/IconButton.tsx';

export function UndoButtons() {
  const t = useT();
  const { undo } = useOpenDocument();
  const { canUndo, canRedo } = useUndoState();
  return (
    <div className="top-bar__group">
      <IconButton
        icon="undo"
        label={t('undo.undo')}
        shortcut="Ctrl+Z"
        aria-disabled={!canUndo}
        onClick={() => undo.undo()}
      />
      <IconButton
        icon="redo"
        label={t('undo.redo')}
        shortcut="Ctrl+Shift+Z"
        aria-disabled={!canRedo}
        onClick={() => undo.redo()}
      />
    </div>
  );
}
