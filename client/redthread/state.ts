/** What is open of the rød tråd on this screen: the panel, and what is being linked in the kart. */
import { create } from 'zustand';
import type { NodeRef } from '../../shared/redthread/chain.ts';

interface RedThreadState {
  readonly isPanelOpen: boolean;
  /** The card that the gevinstkart goes to when it is shown. */
  readonly target: NodeRef | undefined;
  /** The card whose links are being chosen. */
  readonly linking: NodeRef | undefined;
}

const CLOSED: RedThreadState = { isPanelOpen: false, target: undefined, linking: undefined };

export const useRedThread = create<RedThreadState>(() => CLOSED);

export function setPanelOpen(isPanelOpen: boolean): void {
  useRedThread.setState({ isPanelOpen });
}

/** Begins to choose the links of a card; undefined ends it. */
export function setLinking(linking: NodeRef | undefined): void {
  useRedThread.setState({ linking });
}

/** Says which card the gevinstkart is to go to; undefined when it is there. */
export function setTarget(target: NodeRef | undefined): void {
  useRedThread.setState({ target });
}

/** The next sheet opens without what was open on this one. */
export function closeRedThread(): void {
  useRedThread.setState(CLOSED);
}
