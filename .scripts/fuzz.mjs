/**
 * `npm run test:fuzz`: the long convergence and parity tests. FUZZ_RUNS says how many random
 * histories are tried; FUZZ_SEED (convergence) or PARITY_SEED replays one that failed.
 */
import { ensureInstalled } from './lib/install.mjs';
import { productEnv, productNode } from './lib/paths.mjs';
import { runShown } from './lib/processes.mjs';
import { runScript } from './lib/say.mjs';

const LONG_RUNS = '20000';

await runScript(async () => {
  await ensureInstalled();
  const env = { ...productEnv(), FUZZ_RUNS: process.env.FUZZ_RUNS ?? LONG_RUNS };
  // A long run is meant to take long: no test in it ends by a timeout.
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project=convergence',
    '--project=parity',
  ];
  return runShown(productNode(), [...args, '--testTimeout=0'], { env });
});
