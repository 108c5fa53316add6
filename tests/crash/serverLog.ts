/** What the servers of a campaign log: compactions, and whatever they should not have to say. */
import * as z from 'zod/mini';

const lineSchema = z.object({
  level: z.number(),
  msg: z.optional(z.string()),
  sheetId: z.optional(z.string()),
  milliseconds: z.optional(z.number()),
  willRetry: z.optional(z.boolean()),
});

const ERROR = 50;
const FIRST_GUESS_MS = 200;
/** Warnings that tell of a loss, or of what may lead to one. */
const SERIOUS = new Set(['sheet.damaged', 'thread.died', 'compaction.failed']);
/** A store that is full or locked is what some moments bring about. */
const EXPECTED = new Set(['store.unavailable', 'store.stalled']);

export class ServerLog {
  readonly #problems: string[] = [];
  readonly #compacted = new Set<string>();
  #lastCompactionMs = FIRST_GUESS_MS;

  get lastCompactionMs(): number {
    return this.#lastCompactionMs;
  }

  /** The sheets that were compacted at some time. */
  get compacted(): ReadonlySet<string> {
    return this.#compacted;
  }

  read(line: string): void {
    const entry = parse(line);
    if (entry === undefined) {
      // The last line of a killed process may be cut off.
      if (!line.startsWith('{')) this.#problems.push(line);
      return;
    }
    const { level, msg = '', sheetId, milliseconds = 0, willRetry = false } = entry;
    if (msg === 'sheet.compacted' && sheetId !== undefined) {
      this.#compacted.add(sheetId);
      this.#lastCompactionMs = milliseconds;
    }
    const isSerious = level >= ERROR ? !EXPECTED.has(msg) : SERIOUS.has(msg) && !willRetry;
    if (isSerious) this.#problems.push(line);
  }

  takeProblems(): string[] {
    return this.#problems.splice(0);
  }
}

function parse(line: string): z.infer<typeof lineSchema> | undefined {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
