/** `npm run check`: types, lint, format, import rules, unused code, translations, one copy. */
import { runChecks } from './lib/checks.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runScript, say } from './lib/say.mjs';

await runScript(async () => {
  await ensureInstalled();
  const { passed, failed } = await runChecks();
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
