/**
 * Whether anything is heard of the others. A network can die without closing a connection; what
 * awareness then shows are people who may have left long ago. While nothing comes from the server,
 * the others are taken from the list, and asked for again at the first thing that comes (CN-29).
 */
import { type Awareness, removeAwarenessStates } from 'y-protocols/awareness';

export interface SilenceOptions {
  readonly awareness: Awareness;
  /** When something last came, in milliseconds since 1970; undefined while there is no connection. */
  readonly heardAt: () => number | undefined;
  /** Asks the server who is here. */
  readonly ask: () => void;
  /** The server lets something be heard a few times in this long wherever there are others. */
  readonly silentMs?: number;
}

const SILENT_MS = 7000;
const LOOKS = 7;

/** Starts to watch; answers how to stop. */
export function watchSilence(options: SilenceOptions): () => void {
  const { awareness, heardAt, ask, silentMs = SILENT_MS } = options;
  let wasSilent = false;
  let isHiding = false;
  const look = () => {
    const at = heardAt();
    if (at === undefined) {
      wasSilent = false;
      isHiding = false;
      return;
    }
    const isSilent = Date.now() - at >= silentMs;
    // Twice in a row: a page that was busy itself may have much to read still.
    if (isSilent && wasSilent) isHiding = hideOthers(awareness) || isHiding;
    wasSilent = isSilent;
    if (!isSilent && isHiding) {
      isHiding = false;
      ask();
    }
  };
  const timer = setInterval(look, silentMs / LOOKS);
  return () => clearInterval(timer);
}

/** False when there were none. */
function hideOthers(awareness: Awareness): boolean {
  const others = [...awareness.getStates().keys()].filter((id) => id !== awareness.clientID);
  removeAwarenessStates(awareness, others, 'silence');
  forgetAbsent(awareness);
  return others.length > 0;
}

/**
 * Forgets how far those have counted who are not here. Otherwise they would not be believed to be
 * back, when the server says so, before they next say something themselves.
 */
export function forgetAbsent(awareness: Awareness): void {
  for (const id of [...awareness.meta.keys()]) {
    if (id !== awareness.clientID && !awareness.getStates().has(id)) awareness.meta.delete(id);
  }
}
