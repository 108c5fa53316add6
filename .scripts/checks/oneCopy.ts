/** Prints packages that must be installed once and are not; exits 1 when there is one. */
import { doubledPackages } from './copies.ts';

const doubled = doubledPackages(process.cwd());
for (const [name, places] of doubled) {
  console.log(`${name} is installed ${places.length} times: ${places.join(', ')}`);
}
process.exitCode = doubled.size === 0 ? 0 : 1;
