import { describe, expect, test } from 'vitest';
import { aHostileProgram } from '../../../tests/world/hostile.ts';
import { aWriter, seeded } from '../../../tests/world/sheets.ts';
import { run } from '../../document/commands/command.ts';
import { placeEnhet } from '../commands/enhet.ts';
import { addEntity, setHeaderText, setLabel } from '../commands/program.ts';
import { addUsikkerhet } from '../commands/usikkerhet.ts';
import { parseProgram, readProgram } from './snapshot.ts';

/** Many documents, some nested thousands deep: a busy machine may need its time. */
const PATIENCE = { timeout: 60_000 };

describe('documents that are valid Yjs and no programme', PATIENCE, () => {
  test('PR-3: read as a snapshot all the same, and can be written in', () => {
    let problemCount = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      const doc = aHostileProgram(seeded(seed));
      const { snapshot, problems } = readProgram(doc);
      expect(parseProgram(snapshot), `seed ${seed}`).toEqual({ snapshot });
      problemCount += problems.length;
      const [first] = snapshot.enheter;
      const writes = [
        addUsikkerhet({ slag: 'mulighet' }),
        addEntity('enheter', { name: 'Ny' }, { after: null }),
        setHeaderText('name', 'Nytt navn'),
        setLabel('k2', 'Vår'),
      ];
      for (const write of writes) run(doc, write, aWriter(seed));
      if (first !== undefined) run(doc, placeEnhet(first.id, null, {}), aWriter(seed));
      const after = readProgram(doc).snapshot;
      expect(after.program.name, `seed ${seed}`).toBe('Nytt navn');
      expect(after.enheter[0]?.name, `seed ${seed}`).toBe('Ny');
    }
    expect(problemCount).toBeGreaterThan(50);
  });
});
