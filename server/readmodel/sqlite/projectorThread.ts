/**
 * The thread that projects: it reads the journal on a connection that cannot write, and is the only
 * one that writes rows. The store's own threads never wait for it.
 */
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openForReading } from '../../sqlite/database.ts';
import { operationsByName } from '../../sqlite/operations.ts';
import { answerEach, serve } from '../../sqlite/serve.ts';
import type { DocumentId } from '../port.ts';
import { type Committed, type Due, type Preparation, Projector } from './projector.ts';
import { openRows } from './schema.ts';

export interface ProjectorOptions {
  /** The main database. */
  readonly mainFile: string;
  /** The read model's own. */
  readonly file: string;
  readonly busyTimeoutMs: number;
}

export interface ProjectorOperations {
  due(input: undefined): readonly DocumentId[];
  everything(input: undefined): readonly DocumentId[];
  prepare(input: { due: readonly Due[] }): Preparation;
  commit(input: { documentIds: readonly DocumentId[] }): Committed;
}

if (parentPort !== null) {
  letOthersGoFirst();
  const { mainFile, file, busyTimeoutMs }: ProjectorOptions = workerData;
  serve(parentPort, () => {
    const main = openForReading({ file: mainFile, busyTimeoutMs });
    const rows = openRows(file);
    const projector = new Projector(main, rows);
    const operations = operationsByName<ProjectorOperations>({
      due: () => projector.due(),
      everything: () => projector.everything(),
      prepare: ({ due }) => projector.prepare(due),
      commit: ({ documentIds }) => projector.commit(documentIds),
    });
    return {
      isSlow: () => true,
      run: (calls) => answerEach(operations, calls),
      close: () => {
        rows.close();
        main.close();
      },
    };
  });
}

/** The threads that people wait for are faster. Elsewhere than on Linux it would slow all of them. */
function letOthersGoFirst(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
