/**
 * Several people at one sheet, each with a form and a canvas on the same copy, and a network between
 * them that delivers late and in any order: updates of the document and awareness alike.
 */
import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { TestBoard } from '../../client/canvas/binding/testBoard.ts';
import { localOrigin } from '../../client/sheet/origins.ts';
import { type Command, run } from '../../shared/document/commands/command.ts';
import { REMOTE_ORIGIN, type SeededRandom } from '../world/sheets.ts';

type Message =
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array };

const BY_FORM = localOrigin('form');

export class Person {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly board: TestBoard;
  readonly inbox: Message[] = [];
  readonly #random: SeededRandom;

  constructor(name: string, state: Uint8Array, random: SeededRandom, canWrite: boolean) {
    this.name = name;
    this.#random = random;
    this.doc = new Y.Doc({ guid: name });
    this.doc.clientID = random.int(2 ** 31) + 1;
    Y.applyUpdate(this.doc, state, REMOTE_ORIGIN);
    this.board = new TestBoard({
      doc: this.doc,
      random: random.bytes,
      canWrite: () => canWrite,
    });
  }

  /** What somebody does in the form. A command that is refused changes nothing. */
  inForm(command: Command<unknown>): void {
    run(this.doc, command, { origin: BY_FORM, random: this.#random.bytes });
  }

  hear(message: Message): void {
    if (message.kind === 'update') Y.applyUpdate(this.doc, message.update, REMOTE_ORIGIN);
    else applyAwarenessUpdate(this.board.awareness, message.update, REMOTE_ORIGIN);
  }
}

export class Office {
  readonly people: readonly Person[];
  readonly #random: SeededRandom;

  constructor(people: readonly Person[], random: SeededRandom) {
    this.people = people;
    this.#random = random;
    for (const person of people) {
      const { doc, board } = person;
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== REMOTE_ORIGIN) this.#send(person, { kind: 'update', update });
      });
      board.awareness.on('update', (_change: unknown, origin: unknown) => {
        if (origin === REMOTE_ORIGIN) return;
        const update = encodeAwarenessUpdate(board.awareness, [doc.clientID]);
        this.#send(person, { kind: 'awareness', update });
      });
    }
  }

  /** Delivers one or some of the messages to somebody, in any order. */
  deliverSome(): void {
    const waiting = this.people.filter(({ inbox }) => inbox.length > 0);
    if (waiting.length === 0) return;
    const person = this.#random.pick(waiting);
    const count = 1 + this.#random.int(4);
    for (const message of this.#random.shuffled(person.inbox).slice(0, count)) {
      person.inbox.splice(person.inbox.indexOf(message), 1);
      person.hear(message);
    }
  }

  /** Delivers everything and lets frames pass until nobody has anything more to say. */
  settle(): void {
    for (let round = 0; round < 50; round += 1) {
      for (const { board } of this.people) board.frames(25);
      if (this.people.every(({ inbox }) => inbox.length === 0)) return;
      for (const person of this.people) {
        for (const message of this.#random.shuffled(person.inbox.splice(0))) person.hear(message);
      }
    }
    throw new Error('People go on writing for ever');
  }

  #send(from: Person, message: Message): void {
    for (const person of this.people) if (person !== from) person.inbox.push(message);
  }
}
