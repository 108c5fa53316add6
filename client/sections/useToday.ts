/** Today as `YYYY-MM-DD` in the reader's own time zone; a page left open overnight follows along. */
import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

export function useToday(): string {
  return useSyncExternalStore(everyMinute, today);
}

function today(now: Date = new Date()): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE_MS);
  return () => clearInterval(timer);
}
