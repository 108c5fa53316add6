/** Child processes of the scripts: quiet ones, shown ones, and one that stands for us. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './paths.mjs';

/** So much of a quiet program's output is kept, in characters: its end, where the error stands. */
const KEPT_OUTPUT = 200_000;

/** The same signal twice within this time is one key press that reached us by two ways. */
const SAME_PRESS_MS = 1000;

/** How soon we notice that npm is gone. */
const PARENT_CHECK_MS = 300;

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {boolean} [shell] through the command interpreter (npm on Windows is a command file)
 */

/**
 * Runs a program and keeps what it writes, as plain text: some colour it whoever reads.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string, missing: boolean }>} `missing` when there is no such program
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, [...args], {
      cwd: ROOT,
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      done({ code: 127, output: output + error.message, missing: error.code === 'ENOENT' }),
    );
    child.on('close', (code, signal) =>
      done({
        code: exitCode(code, signal),
        output: stripVTControlCharacters(output),
        missing: false,
      }),
    );
  });
}

/**
 * Runs a program whose output goes straight to the terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function runShown(command, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, [...args], {
      cwd: ROOT,
      ...options,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', failed);
    child.on('close', (code, signal) => done(exitCode(code, signal)));
  });
}

/**
 * Runs long-lived programs that stand for this process: they get every signal that we get, and
 * when one ends the others are told to. Resolves with the exit code of the one that ended first.
 *
 * Each runs in a process group of its own. Ctrl-C in a terminal reaches a whole group, and npm
 * passes it on once more; a server that takes the second signal as «now, at once» would then
 * never get to store what it holds. So it hears of each press from us only, and once.
 *
 * @param {readonly { command: string, args: readonly string[], env?: NodeJS.ProcessEnv }[]} programs
 * @returns {Promise<number>}
 */
export function runInOurPlace(programs) {
  return new Promise((done, failed) => {
    const detached = process.platform !== 'win32';
    const children = programs.map(({ command, args, env }) =>
      spawn(command, [...args], {
        cwd: ROOT,
        env: env ?? process.env,
        stdio: ['ignore', 'inherit', 'inherit'],
        detached,
      }),
    );
    /** @param {NodeJS.Signals} signal */
    const tellAll = (signal) => {
      for (const child of children) child.kill(signal);
    };
    const relay = createSignalRelay(tellAll);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => relay.pass(signal));
    }
    process.on('exit', () => tellAll('SIGTERM'));
    if (process.env.npm_lifecycle_event !== undefined) whenParentIsGone(relay.end);

    let running = children.length;
    /** @type {number | undefined} */
    let first;
    for (const child of children) {
      child.on('error', failed);
      child.on('close', (code, signal) => {
        first ??= exitCode(code, signal);
        running -= 1;
        if (running === 0) done(first);
        else relay.end();
      });
    }
  });
}

/**
 * npm runs a script through a shell, which ends without a word to us when it is told to. All that
 * we see is that we have got another parent.
 *
 * @param {() => void} act called once
 */
function whenParentIsGone(act) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, PARENT_CHECK_MS);
  timer.unref();
}

/**
 * `pass` passes a signal on, each press once; a terminal that closes (SIGHUP) asks for an orderly
 * end. `end` asks for an orderly end unless one has been asked for: those who are ending already
 * would take another word as «now, at once».
 *
 * @param {(signal: NodeJS.Signals) => void} send
 * @param {() => number} [now] milliseconds
 */
export function createSignalRelay(send, now = () => performance.now()) {
  /** @type {Map<NodeJS.Signals, number>} */
  const lastSent = new Map();
  /** @param {NodeJS.Signals} received */
  const pass = (received) => {
    const signal = received === 'SIGHUP' ? 'SIGTERM' : received;
    const last = lastSent.get(signal);
    if (last !== undefined && now() - last < SAME_PRESS_MS) return;
    lastSent.set(signal, now());
    send(signal);
  };
  const end = () => {
    if (lastSent.size === 0) pass('SIGTERM');
  };
  return { pass, end };
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 * @returns {number} the code a shell would show
 */
function exitCode(code, signal) {
  if (code !== null) return code;
  return 128 + (signal === null ? 0 : constants.signals[signal]);
}
