import { describe, expect, it } from 'vitest';
import { attributeFindings, tableFindings, usageFindings } from './keys.ts';

const NB = { 'start.title': 'Nytt A3', 'start.count': '{{count}} ark' };

function source(text: string): { path: string; text: string } {
  return { path: 'client/A.tsx', text };
}

describe('tableFindings', () => {
  it('finds nothing where all languages have the same keys and values', () => {
    const nn = { 'start.count': '{{count}} ark', 'start.title': 'Nytt A3' };
    expect(tableFindings({ nb: NB, nn }, 'nb')).toEqual([]);
  });

  it('finds a key that a language lacks, and one that only it has', () => {
    const nn = { 'start.title': 'Nytt A3', 'start.old': 'Gammalt' };
    expect(tableFindings({ nb: NB, nn }, 'nb')).toEqual([
      'nn lacks «start.count», which nb has',
      'nn has «start.old», which nb lacks',
    ]);
  });

  it('finds a value that a translation forgot', () => {
    const en = { 'start.title': 'New A3', 'start.count': 'Sheets' };
    expect(tableFindings({ nb: NB, en }, 'nb')).toEqual([
      'en «start.count» takes other values than nb does',
    ]);
  });

  it('finds an empty text', () => {
    const en = { ...NB, 'start.title': ' ' };
    expect(tableFindings({ nb: NB, en }, 'nb')).toEqual(['en «start.title» is empty']);
  });
});

describe('usageFindings', () => {
  it('takes a key as used when it is asked for or named anywhere as a string', () => {
    const text = `t('start.title'); const LABEL = { count: 'start.count' };`;
    expect(usageFindings(Object.keys(NB), [source(text)])).toEqual([]);
  });

  it('finds a key that nothing shows', () => {
    expect(usageFindings(Object.keys(NB), [source(`t('start.title')`)])).toEqual([
      '«start.count» is translated, but nothing shows it',
    ]);
  });

  it('finds a key that no table has, and where it is asked for', () => {
    const text = `\nt('start.title'); t('start.count'); t('start.titel')`;
    expect(usageFindings(Object.keys(NB), [source(text)])).toEqual([
      'client/A.tsx:2 asks for «start.titel»: no such key',
    ]);
  });

  it('takes plural forms by the key they are asked for with', () => {
    const keys = ['notes_one', 'notes_other'];
    expect(usageFindings(keys, [source(`t('notes', { count })`)])).toEqual([]);
  });

  it('takes a template string as a use of every key that it can become', () => {
    const keys = ['status.pagar', 'status.stoppet', 'state.x'];
    expect(usageFindings(keys, [source('t(`status.${tiltak.status}`)')])).toEqual([
      '«state.x» is translated, but nothing shows it',
    ]);
  });

  it('does not take a template without a fixed beginning as a use of everything', () => {
    expect(usageFindings(['a.b'], [source('const x = `${a}.${b}`;')])).toHaveLength(1);
  });
});

describe('attributeFindings', () => {
  it('finds words given straight to an attribute that is read or heard', () => {
    const text = `const a = <img alt="Et ark" />;\nconst b = <p title={'Tittel'} />;`;
    expect(attributeFindings(Object.keys(NB), [source(text)])).toEqual([
      'client/A.tsx:1 alt="Et ark" is not translated',
      'client/A.tsx:2 title="Tittel" is not translated',
    ]);
  });

  it('lets empty, wordless, translated and unspoken ones be, and keys that another translates', () => {
    const text = `const a = <img alt="" title="–" aria-label={t('a')} className="Ark" />; <B label="start.title" />`;
    expect(attributeFindings(Object.keys(NB), [source(text)])).toEqual([]);
  });
});
