/** `npm run bench`: runs every tests/bench/*.bench.ts in turn; each prints its figures as a table. */
import { readdirSync } from 'node:fs';
import { findChromium } from './lib/chromium.mjs';
import { ensureClientBuilt } from './lib/client.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fromRoot, productEnv, productNode } from './lib/paths.mjs';
import { runShown } from './lib/processes.mjs';
import { runScript, say } from './lib/say.mjs';

await runScript(async () => {
  await ensureInstalled();
  await ensureClientBuilt();
  const env = { ...productEnv(), CHROMIUM_PATH: await findChromium({ isWhole: true }) };
  const files = readdirSync(fromRoot('tests', 'bench')).filter((name) =>
    name.endsWith('.bench.ts'),
  );
  const failed = [];
  for (const name of files.sort()) {
    say(`\n── ${name}`);
    if ((await runShown(productNode(), [`tests/bench/${name}`], { env })) !== 0) failed.push(name);
  }
  if (failed.length > 0) say(`\n✗ Stoppet før tiden: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
