/**
 * The search for losses finds them: run on servers that lose what they acknowledged. A search that
 * never found anything would say just the same of a good server.
 */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseSeed } from '../contracts/support.ts';
import { type CampaignResult, runCampaign } from './campaign.ts';
import type { Lie } from './lies.ts';
import { MOMENTS } from './moments.ts';
import { temporaryStorage } from './storage.ts';

const LYING_SERVER = join(import.meta.dirname, 'lyingServer.ts');
const seed = chooseSeed();
/** Several starts of a server each; only a broken search takes so long. */
const timeout = 240_000;

async function search(lie: Lie, moment: string, kills: number): Promise<CampaignResult> {
  const storage = temporaryStorage();
  try {
    return await runCampaign({
      seed,
      kills,
      moments: MOMENTS.filter(({ name }) => name === moment),
      storage,
      entry: LYING_SERVER,
      env: { LIE: lie },
    });
  } finally {
    storage.remove();
  }
}

test(`an acknowledgement before the storing is found, though everybody brings all back (seed ${seed})`, {
  timeout,
}, async () => {
  const { lost, missing } = await search(
    'acknowledges before storing',
    'rett etter en kvittering',
    3,
  );
  expect(lost).not.toEqual([]);
  // So it must be looked for before anybody comes back.
  expect(missing).toEqual([]);
});

test(`an update that is dropped now and then is found (seed ${seed})`, { timeout }, async () => {
  const { lost } = await search('drops an update now and then', 'midt i redigeringen', 4);
  expect(lost).not.toEqual([]);
});

test(`words that a compaction forgets are found (seed ${seed})`, { timeout }, async () => {
  const { lost } = await search('forgets words when it compacts', 'under komprimering', 6);
  expect(lost.map(({ what }) => what).join('\n')).toContain('word sheet/title');
});

test(`a sheet that was answered for and is not there is found (seed ${seed})`, {
  timeout,
}, async () => {
  const { lost } = await search('answers before the sheet is stored', 'mens ark opprettes', 3);
  expect(lost.map(({ what }) => what).join('\n')).toContain('cannot be read');
});
