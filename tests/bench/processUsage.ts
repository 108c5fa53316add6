/** What a process has used so far, as Linux counts it; NaN where there is no /proc. */
import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
const KIB = 1024;

export interface Usage {
  /** Processor time of all its threads, in seconds. */
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

export function usageOf(pid: number): Usage {
  try {
    // The program's name stands in brackets and may hold spaces.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { cpuSeconds: ticks / TICKS_PER_SECOND, residentBytes: Number(resident) * KIB };
  } catch {
    return { cpuSeconds: Number.NaN, residentBytes: Number.NaN };
  }
}
