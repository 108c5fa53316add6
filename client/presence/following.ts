/** Whom this person follows on the board: their view becomes this person's, until either stops. */
import { create } from 'zustand';

interface Following {
  readonly personId: string | undefined;
  /** Who can be followed now: the others on the board, for as long as one is there oneself. */
  readonly followable: readonly string[];
}

export const useFollowing = create<Following>(() => ({ personId: undefined, followable: [] }));

/** Begins to follow somebody; undefined ends it. */
export function follow(personId: string | undefined): void {
  useFollowing.setState({ personId });
}

/** Says who can be followed. Following ends with the one who leaves. */
export function setFollowable(followable: readonly string[]): void {
  useFollowing.setState(({ personId }) => ({
    followable,
    personId: personId !== undefined && followable.includes(personId) ? personId : undefined,
  }));
}
