import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { Refusal, refusalBecause } from '../../shared/errors/catalogue.ts';
import { createLogger, describeError } from './log.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  write(createLogger('info', destination));
  return text;
}

test('a key or a header that is handed over by mistake is blotted out', () => {
  const text = logged((logger) => {
    logger.info({ key: 'hemmelig', keys: { les: 'hemmelig' }, nokkel: 'hemmelig' }, 'a');
    logger.info({ request: { headers: { authorization: 'Bearer hemmelig' } } }, 'b');
    logger.info({ req: { method: 'GET', url: '/sync/x?nokkel=hemmelig', headers: {} } }, 'c');
  });
  expect(text).not.toContain('hemmelig');
  expect(text).toContain('"method":"GET"');
});

test("an error's message is told when it is ours or the system's own, else only where it was", () => {
  const system = Object.assign(new Error('ENOSPC: no space left'), {
    code: 'ENOSPC',
    syscall: 'write',
  });
  expect(describeError(system)).toMatchObject({ code: 'ENOSPC', message: 'ENOSPC: no space left' });
  expect(describeError(new Refusal('sheet.full'))).toMatchObject({
    code: 'sheet.full',
    message: 'Arket har nådd størrelsesgrensen.',
  });
  const parsing = describeError(new SyntaxError('Unexpected token in "hemmelig"'));
  expect(JSON.stringify(parsing)).not.toContain('hemmelig');
  expect(parsing.stack).toContain('log.test.ts');
  expect(describeError(refusalBecause('internal', parsing)).cause).toEqual({ name: 'object' });
  expect(describeError('tekst')).toEqual({ name: 'string' });
});

test('a chain of causes is followed, but not for ever', () => {
  const error: Error = new Error('ring');
  error.cause = error;
  expect(JSON.stringify(describeError(error)).match(/"name"/g)).toHaveLength(6);
});
