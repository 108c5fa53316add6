/** The day in Norway, `YYYY-MM-DD`, wherever the program runs. `now` is in milliseconds since 1970. */
export function dayInNorway(now: number): string {
  return DAY.format(now);
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });
