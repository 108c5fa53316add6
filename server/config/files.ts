/** Where things lie in the data folder. */
import { join } from 'node:path';

/** The journal and the records: all that cannot be made anew. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'helhetsmodellen.sqlite');
}

/** The read model, which follows from the database. */
export function readModelFile(dataDir: string): string {
  return join(dataDir, 'readmodel.sqlite');
}

export function assetsFolder(dataDir: string): string {
  return join(dataDir, 'assets');
}
