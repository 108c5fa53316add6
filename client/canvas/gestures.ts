/**
 * Tells the binding when a gesture begins and ends: from a press to its release, and from an arrow
 * key's going down to its coming up. What happens in between is one write and one step to undo.
 */
import type { Editor, TLEventInfo } from 'tldraw';
import type { CanvasBinding } from './binding/bindCanvas.ts';

type Reason = 'pointer' | 'nudge';

export function watchGestures(
  editor: Editor,
  binding: Pick<CanvasBinding, 'beginGesture' | 'endGesture'>,
): () => void {
  const reasons = new Set<Reason>();
  const begin = (reason: Reason) => {
    if (reasons.size === 0) binding.beginGesture();
    reasons.add(reason);
  };
  const end = (reason: Reason) => {
    if (reasons.delete(reason) && reasons.size === 0) binding.endGesture();
  };
  const onBefore = (info: TLEventInfo) => {
    if (info.type === 'pointer' && info.name === 'pointer_down') begin('pointer');
    if (isNudge(info, 'key_down') && editor.getSelectedShapeIds().length > 0) begin('nudge');
  };
  const onAfter = (info: TLEventInfo) => {
    if (info.type === 'pointer' && info.name === 'pointer_up') end('pointer');
    if (isNudge(info, 'key_up')) end('nudge');
    if (info.type === 'misc' && info.name !== 'tick') endAll();
  };
  /** The release may happen where nobody hears it. */
  const endAll = () => {
    end('pointer');
    end('nudge');
  };
  const onHidden = () => document.visibilityState === 'hidden' && endAll();
  editor.on('before-event', onBefore);
  editor.on('event', onAfter);
  addEventListener('blur', endAll);
  addEventListener('pagehide', endAll);
  addEventListener('pointercancel', endAll);
  document.addEventListener('visibilitychange', onHidden);
  return () => {
    endAll();
    editor.off('before-event', onBefore);
    editor.off('event', onAfter);
    removeEventListener('blur', endAll);
    removeEventListener('pagehide', endAll);
    removeEventListener('pointercancel', endAll);
    document.removeEventListener('visibilitychange', onHidden);
  };
}

function isNudge(info: TLEventInfo, name: 'key_down' | 'key_up'): boolean {
  return info.type === 'keyboard' && info.name === name && info.code.startsWith('Arrow');
}
