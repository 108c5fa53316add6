/**
 * The durability test: kills the real server again and again, and ends with an error when a single
 * acknowledged edit is gone.
 *
 *     node tests/crash/run.ts [--kills 100] [--seed 7] [--moment «midt i redigeringen»]
 *
 * One kill in eight is on a small disk of its own that runs full, where one can be mounted. The
 * seed decides what is done and how long it goes on; the machine decides how far it then is.
 */
import { parseArgs } from 'node:util';
import { chooseSeed } from '../contracts/support.ts';
import { type CampaignResult, runCampaign } from './campaign.ts';
import { MOMENTS, type Moment } from './moments.ts';
import { type Storage, smallDiskStorage, temporaryStorage } from './storage.ts';

const SMALL_DISK_SHARE = 8;
const SHOWN_FINDINGS = 20;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string' },
    moment: { type: 'string' },
  },
});
const kills = Number(values.kills);
const seed = values.seed === undefined ? chooseSeed() : Number(values.seed);
if (!(Number.isInteger(kills) && kills > 0 && Number.isInteger(seed) && seed > 0)) {
  throw new RangeError('--kills and --seed take whole numbers above zero.');
}
const chosen = MOMENTS.filter(({ name }) => values.moment === undefined || name === values.moment);
if (chosen.length === 0) {
  throw new RangeError(`--moment takes one of: ${MOMENTS.map(({ name }) => name).join(', ')}.`);
}

console.log(`Krasjtest: ${kills} drap, frø ${seed}.`);
const isSound = await runAll();
process.exit(isSound ? 0 : 1);

async function runAll(): Promise<boolean> {
  const anywhere = chosen.filter(({ needsSmallDisk }) => needsSmallDisk !== true);
  const onSmallDisk = chosen.filter(({ needsSmallDisk }) => needsSmallDisk === true);
  const small = onSmallDisk.length > 0 ? smallDiskStorage() : undefined;
  if (small === undefined && onSmallDisk.length > 0) {
    console.log('Kan ikke montere en liten disk her: full disk er ikke prøvd.');
  }
  const share = anywhere.length === 0 ? 1 : 1 / SMALL_DISK_SHARE;
  const smallKills = small === undefined ? 0 : Math.max(1, Math.floor(kills * share));
  const isSound =
    anywhere.length === 0 || (await run(kills - smallKills, anywhere, temporaryStorage()));
  if (small === undefined) return isSound && anywhere.length > 0;
  return (await run(smallKills, onSmallDisk, small)) && isSound;
}

async function run(count: number, moments: readonly Moment[], storage: Storage): Promise<boolean> {
  if (count === 0) return true;
  const result = await runCampaign({
    seed,
    kills: count,
    moments,
    storage,
    progress: (kill, { name }) => {
      if (kill % 10 === 0 || kill === count) console.log(`  ${kill} av ${count} (${name})`);
    },
  });
  report(result);
  const isSound =
    result.lost.length === 0 && result.missing.length === 0 && result.faults.length === 0;
  if (isSound) storage.remove();
  else console.log(`Tjenerens data ligger igjen i ${storage.dataDir}. Frø: ${seed}.`);
  return isSound;
}

function report(result: CampaignResult): void {
  const { updates, acknowledged, returned, sheets, compacted, lost, missing, faults } = result;
  const total = [...result.kills.values()].reduce((sum, count) => sum + count, 0);
  console.log(`Drap: ${total}`);
  for (const [name, count] of result.kills) console.log(`  ${count} ${name}`);
  console.log(`Ark: ${sheets}, hvorav ${compacted} ble komprimert`);
  console.log(`Komprimeringer som ble avbrutt midt i: ${result.cutCompactions}`);
  console.log(`Kvitterte endringer kontrollert: ${updates}, tapt: ${lost.length}`);
  console.log(`  i dem ${acknowledged} ord, rader og verdier, hver lest for seg`);
  console.log(`Ukvitterte som kom tilbake: ${returned}, mangler: ${missing.length}`);
  const findings = [...lost, ...missing].map(({ sheetId, what }) => `${sheetId}: ${what}`);
  const all = [...findings, ...faults];
  for (const finding of all.slice(0, SHOWN_FINDINGS)) console.log(`✗ ${finding}`);
  if (all.length > SHOWN_FINDINGS) console.log(`✗ … og ${all.length - SHOWN_FINDINGS} til`);
}
