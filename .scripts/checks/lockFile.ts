/** Prints what would make an installation fail elsewhere; exits 1 when anything would. */
import { readFileSync } from 'node:fs';
import { lockFindings } from './lock.ts';

const findings = lockFindings(
  JSON.parse(readFileSync('package-lock.json', 'utf8')),
  JSON.parse(readFileSync('package.json', 'utf8')),
);
for (const finding of findings) console.log(finding);
process.exitCode = findings.length === 0 ? 0 : 1;
