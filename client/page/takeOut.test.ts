import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { EXAMPLES } from '../../shared/sheet/examples/examples.ts';
import { chooseLanguage, startI18n } from '../i18n/i18n.ts';
import { sheetText } from './takeOut.ts';

describe('sheetText', () => {
  it('holds every word that somebody wrote, under the section it belongs to', async () => {
    vi.stubGlobal('document', { documentElement: { lang: '' } });
    onTestFinished(() => void vi.unstubAllGlobals());
    await startI18n();
    await chooseLanguage('nb');
    const snapshot = EXAMPLES.avtalelojalitet();
    const text = sheetText(snapshot);
    expect(text.startsWith(snapshot.sheet.title)).toBe(true);
    const words = [
      ...snapshot.tiltak.flatMap(({ title, description, ansvar }) => [title, description, ansvar]),
      ...snapshot.rotaarsaker.flatMap(({ title, points }) => [title, points]),
      ...snapshot.gevinster.flatMap(({ title, eier }) => [title, eier]),
      ...snapshot.maalinger.flatMap(({ name, unit }) => [name, unit]),
      ...snapshot.lapper.map((lapp) => lapp.text),
    ];
    for (const word of words) expect(text).toContain(word);
    expect(text).toMatch(/85,29\s%/);
    expect(text).toContain('32,78');
    expect(text.indexOf('BEGRUNNELSE')).toBeLessThan(text.indexOf('ROTÅRSAKENE'));
  });
});
