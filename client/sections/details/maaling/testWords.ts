/** Bokmål for tests: texts with their values filled in, without the page that i18next needs. */

import type { Translate } from '../../../i18n/i18n.ts';
import { lateNb } from '../../../i18n/late/nb.ts';
import { nb } from '../../../i18n/nb.ts';

const TEXTS: Readonly<Record<string, string>> = { ...nb, ...lateNb };

export const tNb: Translate = (key, ...[values]) => {
  const given: Readonly<Record<string, string | number>> = values ?? {};
  const form = given['count'] === 1 ? 'one' : 'other';
  const text = TEXTS[key] ?? TEXTS[`${key}_${form}`];
  if (text === undefined) throw new Error(`No text ${key}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(given[name]));
};
