/** All the words of a programme as a text file: what a person takes along when the server says no. */
import type * as Y from 'yjs';
import { formatDate } from '../../shared/format/date.ts';
import { formatNumber } from '../../shared/format/number.ts';
import { type ProgramSnapshot, readProgram } from '../../shared/program/snapshot/snapshot.ts';
import { saveFile } from '../api/saveFile.ts';
import { t } from '../i18n/i18n.ts';

/** Saves the text as a file on the person's device. */
export function downloadProgramText(doc: Y.Doc): void {
  const { snapshot } = readProgram(doc);
  const text = new Blob([programText(snapshot)], { type: 'text/plain' });
  saveFile(text, snapshot.program.name, 'txt');
}

/** The programme as plain text, section by section. */
function programText(snapshot: ProgramSnapshot): string {
  const { name, periodFrom, periodTo, description } = snapshot.program;
  const period = [periodFrom, periodTo].filter((year) => year !== null).join('–');
  const sections = [
    section(
      t('program.section.maaltall'),
      snapshot.maaltall.map(({ name, unit, target, series }) => [
        name,
        number(target.value),
        unit,
        day(target.date),
        ...series.map(({ date, value, comment }) => words([day(date), number(value), comment])),
      ]),
    ),
    section(
      t('program.section.enheter'),
      snapshot.enheter.map(({ number: code, name, ansvarlig }) => [code, name, ansvarlig]),
    ),
    section(
      t('program.section.usikkerheter'),
      snapshot.usikkerheter.map((row) => [
        row.code,
        row.description,
        row.tiltak,
        row.ansvarlig,
        number(row.sannsynlighet),
        number(row.konsekvens),
      ]),
    ),
    section(
      t('program.section.milepaeler'),
      snapshot.milepaeler.map(({ title, criterion, ansvarlig, date }) => [
        title,
        criterion,
        ansvarlig,
        day(date),
      ]),
    ),
    section(
      t('program.section.aktiviteter'),
      snapshot.aktiviteter.map(({ quarter, title, ansvarlig }) => [
        t(`program.kvartal.${quarter}`),
        title,
        ansvarlig,
      ]),
    ),
  ];
  return [words([name, period]), description, ...sections].filter(Boolean).join('\n\n');
}

function section(heading: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return [heading.toUpperCase(), ...rows.map((row) => `- ${words(row)}`)].join('\n');
}

function words(parts: readonly (string | number)[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function number(value: number | null): string {
  return value === null ? '' : formatNumber(value);
}

function day(date: string | null): string {
  return date === null ? '' : formatDate(date);
}
