/** All the words of a sheet as a text file: what a person takes along when the server says no. */
import type * as Y from 'yjs';
import { formatNumber } from '../../shared/format/number.ts';
import type { SectionKey } from '../../shared/sheet/schema/vocabulary.ts';
import { proseText } from '../../shared/sheet/snapshot/prose.ts';
import { readSnapshot, type Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { templateFor } from '../../shared/sheet/template/template.ts';
import { saveFile } from '../api/saveFile.ts';
import { t } from '../i18n/i18n.ts';

/** Saves the text as a file on the person's device. */
export function downloadText(doc: Y.Doc): void {
  const { snapshot } = readSnapshot(doc);
  saveFile(new Blob([sheetText(snapshot)], { type: 'text/plain' }), snapshot.sheet.title, 'txt');
}

/** The sheet as plain text, section by section. */
export function sheetText(snapshot: Snapshot): string {
  const { sheet } = snapshot;
  const head = [sheet.title, sheet.date, sheet.edition, sheet.owner, sheet.mentor];
  const sections = templateFor(sheet.kind, { hasRotaarsaker: true }).map(({ key }) =>
    [t(`section.${sheet.kind}.${key}.label`).toUpperCase(), ...sectionLines(snapshot, key)].join(
      '\n',
    ),
  );
  const notes = snapshot.lapper.map((lapp) => `- ${lapp.text}`);
  return [head.filter(Boolean).join(' · '), ...sections, ...notes].join('\n\n');
}

function sectionLines(snapshot: Snapshot, key: SectionKey): readonly string[] {
  const prose = key === 'tiltak' ? '' : proseText(snapshot.sections[key]);
  const rows = rowLines(snapshot, key);
  return [...(prose === '' ? [] : [prose]), ...rows];
}

function rowLines(snapshot: Snapshot, key: SectionKey): readonly string[] {
  switch (key) {
    case 'rotaarsaker':
      return snapshot.rotaarsaker.map(({ title, points }) => `- ${title}\n${points}`);
    case 'tiltak':
      return [
        ...snapshot.tiltak.map(
          ({ title, description, ansvar, frist }) =>
            `- ${[title, description, ansvar, frist].filter(Boolean).join(' · ')}`,
        ),
        ...snapshot.gevinster.map(
          ({ title, eier }) =>
            `- ${t('gevinst.title')}: ${[title, eier].filter(Boolean).join(' · ')}`,
        ),
      ];
    case 'maaling':
      return snapshot.maalinger.map(({ name, unit, start, target }) => {
        const values = [start.value, target.value].map((value) =>
          value === null ? '' : formatNumber(value),
        );
        return `- ${[name, unit, ...values].filter(Boolean).join(' · ')}`;
      });
    default:
      return [];
  }
}
