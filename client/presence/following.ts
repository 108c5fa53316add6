/** Whom this person follows on the board: their view becomes this person's, until either stops. */
import { create } from 'zustand';

interface Following {
  readonly personId: string | undefined;
}

export const useFollowed = create<Following>(() => ({ personId: undefined }));

export function follow(personId: string | undefined): void {
  useFollowed.setState({ personId });
}
