/** The relay of a single process: it joins the nodes that share it, and is silent for one. */
import type { SheetId } from '../../../shared/ids/ids.ts';
import type { Relay, RelayMessage, RelaySubscription } from '../port.ts';

type Receive = (message: RelayMessage) => void;

export function createInProcessRelay(): Relay {
  const sheets = new Map<SheetId, Set<Receive>>();
  return {
    subscribe(sheetId, receive): RelaySubscription {
      const members = sheets.get(sheetId) ?? new Set<Receive>();
      sheets.set(sheetId, members.add(receive));
      return {
        publish(message) {
          for (const member of members) {
            if (member !== receive) queueMicrotask(() => member(message));
          }
        },
        leave() {
          members.delete(receive);
          if (members.size === 0 && sheets.get(sheetId) === members) sheets.delete(sheetId);
        },
      };
    },
  };
}
