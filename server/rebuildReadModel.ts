/**
 * Fills the read model anew from the journal, while no server runs: `npm run readmodel:rebuild`. Says
 * how quickly that went and what could not be read.
 */
import { existsSync } from 'node:fs';
import { readConfig } from './config/config.ts';
import { databaseFile, readModelFile } from './config/files.ts';
import type { Rebuilt } from './readmodel/port.ts';
import { openSqliteReadModel } from './readmodel/sqlite/readModel.ts';
import { StoreStartError } from './sqlite/startError.ts';
import { openSqliteStore } from './sqlite/store.ts';

const reading = readConfig(process.env, process.cwd());
if ('faults' in reading) {
  complain(
    ['Oppsettet er ikke gyldig:', ...reading.faults.map((fault) => `- ${fault}`)].join('\n'),
  );
  process.exit(1);
}
process.exit(await rebuild(reading.config.dataDir));

async function rebuild(dataDir: string): Promise<number> {
  const mainFile = databaseFile(dataDir);
  if (!existsSync(mainFile)) {
    complain(`Mappen ${dataDir} har ingen database. Sett DATA_DIR til mappen som tjeneren bruker.`);
    return 1;
  }
  try {
    // Its lock keeps a server away meanwhile, and refuses when there is one.
    const { records, close } = await openSqliteStore({ file: mainFile });
    const readModel = openSqliteReadModel({
      file: readModelFile(dataDir),
      mainFile,
      records,
      isNew: true,
      onFailure: (error) => complain(String(error)),
    });
    try {
      tell(await readModel.rebuild());
      return 0;
    } finally {
      await readModel.close();
      await close();
    }
  } catch (error) {
    complain(error instanceof StoreStartError ? error.message : String(error));
    return 1;
  }
}

function tell({ documents, unreadable, milliseconds }: Rebuilt): void {
  const seconds = milliseconds / 1000;
  const [took, rate] = [norwegian(seconds, 1), norwegian(documents / seconds, 0)];
  say(`Lesemodellen er bygd på nytt: ${documents} dokumenter på ${took} s (${rate} i sekundet).`);
  if (unreadable.length > 0) say(`${unreadable.length} kunne ikke leses, og er ikke med:`);
  for (const { documentId, reason } of unreadable) say(`- ${documentId}: ${reason}`);
}

function norwegian(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('.', ',');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
