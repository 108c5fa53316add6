/**
 * Others on the board, out of everybody's awareness states: where their pointer is, what they have
 * selected, and what they see. What does not fit is passed over; names and colours are made here.
 */
import type { Awareness } from 'y-protocols/awareness';
import * as z from 'zod/mini';
import { oncePerState } from '../../presence/oncePerState.ts';
import { colorOf } from '../../presence/palette.ts';
import { cleanName } from '../../presence/person.ts';

/** The key of one's own awareness state that the board speaks through. */
export const BOARD = 'board';
/** More than a hand can select; what is sent is cut to it. */
export const MOST_SELECTED = 60;

const number = z.number();
const boardSchema = z.object({
  /** Page units; null when the pointer is not on the board. */
  pointer: z.nullable(z.tuple([number, number])),
  /** Ids of tldraw's shapes. */
  selected: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(MOST_SELECTED)),
  /** x, y, width and height of what the person sees, in page units. */
  view: z.tuple([number, number, number, number]),
});
export type BoardState = z.infer<typeof boardSchema>;

const stateSchema = z.object({
  user: z.object({ name: z.string(), personId: z.string() }),
  isActive: z.boolean(),
  [BOARD]: boardSchema,
});

const readState = oncePerState((state) => stateSchema.safeParse(state));

export interface Peer extends BoardState {
  readonly clientId: number;
  readonly personId: string;
  readonly name: string;
  readonly color: string;
}

/** The others who are on the board now, without those who have gone idle. */
export function peersOf(awareness: Awareness): readonly Peer[] {
  const peers: Peer[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID) continue;
    const peer = peerOf(clientId, state);
    if (peer !== undefined) peers.push(peer);
  }
  return peers;
}

export function peerOf(clientId: number, state: unknown): Peer | undefined {
  const parsed = readState(state);
  if (!parsed.success || !parsed.data.isActive) return undefined;
  const { user, board } = parsed.data;
  if (![...(board.pointer ?? []), ...board.view].every(Number.isFinite)) return undefined;
  return {
    clientId,
    personId: user.personId,
    name: cleanName(user.name) || '?',
    color: colorOf(user.personId),
    ...board,
  };
}
