/** `npm start`: installs what is missing, builds the client if it is out of date, and serves. */
import { ensureClientBuilt } from './lib/client.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { productEnv, productNode } from './lib/paths.mjs';
import { runInOurPlace } from './lib/processes.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  await ensureInstalled();
  await ensureClientBuilt();
  return runInOurPlace([{ command: productNode(), args: ['server/main.ts'], env: productEnv() }]);
});
