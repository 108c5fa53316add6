/** Programmes for tests: with what they are to hold, and shared by two who meet when the test says. */
import * as Y from 'yjs';
import type { Command } from '../../shared/document/commands/command.ts';
import { createProgram, type NewProgram } from '../../shared/program/commands/program.ts';
import { type ProgramSnapshot, readProgram } from '../../shared/program/snapshot/snapshot.ts';
import { aWriter, done, REMOTE_ORIGIN } from './sheets.ts';

/** A programme's document as the server makes it. */
export function aProgram(program: Partial<NewProgram> = {}): Y.Doc {
  const doc = new Y.Doc();
  done(doc, createProgram({ name: 'Levanger 3.0', periodFrom: 2024, periodTo: 2027, ...program }));
  return doc;
}

/** The programme as it reads; throws when something in it is ill-typed. */
export function seen(doc: Y.Doc): ProgramSnapshot {
  const { snapshot, problems } = readProgram(doc);
  if (problems.length > 0) throw new Error(`Problems: ${JSON.stringify(problems)}`);
  return snapshot;
}

/** Somebody with a copy of a programme. */
export interface ProgramPeer {
  readonly doc: Y.Doc;
  /** Runs a command that must not be refused. */
  does<T>(command: Command<T>): T;
}

/** Alice and Bob with a copy each; `meet` gives both what the other has. */
export function twoOn(program: Y.Doc): {
  readonly alice: ProgramPeer;
  readonly bob: ProgramPeer;
  meet(): void;
} {
  const join = (clientId: number): ProgramPeer => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(program), REMOTE_ORIGIN);
    const writer = aWriter(clientId);
    return { doc, does: (command) => done(doc, command, writer) };
  };
  const [alice, bob] = [join(1001), join(1002)];
  return {
    alice,
    bob,
    meet: () => {
      for (const [from, to] of [
        [alice, bob],
        [bob, alice],
      ] as const) {
        Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc), REMOTE_ORIGIN);
      }
    },
  };
}
