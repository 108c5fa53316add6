import { describe, expect, test } from 'vitest';
import { aProgram, seen, twoOn } from '../../tests/world/programs.ts';
import { done, refused } from '../../tests/world/sheets.ts';
import type { EnhetId } from '../ids/ids.ts';
import { placeEnhet } from './commands/enhet.ts';
import { addEntity, removeEntity, restoreEntity } from './commands/program.ts';
import { type EnhetNode, enhetTree, withTrueParents } from './enheter.ts';
import type { Enhet } from './schema/entities.ts';

/** Names with those under them in brackets: `Kommune(Oppvekst(Skole) Helse)`. */
function drawn(nodes: readonly EnhetNode[]): string {
  return nodes
    .map(({ enhet, children }) =>
      children.length === 0 ? enhet.name : `${enhet.name}(${drawn(children)})`,
    )
    .join(' ');
}

function anOrganisation() {
  const doc = aProgram();
  const add = (name: string, parent: EnhetId | null = null) =>
    done(doc, addEntity('enheter', { name, parent }));
  const kommune = add('Kommune');
  const oppvekst = add('Oppvekst', kommune);
  const helse = add('Helse', kommune);
  const skole = add('Skole', oppvekst);
  return { doc, kommune, oppvekst, helse, skole, tree: () => drawn(enhetTree(seen(doc).enheter)) };
}

describe('enheter', () => {
  test('PR-5: stand under each other in their order', () => {
    const { doc, tree, helse, skole, oppvekst } = anOrganisation();
    expect(tree()).toBe('Kommune(Oppvekst(Skole) Helse)');
    done(doc, placeEnhet(skole, helse));
    expect(tree()).toBe('Kommune(Oppvekst Helse(Skole))');
    done(doc, placeEnhet(oppvekst, null, { after: null }));
    expect(tree()).toBe('Oppvekst Kommune(Helse(Skole))');
    expect(enhetTree(seen(doc).enheter)[1]?.children[0]?.children[0]?.depth).toBe(2);
  });

  test('PR-5: stand at the top while what they stood under is gone', () => {
    const { doc, tree, oppvekst } = anOrganisation();
    const row = seen(doc).enheter.find(({ id }) => id === oppvekst) as Enhet;
    done(doc, removeEntity('enheter', oppvekst));
    expect(tree()).toBe('Kommune(Helse) Skole');
    done(doc, restoreEntity('enheter', row));
    expect(tree()).toBe('Kommune(Oppvekst(Skole) Helse)');
  });

  test('PR-6: are refused under themselves', () => {
    const { doc, tree, kommune, oppvekst, skole } = anOrganisation();
    const outcome = { refused: 'illTyped', field: 'parent' };
    expect(refused(doc, placeEnhet(kommune, kommune))).toEqual(outcome);
    expect(refused(doc, placeEnhet(oppvekst, skole, { after: null }))).toEqual(outcome);
    expect(tree()).toBe('Kommune(Oppvekst(Skole) Helse)');
    done(doc, removeEntity('enheter', oppvekst));
    expect(refused(doc, placeEnhet(oppvekst, kommune))).toEqual({ refused: 'gone' });
  });

  test('PR-5: within a ring that two people made apart stand at the top, for both', () => {
    const { doc, oppvekst, helse } = anOrganisation();
    const { alice, bob, meet } = twoOn(doc);
    alice.does(placeEnhet(oppvekst, helse));
    bob.does(placeEnhet(helse, oppvekst));
    meet();
    for (const peer of [alice, bob]) {
      expect(drawn(enhetTree(seen(peer.doc).enheter))).toBe('Kommune Oppvekst(Skole) Helse');
    }
    alice.does(placeEnhet(helse, null));
    meet();
    expect(drawn(enhetTree(seen(bob.doc).enheter))).toBe('Kommune Helse(Oppvekst(Skole))');
  });

  test('PR-5: nested without end have an end', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `enhet-${index}` as EnhetId);
    const chain = ids.map((id, index): Enhet => {
      const parent = ids[index - 1] ?? null;
      return { id, name: id, number: '', ansvarlig: '', parent, order: '' };
    });
    const depthOf = (nodes: readonly EnhetNode[]): number =>
      nodes.reduce((deepest, node) => Math.max(deepest, 1 + depthOf(node.children)), 0);
    expect(depthOf(enhetTree(chain))).toBeLessThan(60);
    expect(withTrueParents(chain).slice(0, 50)).toEqual(chain.slice(0, 50));
  });
});
