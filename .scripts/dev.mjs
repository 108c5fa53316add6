/**
 * `npm run dev`: the server, started anew when its code changes, and beside it Vite with hot
 * reload, which passes calls on to the server. Ctrl-C ends both.
 */
import { ensureInstalled } from './lib/install.mjs';
import { fromRoot, productEnv, productNode } from './lib/paths.mjs';
import { runInOurPlace } from './lib/processes.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  await ensureInstalled();
  const command = productNode();
  const env = productEnv();
  return runInOurPlace([
    { command, args: ['--watch', '--watch-preserve-output', 'server/main.ts'], env },
    {
      command,
      args: [fromRoot('node_modules', 'vite', 'bin', 'vite.js'), '--host', '127.0.0.1'],
      env,
    },
  ]);
});
