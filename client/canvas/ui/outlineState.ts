/** Whether the outline is open: for as long as the page lives. */
import { create } from 'zustand';

const useOutline = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function useOutlineOpen(): boolean {
  return useOutline(({ isOpen }) => isOpen);
}

export function toggleOutline(): void {
  useOutline.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}
