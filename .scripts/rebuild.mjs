/** `npm run readmodel:rebuild`: fills the read model of DATA_DIR anew, while no server runs. */
import { ensureInstalled } from './lib/install.mjs';
import { productEnv, productNode } from './lib/paths.mjs';
import { runShown } from './lib/processes.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  await ensureInstalled();
  return runShown(productNode(), ['server/rebuildReadModel.ts'], { env: productEnv() });
});
