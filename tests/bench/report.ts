/**
 * How a benchmark tells what it found: facts about the machine, a table with targets, and a JSON
 * file in `results/`. Nothing fails on a figure; the reader judges.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Samples } from './samples.ts';

export interface Row {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** The figure should be at most this. */
  readonly atMost?: number;
}

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  /** How much others use the machine meanwhile. */
  readonly loadBefore: number;
  /** Median time of a 4 kB write with fsync where the data folders are. */
  readonly fsyncMs: number;
}

const FSYNCS = 30;

export function machineFacts(): Machine {
  const [first] = cpus();
  return {
    cores: availableParallelism(),
    processor: first?.model.trim() ?? 'unknown',
    node: process.version,
    loadBefore: loadavg()[0] ?? 0,
    fsyncMs: medianFsyncMs(),
  };
}

/** Prints the table and writes it, with the machine's facts, to `results/<name>.json`. */
export function report(name: string, rows: readonly Row[], machine: Machine): void {
  const { cores, processor, node, loadBefore, fsyncMs } = machine;
  const loadAfter = loadavg()[0] ?? 0;
  const load = `load ${loadBefore.toFixed(1)} before, ${loadAfter.toFixed(1)} after`;
  console.log(`${cores} cores (${processor}), Node ${node}, ${load}`);
  console.log(`fsync of 4 kB: ${fsyncMs.toFixed(2)} ms (median of ${FSYNCS})\n`);
  const lines = rows.map((row) => [
    row.what,
    `${shown(row.figure)} ${row.unit}`,
    row.atMost === undefined ? '' : `≤ ${shown(row.atMost)} ${row.unit}`,
    verdict(row),
  ]);
  printTable(['', 'measured', 'target', ''], lines);
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  const at = new Date().toISOString();
  writeFileSync(
    file,
    `${JSON.stringify({ name, at, machine: { ...machine, loadAfter }, rows }, undefined, 2)}\n`,
  );
}

function verdict({ figure, atMost }: Row): string {
  if (atMost === undefined) return '';
  const mark = figure <= atMost ? '✓' : '✗';
  return atMost === 0 ? mark : `${mark} ${(figure / atMost).toFixed(2)} of it`;
}

function shown(figure: number): string {
  if (!Number.isFinite(figure)) return '–';
  const digits = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2;
  return figure.toFixed(digits);
}

function printTable(head: readonly string[], lines: readonly (readonly string[])[]): void {
  const all = [head, ...lines];
  const widths = head.map((_, column) =>
    Math.max(...all.map((line) => [...(line[column] ?? '')].length)),
  );
  for (const line of all) {
    const cells = line.map((cell, column) => {
      const space = ' '.repeat((widths[column] ?? 0) - [...cell].length);
      return column === 0 ? cell + space : space + cell;
    });
    console.log(cells.join('  ').trimEnd());
  }
}

function medianFsyncMs(): number {
  const folder = mkdtempSync(join(tmpdir(), 'a3-fsync-'));
  const file = openSync(join(folder, 'probe'), 'w');
  const samples = new Samples();
  const block = new Uint8Array(4096);
  for (let i = 0; i < FSYNCS; i += 1) {
    const startedAt = performance.now();
    writeSync(file, block);
    fsyncSync(file);
    samples.add(performance.now() - startedAt);
  }
  closeSync(file);
  rmSync(folder, { recursive: true });
  return samples.percentile(50);
}
