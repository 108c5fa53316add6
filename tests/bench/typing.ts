/** People who type in one sheet, in a process of their own, while the server's use is measured. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { parseSheetAddress, type SheetAddress } from '../crash/ledger.ts';
import { usageOf } from './processUsage.ts';
import type { Message, Outcome, Task } from './typists.ts';

export interface Run {
  readonly outcome: Outcome;
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

export async function createExample(url: string): Promise<SheetAddress> {
  const response = await fetch(`${url}/api/sheets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ example: 'avtalelojalitet' }),
  });
  return parseSheetAddress(await response.json());
}

export async function type(
  url: string,
  { id, keys }: SheetAddress,
  work: Omit<Task, 'address'>,
  serverPid: number,
): Promise<Run> {
  const address = `${url.replace(/^http/, 'ws')}/sync/${id}?nokkel=${keys.rediger}&v=1`;
  const child = fork(join(import.meta.dirname, 'typists.ts'));
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const run = await new Promise<Run>((resolve, reject) => {
    let [before, after] = [usageOf(serverPid), usageOf(serverPid)];
    child.on('message', (message: Message) => {
      if (message === 'measuring') before = usageOf(serverPid);
      else if (message === 'measured') after = usageOf(serverPid);
      else {
        const { residentBytes } = after;
        const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
        resolve({ outcome: message, cpuSeconds, residentBytes });
      }
    });
    child.once('exit', (code) => reject(new Error(`The typists ended with ${code}.`)));
    child.send({ ...work, address } satisfies Task);
  });
  process.off('exit', stop);
  return run;
}
