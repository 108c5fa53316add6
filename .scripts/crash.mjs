/**
 * `npm run test:crash`: the long durability test. Kills the server again and again while clients
 * edit, and looks for acknowledged edits that are gone. `-- --kills 500` makes it longer still.
 */
import { ensureInstalled } from './lib/install.mjs';
import { productEnv, productNode } from './lib/paths.mjs';
import { runShown } from './lib/processes.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  await ensureInstalled();
  const given = process.argv.slice(2);
  const args = ['tests/crash/run.ts', ...(given.length > 0 ? given : ['--kills', '100'])];
  return runShown(productNode(), args, { env: productEnv() });
});
