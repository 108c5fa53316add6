import english from '@tldraw/assets/translations/main.json';
import { describe, expect, it, test } from 'vitest';
import { loadTldrawWords } from './tldrawWords.ts';

const ENGLISH: Readonly<Record<string, string>> = english;

/** What is the same word in English, or a name. */
const SAME_IN_BOTH = new Set([
  ...['PNG', 'SVG', 'GitHub', 'Discord', 'Twitter', 'Video', 'Status', 'Oval', 'Ellipse', 'Start'],
  ...['Zoom', 'Hand'],
]);

/** Bokmål that is not nynorsk, whole words. */
const BOKMAAL =
  /(?<!\p{L})(ikke|hva|hvem|hvor|hvordan|fra|jeg|dere|noe|noen|nå|en|et|velg|åpne|åpnes|lenken?|bilde(t|r)?|side(n|r)?(?= på| er)|siden|filen|gjør|hjelpe|større(lse)|størrelse|høyre|bunnen?|hvit|rød|grønn|viser|visning|innstillinger|handlinger|flere|navn|beskjær|advarsel|løs|gruppen|hjerte|stiplet|frakoblet|bekreft|fortsett|tilgjengelighet|innhold(et)?|øverst|nederst|vannrett|speilvend|hverandre|figurer|ut(en)|laget|utgave)(?!\p{L})/iu;

const words = { nb: await wordsOf('nb'), nn: await wordsOf('nn') };

describe.each(['nb', 'nn'] as const)('tldraw in %s', (language) => {
  const table = words[language];

  it('has a text for every key of the English table, and no other', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(ENGLISH).sort());
    expect(Object.entries(table).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('takes the values that the English text takes', () => {
    for (const [key, text] of Object.entries(table)) {
      expect([key, ...valuesIn(text)]).toEqual([key, ...valuesIn(ENGLISH[key])]);
    }
  });

  it('leaves no English', () => {
    const left = Object.entries(table).filter(
      ([key, text]) => text === ENGLISH[key] && !SAME_IN_BOTH.has(text),
    );
    expect(left).toEqual([]);
    const english = /\b(the|and|with|of|to the|copy|select|shape|toggle|note|link|embed|share)\b/i;
    expect(Object.entries(table).filter(([, text]) => english.test(text))).toEqual([]);
  });
});

test('nynorsk has no bokmål', () => {
  expect(Object.entries(words.nn).filter(([, text]) => BOKMAAL.test(text))).toEqual([]);
});

test('bokmål has no nynorsk', () => {
  const nynorsk =
    /(?<!\p{L})(ikkje|frå|kva|kven|berre|vel|opne|lenkj[ea]|bilete|eit|ein|ei|fleire)(?!\p{L})/iu;
  const found = Object.entries(words.nb).filter(([, text]) => nynorsk.test(text));
  expect(found).toEqual([]);
});

test('one thing has one name, here and in the rest of the interface', () => {
  expect(words.nb['tool.note']).toBe('Lapp');
  expect(words.nb['action.undo']).toBe('Angre');
  expect(words.nb['action.redo']).toBe('Gjør om');
  for (const text of Object.values(words.nb)) {
    expect(text).not.toMatch(/\b(horisontalt|vertikalt|link|chat|kansell\p{L}*)\b/iu);
  }
});

test('English is what tldraw brings itself', async () => {
  expect(await loadTldrawWords('en')).toEqual({ locale: 'en', translations: {} });
});

/** What tldraw shows before and after it has looked for a table of its own. */
async function wordsOf(language: 'nb' | 'nn'): Promise<Readonly<Record<string, string>>> {
  const { locale, translations } = await loadTldrawWords(language);
  expect(locale).toBe('no');
  expect(translations['en']).toEqual(translations['no']);
  return translations['no'] ?? {};
}

function valuesIn(text = ''): string[] {
  return (text.match(/\{[^}]+\}/g) ?? []).sort();
}
