/**
 * The thread that answers questions, on a connection of its own that cannot write: a long projection
 * does not delay it. Answers leave as JSON, so that the main thread only passes bytes on.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { ProgramId, SheetId } from '../../../shared/ids/ids.ts';
import type {
  PortfolioAnswer,
  PortfolioQuery,
  ProgramSheet,
} from '../../../shared/portfolio/portfolio.ts';
import type { SheetContext } from '../../../shared/portfolio/sheetContext.ts';
import { operationsByName } from '../../sqlite/operations.ts';
import { answerEach, serve } from '../../sqlite/serve.ts';
import type { Json } from '../port.ts';
import { answerJson, json } from '../portfolio/answerJson.ts';
import { sheetContext } from '../portfolio/context.ts';
import type { PortfolioExport } from '../portfolio/exportRows.ts';
import type { Moment } from '../portfolio/selection.ts';
import { Programs } from './programs.ts';
import { type RowReads, rowReads } from './readRows.ts';
import { openRowsForReading } from './schema.ts';

interface AboutProgram {
  readonly programId: ProgramId;
  readonly query: PortfolioQuery;
  readonly moment: Moment;
}

export interface PortfolioOperations {
  portfolio(input: AboutProgram & { readonly pending: number }): Json<PortfolioAnswer>;
  exportRows(input: AboutProgram): Json<PortfolioExport>;
  programSheets(input: { readonly programId: ProgramId }): readonly ProgramSheet[];
  sheetContext(input: {
    readonly sheetId: SheetId;
    readonly readable: ReadonlySet<SheetId>;
    readonly moment: Moment;
  }): SheetContext | undefined;
}

if (parentPort !== null) {
  const { file }: { readonly file: string } = workerData;
  serve(parentPort, () => {
    const db = openRowsForReading(file);
    const operations = operationsByName(operationsOn(rowReads(db)));
    return {
      isSlow: () => true,
      run: (calls) => answerEach(operations, calls),
      close: () => db.close(),
    };
  });
}

function operationsOn(reads: RowReads): PortfolioOperations {
  const programs = new Programs(reads);
  return {
    portfolio: ({ programId, query, moment, pending }) =>
      reads.inOneReading(() => {
        const content = programs.find(programId).answer(query, moment);
        const { version } = programs;
        const problems = reads.problemsOf(programId);
        return answerJson({ version, pending, ...content, problems });
      }),
    exportRows: ({ programId, query, moment }) =>
      reads.inOneReading(() =>
        json<PortfolioExport>(programs.find(programId).export(query, moment)),
      ),
    programSheets: ({ programId }) => reads.inOneReading(() => programs.find(programId).sheets()),
    sheetContext: ({ sheetId, readable, moment }) =>
      reads.inOneReading(() => contextOf(reads, sheetId, readable, moment)),
  };
}

function contextOf(
  reads: RowReads,
  sheetId: SheetId,
  readable: ReadonlySet<SheetId>,
  moment: Moment,
): SheetContext | undefined {
  const rows = reads.sheet(sheetId);
  if (rows === undefined) return undefined;
  const { programId, parentSheetId } = rows.sheet;
  const children = reads.childrenOf(rows.sheet).flatMap((child) => reads.sheet(child) ?? []);
  const program = programId === null ? undefined : reads.program(programId);
  const parent = parentSheetId === null ? undefined : reads.sheet(parentSheetId);
  return sheetContext({ rows, program, parent, children }, readable, moment);
}
