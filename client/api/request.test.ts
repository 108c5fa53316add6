import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ERRORS } from '../../shared/errors/catalogue.ts';
import { callApi } from './request.ts';

const answer = z.object({ value: z.number() });
let server: Server | undefined;

afterEach(async () => {
  await new Promise((done) => server?.close(done) ?? done(undefined));
  server = undefined;
});

/** The address of a path on a server that answers in one way. */
async function pathOn(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/api/thing`;
}

function json(status: number, body: unknown): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}

test('gives the checked value', async () => {
  const path = await pathOn(json(200, { value: 3, more: true }));
  expect(await callApi({ method: 'GET', path, answer })).toEqual({ ok: true, value: { value: 3 } });
});

test('sends the key and the body as JSON', async () => {
  const seen = vi.fn();
  const path = await pathOn((request, response) => {
    request.setEncoding('utf8').on('data', (body: string) => seen(request.headers, body));
    request.on('end', () => json(201, { value: 1 })(request, response));
  });
  await callApi({ method: 'POST', path, key: 'hemmelig', body: { tittel: 'Æ' }, answer });
  expect(seen).toHaveBeenCalledWith(
    expect.objectContaining({
      authorization: 'Bearer hemmelig',
      'content-type': 'application/json',
    }),
    '{"tittel":"Æ"}',
  );
});

test("tells the catalogue's code and the server's own words", async () => {
  const message = `${ERRORS['body.invalid'].message} Tittelen er for lang.`;
  const path = await pathOn(json(400, { error: { code: 'body.invalid', message } }));
  const result = await callApi({ method: 'GET', path, answer });
  expect(result).toEqual({ ok: false, failure: { code: 'body.invalid', text: message } });
});

test("a newer server's code that this page does not know keeps its words", async () => {
  const path = await pathOn(json(409, { error: { code: 'sheet.frozen', message: 'Frosset.' } }));
  const result = await callApi({ method: 'GET', path, answer });
  expect(result).toEqual({ ok: false, failure: { code: 'internal', text: 'Frosset.' } });
});

test.each([
  ['an error page of a proxy', 502, '<html>'],
  ['an answer of another shape', 200, '{"value":"tre"}'],
  ['an answer cut short', 200, '{"value":'],
])('%s is an internal failure', async (_name, status, body) => {
  const path = await pathOn((_request, response) => response.writeHead(status).end(body));
  const result = await callApi({ method: 'GET', path, answer });
  expect(result).toMatchObject({ ok: false, failure: { code: 'internal' } });
});

test('no server at all is a failure that can be shown', async () => {
  const path = await pathOn(json(200, {}));
  await new Promise((done) => server?.close(done));
  server = undefined;
  const result = await callApi({ method: 'GET', path, answer });
  expect(result).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
});

test('an aborted call throws', async () => {
  const path = await pathOn(() => undefined);
  const abort = new AbortController();
  const call = callApi({ method: 'GET', path, answer, signal: abort.signal });
  abort.abort();
  await expect(call).rejects.toThrow('aborted');
  server?.closeAllConnections();
});
