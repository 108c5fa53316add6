import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSignalRelay } from './processes.mjs';

const PARENT = fileURLToPath(new URL('fixtures/parent.mjs', import.meta.url));

/** A parent whose child ends at the signal `until`, and the lines that the child has written. */
async function startParent(
  until: string,
): Promise<{ parent: ChildProcess; lines: () => string[] }> {
  const parent = spawn(process.execPath, [PARENT, until], { detached: true });
  onTestFinished(() => void parent.kill('SIGKILL'));
  const lines = linesOf(parent);
  await expect.poll(lines).toContain('ready');
  return { parent, lines };
}

function linesOf(program: ChildProcess): () => string[] {
  let output = '';
  program.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return () => output.trim().split('\n');
}

function codeOf(parent: ChildProcess): Promise<number | null> {
  return new Promise((done) => parent.once('exit', done));
}

describe('runInOurPlace', () => {
  it('passes SIGTERM on and ends with the program’s own code', async () => {
    const { parent, lines } = await startParent('SIGTERM');
    const code = codeOf(parent);
    parent.kill('SIGTERM');
    expect(await code).toBe(7);
    expect(lines()).toEqual(['ready', 'SIGTERM']);
  });

  it('ends the program when npm’s shell has ended without a word', async () => {
    const env = { ...process.env, npm_lifecycle_event: 'start' };
    const command = `"${process.execPath}" "${PARENT}" SIGTERM; true`;
    const shell = spawn('sh', ['-c', command], { env });
    const lines = linesOf(shell);
    await expect.poll(lines).toContain('ready');
    shell.kill('SIGTERM');
    await expect.poll(lines, { timeout: 5000 }).toContain('SIGTERM');
  });

  it('lets the program hear Ctrl-C once, though the whole group and npm both send it', async () => {
    const { parent, lines } = await startParent('SIGTERM');
    const { pid } = parent;
    if (pid === undefined) throw new Error('the parent did not start');
    process.kill(-pid, 'SIGINT');
    parent.kill('SIGINT');
    await expect.poll(lines).toContain('SIGINT');
    const code = codeOf(parent);
    // The terminal closes, which asks for an orderly end.
    parent.kill('SIGHUP');
    expect(await code).toBe(7);
    expect(lines()).toEqual(['ready', 'SIGINT', 'SIGTERM']);
  });
});

describe('createSignalRelay', () => {
  function relayed(): {
    sent: string[];
    at: (time: number, signal: NodeJS.Signals) => void;
    end: () => void;
  } {
    const sent: string[] = [];
    let now = 0;
    const relay = createSignalRelay(
      (signal) => sent.push(signal),
      () => now,
    );
    return {
      sent,
      at: (time, signal) => {
        now = time;
        relay.pass(signal);
      },
      end: relay.end,
    };
  }

  it('takes the same signal within a second as one press, and a later one as another', () => {
    const { sent, at } = relayed();
    at(0, 'SIGINT');
    at(999, 'SIGINT');
    at(1000, 'SIGINT');
    expect(sent).toEqual(['SIGINT', 'SIGINT']);
  });

  it('passes another signal on at once, and a closed terminal as SIGTERM', () => {
    const { sent, at } = relayed();
    at(0, 'SIGINT');
    at(1, 'SIGHUP');
    at(2, 'SIGTERM');
    expect(sent).toEqual(['SIGINT', 'SIGTERM']);
  });

  it('asks for an end once, and not of those who have been told', () => {
    const { sent, at, end } = relayed();
    end();
    end();
    expect(sent).toEqual(['SIGTERM']);

    const told = relayed();
    told.at(0, 'SIGINT');
    told.end();
    expect(told.sent).toEqual(['SIGINT']);
    at(5000, 'SIGINT');
    expect(sent).toEqual(['SIGTERM', 'SIGINT']);
  });
});
