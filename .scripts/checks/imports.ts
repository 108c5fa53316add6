/** Prints every import that breaks a rule of the architecture; exits 1 when there is one. */
import { breachesOf } from './importRules.ts';
import { importsOf, readSource, sourceFiles } from './source.ts';

const root = process.cwd();
const files = sourceFiles(root, ['shared', 'server', 'client', 'tests']);
const breaches = breachesOf(files.flatMap((path) => importsOf(path, readSource(root, path))));

for (const { rule, edge } of breaches) {
  const target = edge.target.kind === 'file' ? edge.target.path : edge.target.name;
  console.log(`${edge.from}:${edge.line} imports ${target}: ${rule.says} (${rule.id})`);
}
process.exitCode = breaches.length === 0 ? 0 : 1;
