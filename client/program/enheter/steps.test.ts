import { describe, expect, it } from 'vitest';
import type { EnhetId } from '../../../shared/ids/ids.ts';
import { placeEnhet } from '../../../shared/program/commands/enhet.ts';
import { addEntity } from '../../../shared/program/commands/program.ts';
import { type EnhetNode, enhetTree } from '../../../shared/program/enheter.ts';
import { aProgram, seen } from '../../../tests/world/programs.ts';
import { done } from '../../../tests/world/sheets.ts';
import { landingPlace, type Step, stepTo } from './steps.ts';

/** Kommune(Oppvekst(Skole, Barnehage), Helse). */
function aTree() {
  const doc = aProgram();
  const ids = new Map<string, EnhetId>();
  const add = (name: string, parent = '') =>
    ids.set(name, done(doc, addEntity('enheter', { name, parent: ids.get(parent) ?? null })));
  add('Kommune');
  add('Oppvekst', 'Kommune');
  add('Skole', 'Oppvekst');
  add('Barnehage', 'Oppvekst');
  add('Helse', 'Kommune');
  const rows = () => seen(doc).enheter;
  const idOf = (name: string) => ids.get(name) as EnhetId;
  const shown = (nodes: readonly EnhetNode[]): string =>
    nodes
      .map(({ enhet, children }) =>
        children.length === 0 ? enhet.name : `${enhet.name}(${shown(children)})`,
      )
      .join(', ');
  const put = (name: string, place: ReturnType<typeof stepTo>): string => {
    if (place === undefined) return 'no such step';
    done(doc, placeEnhet(idOf(name), place.parent, { after: place.after }));
    return shown(enhetTree(rows()));
  };
  return {
    step: (name: string, step: Step) => put(name, stepTo(rows(), idOf(name), step)),
    drop: (name: string, side: 'before' | 'after', on: string) =>
      put(name, landingPlace(rows(), idOf(name), { id: idOf(on), side })),
  };
}

describe('a step in the tree', () => {
  it('goes up and down among its own', () => {
    const tree = aTree();
    expect(tree.step('Helse', 'up')).toBe('Kommune(Helse, Oppvekst(Skole, Barnehage))');
    expect(tree.step('Helse', 'up')).toBe('no such step');
    expect(tree.step('Helse', 'down')).toBe('Kommune(Oppvekst(Skole, Barnehage), Helse)');
    expect(tree.step('Barnehage', 'down')).toBe('no such step');
  });

  it('goes in under the one before, last of its own, and out again right after it', () => {
    const tree = aTree();
    expect(tree.step('Helse', 'in')).toBe('Kommune(Oppvekst(Skole, Barnehage, Helse))');
    expect(tree.step('Helse', 'out')).toBe('Kommune(Oppvekst(Skole, Barnehage), Helse)');
    expect(tree.step('Oppvekst', 'in')).toBe('no such step');
    expect(tree.step('Oppvekst', 'out')).toBe('Kommune(Helse), Oppvekst(Skole, Barnehage)');
    expect(tree.step('Oppvekst', 'out')).toBe('no such step');
  });
});

describe('a drop', () => {
  it('comes before a row, after it, or first under it where it has its own', () => {
    const tree = aTree();
    expect(tree.drop('Helse', 'before', 'Barnehage')).toBe(
      'Kommune(Oppvekst(Skole, Helse, Barnehage))',
    );
    expect(tree.drop('Helse', 'after', 'Oppvekst')).toBe(
      'Kommune(Oppvekst(Helse, Skole, Barnehage))',
    );
    expect(tree.drop('Helse', 'before', 'Oppvekst')).toBe(
      'Kommune(Helse, Oppvekst(Skole, Barnehage))',
    );
    expect(tree.drop('Helse', 'after', 'Helse')).toBe('no such step');
  });
});
