/**
 * The voice of the page: short texts that a screen reader says without the focus moving.
 *
 * A modal dialog makes everything outside it inert, live regions too. So each dialog holds an
 * announcer of its own, and what is said goes to the one that was mounted last. What a dialog is
 * given to say as it closes is said by what it leaves behind.
 */
import { useLayoutEffect, useRef, useState } from 'react';

interface Announcement {
  readonly id: number;
  readonly text: string;
  readonly isUrgent: boolean;
}

type Listener = (announcement: Announcement) => void;

/** How long a text stays in the page; long after it was said, short enough not to be found. */
const KEEP_MS = 10_000;

const announcers: Listener[] = [];
let lastId = 0;

/** Says a text when the screen reader comes to rest, or at once when it is urgent. */
export function announce(text: string, { isUrgent = false } = {}): void {
  lastId += 1;
  announcers.at(-1)?.({ id: lastId, text, isUrgent });
}

export function Announcer() {
  const [said, setSaid] = useState<readonly Announcement[]>([]);
  /** Given to this announcer, and not in the page yet. */
  const unsaid = useRef<readonly Announcement[]>([]);

  useLayoutEffect(() => {
    const lastSaid = said.at(-1)?.id ?? 0;
    unsaid.current = unsaid.current.filter(({ id }) => id > lastSaid);
  }, [said]);

  // Before the next frame, so that nothing is said to a dialog that has just been closed.
  useLayoutEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const listen: Listener = (announcement) => {
      unsaid.current = [...unsaid.current, announcement];
      setSaid((before) => [...before, announcement]);
      const timer = setTimeout(() => {
        timers.delete(timer);
        setSaid((before) => before.filter(({ id }) => id !== announcement.id));
      }, KEEP_MS);
      timers.add(timer);
    };
    announcers.push(listen);
    return () => {
      announcers.splice(announcers.indexOf(listen), 1);
      for (const timer of timers) clearTimeout(timer);
      for (const announcement of unsaid.current) announcers.at(-1)?.(announcement);
      unsaid.current = [];
    };
  }, []);

  return (
    <>
      <Region said={said.filter(({ isUrgent }) => !isUrgent)} live="polite" />
      <Region said={said.filter(({ isUrgent }) => isUrgent)} live="assertive" />
    </>
  );
}

interface RegionProps {
  readonly said: readonly Announcement[];
  readonly live: 'polite' | 'assertive';
}

/** Each text is an element of its own, so that the same text twice is said twice. */
function Region({ said, live }: RegionProps) {
  return (
    <div className="ds-sr-only" aria-live={live} aria-relevant="additions" data-announcer={live}>
      {said.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
