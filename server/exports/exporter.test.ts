import { Worker } from 'node:worker_threads';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { readPdf } from '../../tests/world/pdf.ts';
import { aSheet } from '../../tests/world/sheets.ts';
import { aSnapshot } from '../../tests/world/snapshots.ts';
import { FORBIDDEN_IN_XML, unzipText } from '../../tests/world/zip.ts';
import { createExporter, type Exporter, type ExporterOptions } from './exporter.ts';

const SEED = 20_261;
/** Loading three libraries and a reader takes its time where everything runs at once. */
const SLOW_MACHINE_MS = 60_000;
const { snapshot } = readSnapshot(aSheet({ header: { title: 'Arket' } }).doc);
const opened: Exporter[] = [];

function anExporter(options?: ExporterOptions): Exporter {
  const exporter = createExporter(options);
  opened.push(exporter);
  return exporter;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((exporter) => exporter.close()));
});

const aThread = (code: string) => () => new Worker(code, { eval: true });

test(
  `whatever a sheet holds, every format is written (seed ${SEED})`,
  async () => {
    const exporter = anExporter();
    const property = fc.asyncProperty(aSnapshot, async (random) => {
      for (const format of ['xlsx', 'docx'] as const) {
        for (const part of unzipText(await exporter.write(format, random)).values()) {
          expect(part).not.toMatch(FORBIDDEN_IN_XML);
        }
      }
      const pdf = await readPdf(await exporter.write('pdf', random));
      expect(pdf.pages.length).toBeGreaterThan(0);
    });
    await fc.assert(property, { seed: SEED, numRuns: 4 });
  },
  SLOW_MACHINE_MS,
);

test('a thread that dies fails its export, and the next has a new one', async () => {
  let started = 0;
  const mortal = aThread('process.exit(1)');
  const exporter = anExporter({
    startThread: () => {
      started += 1;
      return started === 1 ? mortal() : new Worker(new URL('./exportThread.ts', import.meta.url));
    },
  });
  await expect(exporter.write('xlsx', snapshot)).rejects.toThrow('ended');
  expect(unzipText(await exporter.write('xlsx', snapshot)).size).toBeGreaterThan(0);
  expect(started).toBe(2);
});

test('a thread that never answers is ended', async () => {
  const code = "require('node:worker_threads').parentPort.on('message', () => {})";
  const exporter = anExporter({ timeoutMs: 50, startThread: aThread(code) });
  await expect(exporter.write('pdf', snapshot)).rejects.toThrow('took more than');
});

test('a file that cannot be written is an error, and the thread goes on', async () => {
  const exporter = anExporter();
  const broken = { ...snapshot, sections: JSON.parse('{}') };
  await expect(exporter.write('docx', broken)).rejects.toThrow('Exporting docx');
  expect(unzipText(await exporter.write('docx', snapshot)).size).toBeGreaterThan(0);
});

test('a closed exporter writes nothing', async () => {
  const exporter = anExporter();
  await exporter.close();
  await expect(exporter.write('xlsx', snapshot)).rejects.toThrow('closed');
});
