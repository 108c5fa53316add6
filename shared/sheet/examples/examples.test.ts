/** The examples: whole, well-typed, tied together, in the editor's own shapes, without people. */
import { getSchema } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { BulletList } from '@tiptap/extension-bullet-list';
import { Document } from '@tiptap/extension-document';
import { Heading } from '@tiptap/extension-heading';
import { ListItem } from '@tiptap/extension-list-item';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table } from '@tiptap/extension-table';
import { TableCell } from '@tiptap/extension-table-cell';
import { TableHeader } from '@tiptap/extension-table-header';
import { TableRow } from '@tiptap/extension-table-row';
import { Text } from '@tiptap/extension-text';
import { describe, expect, it } from 'vitest';
import { initProseMirrorDoc } from 'y-prosemirror';
import * as Y from 'yjs';
import { run, type Writer } from '../../document/commands/command.ts';
import type { RandomBytes, SheetId, TiltakId } from '../../ids/ids.ts';
import type { Gevinst } from '../schema/entities.ts';
import { proseOf } from '../schema/roots.ts';
import { CALCULATION_FACTORS, PROSE_SECTIONS, SECTION_KEYS } from '../schema/vocabulary.ts';
import { proseText } from '../snapshot/prose.ts';
import { parseSnapshot, readSnapshot, type Snapshot } from '../snapshot/snapshot.ts';
import { createExample, EXAMPLE_NAMES, EXAMPLES } from './examples.ts';

const zeros: RandomBytes = (count) => new Uint8Array(count);
const writer: Writer = { origin: { kind: 'test', undoable: false }, random: zeros };

/** Surnames that the sources mention. A role may stand in an example, a person may not. */
const SURNAMES = [
  'Ardon',
  'Aksnes',
  'Veisetaune',
  'Erle',
  'Aas',
  'Nøst',
  'Heistad',
  'Lindblom',
  'Halvorsen',
  'Ness',
  'Wekre',
  'Jakobsen',
  'Wanderås',
  'Heimburg',
  'Haaland',
  'Svendsen',
  'Dørum',
];

/** The estimate a year that the factors give, by the formulas of the method. */
function yearlyEstimate({ calculation }: Gevinst): number {
  const factor = (name: string): number => {
    const value = calculation.factors[name];
    if (value === undefined) throw new RangeError(`No factor ${name}`);
    return value;
  };
  switch (calculation.kind) {
    case 'faerre_oppgaver':
      return factor('kostnadPerOppgave') * factor('unngaatteOppgaver');
    case 'mindre_forbruk':
      return factor('forbruk') * factor('reduksjon') * factor('pris');
    case 'reforhandling':
      return (factor('dagensPris') - factor('nyPris')) * factor('volum');
    case 'spart_tid':
      return (factor('antall') * (factor('minutterFor') - factor('minutterEtter'))) / 60;
    case null:
      throw new RangeError('No calculator');
  }
}

function idsIn(snapshot: Snapshot): string[] {
  const { rotaarsaker, tiltak, gevinster, maalinger, lapper, comments } = snapshot;
  return [rotaarsaker, tiltak, gevinster, maalinger, lapper, comments].flat().map(({ id }) => id);
}

describe.each(EXAMPLE_NAMES)('the example %s', (name) => {
  const example = EXAMPLES[name]();

  it('is a snapshot without faults', () => {
    expect(parseSnapshot(JSON.parse(JSON.stringify(example)))).toEqual({ snapshot: example });
  });

  it('makes a document that reads as the example, without problems', () => {
    const doc = new Y.Doc();
    expect(run(doc, createExample(name), writer)).toMatchObject({ ok: true });
    expect(readSnapshot(doc)).toEqual({ snapshot: example, problems: [] });
  });

  it('has every id once', () => {
    expect(idsIn(example)).toEqual([...new Set(idsIn(example))]);
  });

  it('links only to what is there', () => {
    const present = new Set(idsIn(example));
    const links = [
      ...example.tiltak.flatMap((tiltak) => tiltak.rotaarsaker),
      ...example.gevinster.flatMap((gevinst) => gevinst.tiltak),
      ...example.maalinger.flatMap((maaling) => maaling.gevinster),
      ...example.comments.flatMap(({ target }) => (target.type === 'section' ? [] : [target.id])),
    ];
    expect(links.filter((id) => !present.has(id))).toEqual([]);
    const sections = example.comments.filter(({ target }) => target.type === 'section');
    for (const { target } of sections) expect(SECTION_KEYS).toContain(target.id);
  });

  it('names roles and no person', () => {
    const words = new Set(JSON.stringify(example).match(/\p{L}+/gu));
    expect(SURNAMES.filter((surname) => words.has(surname))).toEqual([]);
  });

  it('gives every tiltak ansvar and frist, every gevinst an eier', () => {
    for (const { ansvar, frist } of example.tiltak) {
      expect(ansvar).not.toBe('');
      expect(frist).not.toBeNull();
    }
    for (const { eier } of example.gevinster) expect(eier).not.toBe('');
  });

  it('cuts no budget that nobody has decided to cut', () => {
    expect(example.gevinster.map(({ budsjettvirkning }) => budsjettvirkning)).toEqual(
      example.gevinster.map(() => ({})),
    );
  });

  it('keeps factors that give the estimate, and says that they are assumed', () => {
    for (const gevinst of example.gevinster.filter(({ calculation }) => calculation.kind)) {
      const { kind, factors, assumptions } = gevinst.calculation;
      expect(Object.keys(factors).sort()).toEqual(
        [...(kind === null ? [] : CALCULATION_FACTORS[kind])].sort(),
      );
      const years = Object.values(gevinst.estimate);
      expect(years).toEqual(years.map(() => yearlyEstimate(gevinst)));
      expect(years.length).toBeGreaterThan(0);
      expect(assumptions).toMatch(/^Eksempel: antatt/);
    }
  });

  it('is short enough for one page', () => {
    for (const section of PROSE_SECTIONS) {
      const words = proseText(example.sections[section]).split(/\s+/).length;
      expect(words, section).toBeLessThanOrEqual(120);
    }
    // The report's list is as long as it is.
    expect(example.tiltak.length).toBeLessThanOrEqual(name === 'advansia' ? 18 : 7);
  });

  it('has prose that the editor opens as it is', () => {
    const doc = new Y.Doc();
    run(doc, createExample(name), writer);
    const before = Y.encodeStateAsUpdate(doc);
    for (const section of PROSE_SECTIONS) {
      const fragment = proseOf(doc, section);
      if (fragment.length === 0) continue;
      const { doc: opened } = initProseMirrorDoc(fragment, EDITOR_SCHEMA);
      expect(() => opened.check()).not.toThrow();
      expect(withoutEmptyAttributes(opened.toJSON().content)).toEqual(example.sections[section]);
    }
    // An editor that meets what it does not know deletes it from the document.
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});

const EDITOR_SCHEMA = getSchema([
  Document,
  Paragraph,
  Text,
  Bold,
  Heading,
  BulletList,
  ListItem,
  Table,
  TableRow,
  TableCell,
  TableHeader,
]);

/** Attributes that have no value are not stored. */
function withoutEmptyAttributes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, inner) => inner ?? undefined));
}

describe('createExample', () => {
  it('takes a title and the tiltak that the sheet digs into', () => {
    const doc = new Y.Doc();
    const parent = {
      sheetId: 'ark-levanger' as SheetId,
      tiltakId: 'tiltak-avtalelojalitet' as TiltakId,
    };
    run(doc, createExample('avtalelojalitet', { title: 'Vårt dypdykk', parent }), writer);
    const { sheet, tiltak } = readSnapshot(doc).snapshot;
    expect(sheet).toMatchObject({ kind: 'dypdykk', title: 'Vårt dypdykk', parent });
    expect(tiltak).toHaveLength(EXAMPLES.avtalelojalitet().tiltak.length);
  });

  it('refuses a document that has something in it', () => {
    const doc = new Y.Doc();
    run(doc, createExample('levanger'), writer);
    const before = readSnapshot(doc);
    expect(run(doc, createExample('avtalelojalitet'), writer)).toEqual({
      ok: false,
      refusal: { refused: 'taken' },
    });
    expect(readSnapshot(doc)).toEqual(before);
  });

  it('gives each caller a sheet of its own', () => {
    expect(EXAMPLES.avtalelojalitet()).not.toBe(EXAMPLES.avtalelojalitet());
  });
});
