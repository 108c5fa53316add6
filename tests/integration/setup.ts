/** A server and a new sheet for each test of a file, and the people that the test brings. */
import { afterAll, afterEach, beforeEach } from 'vitest';
import { join, type Participant, type ParticipantOptions } from '../world/participants.ts';
import { openRaw, type RawOptions, type RawSocket } from '../world/rawSocket.ts';
import {
  type ServerOptions,
  startServer,
  type TestServer,
  type TestSheet,
} from '../world/server.ts';

/** Somebody who comes, to the test's sheet unless another one is named. */
type Coming = ParticipantOptions & { readonly sheet?: TestSheet };

export interface Stage {
  readonly server: TestServer;
  readonly sheet: TestSheet;
  /** Brings somebody to the sheet and waits until they have it. */
  comes(options?: Coming): Promise<Participant>;
  /** Somebody who may never get in. */
  tries(options?: Coming): Participant;
  raw(options?: RawOptions): Promise<RawSocket>;
  /** Starts the server anew with other options, before anybody has come. */
  restart(options: ServerOptions): Promise<void>;
}

interface StageOptions extends ServerOptions {
  /** The tests of the file share one server, each with a sheet of its own. */
  readonly isShared?: boolean;
}

/** Call once at the top of a test file. */
export function stage({ isShared = false, ...options }: StageOptions = {}): Stage {
  let server: TestServer;
  let isStandard = false;
  let sheet: TestSheet;
  let people: Participant[] = [];
  let sockets: RawSocket[] = [];

  const begin = async (with_: ServerOptions) => {
    server = await startServer(with_);
    isStandard = with_ === options;
    sheet = await server.createSheet();
  };
  const goHome = () => {
    for (const person of people) person.leave();
    for (const { socket } of sockets) socket.terminate();
    people = [];
    sockets = [];
  };
  const end = async () => {
    goHome();
    isStandard = false;
    await server.kill();
  };
  beforeEach(async () => {
    if (isStandard) sheet = await server.createSheet();
    else await begin(options);
  });
  afterEach(async () => {
    if (isShared && isStandard) goHome();
    else await end();
  });
  afterAll(async () => {
    if (isStandard) await end();
  });

  const tries = ({ sheet: other = sheet, ...how }: Coming = {}): Participant => {
    const person = join(server, other, how);
    people.push(person);
    return person;
  };
  return {
    get server() {
      return server;
    },
    get sheet() {
      return sheet;
    },
    tries,
    async comes(how) {
      const person = tries(how);
      await person.synced();
      return person;
    },
    async raw(how) {
      const opened = await openRaw(server, sheet, how);
      sockets.push(opened);
      return opened;
    },
    async restart(with_) {
      await end();
      await begin(with_);
    },
  };
}
