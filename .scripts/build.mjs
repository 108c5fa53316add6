/** `npm run build`: installs what is missing and builds the client if it is out of date. */
import { ensureClientBuilt } from './lib/client.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  await ensureInstalled();
  await ensureClientBuilt();
});
