import { describe, expect, it } from 'vitest';
import { file, isOurs, page, refresh, type ShellEnvironment } from './shell.ts';

const ORIGIN = 'https://a3.example';

/** A network whose files a test sets, and caches that live in memory. */
function world(files: Record<string, string>) {
  const network = { files: { ...files }, isUp: true, fetched: [] as string[] };
  const stores = new Map<string, Map<string, Response>>();
  const path = (input: RequestInfo | URL) =>
    new URL(input instanceof Request ? input.url : String(input), ORIGIN).pathname;
  const get = async (input: RequestInfo | URL) => {
    const name = path(input);
    if (!network.isUp) throw new TypeError('no network');
    network.fetched.push(name);
    const body = network.files[name] ?? (name.startsWith('/ark/') ? network.files['/'] : undefined);
    return body === undefined ? new Response('', { status: 404 }) : new Response(body);
  };
  const caches = {
    has: async (name: string) => stores.has(name),
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (input: RequestInfo | URL) =>
      [...stores.values()].map((store) => store.get(path(input))?.clone()).find(Boolean),
    open: async (name: string) => {
      const store = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, store);
      return {
        addAll: async (names: string[]) => {
          const answers = await Promise.all(
            names.map(async (each) => [each, await get(each)] as const),
          );
          if (answers.some(([, answer]) => !answer.ok)) throw new TypeError('not all');
          for (const [each, answer] of answers) store.set(each, answer);
        },
        put: async (input: RequestInfo | URL, answer: Response) => store.set(path(input), answer),
        keys: async () => [...store.keys()].map((name) => new Request(`${ORIGIN}${name}`)),
        delete: async (input: RequestInfo | URL) => store.delete(path(input)),
      };
    },
  };
  const environment = { caches, fetch: get } as unknown as ShellEnvironment;
  /** Asks for a file, and waits until what is to be kept of it is kept. */
  const use = async (name: string) => {
    const work: Promise<unknown>[] = [];
    const answer = await file(environment, request(name), (each) => work.push(each));
    await Promise.all(work);
    return answer;
  };
  return { environment, network, stores, use };
}

function release(version: string, script: string, later: string[] = []): Record<string, string> {
  const files = [`/assets/${script}`];
  return {
    '/': `page ${version}`,
    ...Object.fromEntries([...files, ...later].map((name) => [name, name.split('/').at(-1) ?? ''])),
    '/offline.json': JSON.stringify({ version, files, later }),
  };
}

const request = (path: string) => new Request(`${ORIGIN}${path}`);

describe('the kept page', () => {
  it('opens without a network, at every address of ours', async () => {
    const { environment, network, use } = world(release('1', 'a.js'));
    await refresh(environment);
    network.isUp = false;
    expect(await (await page(environment, request('/ark/abc'))).text()).toBe('page 1');
    expect(await (await use('/assets/a.js')).text()).toBe('a.js');
  });

  it('comes from the network while there is one', async () => {
    const { environment, network } = world(release('1', 'a.js'));
    await refresh(environment);
    Object.assign(network.files, release('2', 'b.js'));
    expect(await (await page(environment, request('/'))).text()).toBe('page 2');
  });

  it('is replaced whole by a new version, and not fetched again without one', async () => {
    const { environment, network, stores } = world(release('1', 'a.js'));
    await refresh(environment);
    network.fetched.length = 0;
    await refresh(environment);
    expect(network.fetched).toEqual(['/offline.json']);
    Object.assign(network.files, release('2', 'b.js'));
    await refresh(environment);
    expect([...stores.keys()]).toEqual(['a3-files-2']);
  });

  it('keeps the old version when the new one cannot be fetched whole', async () => {
    const { environment, network, stores } = world(release('1', 'a.js'));
    await refresh(environment);
    Object.assign(network.files, release('2', 'b.js'));
    delete network.files['/assets/b.js'];
    await expect(refresh(environment)).rejects.toThrow('not all');
    expect([...stores.keys()]).toEqual(['a3-files-1']);
  });

  it('passes on that there is no network when nothing is kept', async () => {
    const { environment, network } = world({});
    network.isUp = false;
    await expect(page(environment, request('/'))).rejects.toThrow('no network');
  });
});

describe('what only some people use', () => {
  const canvas1 = ['/assets/canvas1.js', '/assets/canvas1.css', '/assets/serif.woff2'];
  const canvas2 = ['/assets/canvas2.js', '/assets/canvas2.css', '/assets/serif.woff2'];

  it('is not fetched before it is used, and opens without a network after that', async () => {
    const { environment, network, use } = world(release('1', 'a.js', canvas1));
    await refresh(environment);
    expect(network.fetched).not.toEqual(
      expect.arrayContaining([expect.stringContaining('canvas')]),
    );
    await use('/assets/canvas1.js');
    network.isUp = false;
    expect(await (await use('/assets/canvas1.js')).text()).toBe('canvas1.js');
    await expect(use('/assets/serif.woff2')).rejects.toThrow('no network');
  });

  it('comes with the next version for whoever has used it, without fonts not used', async () => {
    const { environment, network, use } = world(release('1', 'a.js', canvas1));
    await refresh(environment);
    await use('/assets/canvas1.js');
    Object.assign(network.files, release('2', 'b.js', canvas2));
    await refresh(environment);
    expect(network.fetched).not.toContain('/assets/serif.woff2');
    network.isUp = false;
    expect(await (await use('/assets/canvas2.js')).text()).toBe('canvas2.js');
    expect(await (await use('/assets/canvas2.css')).text()).toBe('canvas2.css');
    await expect(use('/assets/canvas1.js')).rejects.toThrow('no network');
  });

  it('is left alone by a new version for whoever has not used it', async () => {
    const { environment, network } = world(release('1', 'a.js', canvas1));
    await refresh(environment);
    Object.assign(network.files, release('2', 'b.js', canvas2));
    await refresh(environment);
    expect(network.fetched.filter((name) => name.includes('canvas'))).toEqual([]);
  });

  it('stays over a new version where its name stays', async () => {
    const { environment, network, use } = world(release('1', 'a.js', canvas1));
    await refresh(environment);
    await use('/assets/serif.woff2');
    Object.assign(network.files, release('2', 'b.js', canvas2));
    await refresh(environment);
    network.isUp = false;
    expect(await (await use('/assets/serif.woff2')).text()).toBe('serif.woff2');
  });

  it('is not kept when it is not there', async () => {
    const { environment, use } = world(release('1', 'a.js'));
    await refresh(environment);
    expect((await use('/assets/gone.js')).status).toBe(404);
    expect(await environment.caches.match(`${ORIGIN}/assets/gone.js`)).toBeUndefined();
  });
});

describe('isOurs', () => {
  const asked = (path: string, mode: RequestMode, method = 'GET') =>
    isOurs({ url: new URL(path, ORIGIN).href, mode, method }, ORIGIN);

  it('takes pages and hashed files, and leaves calls, other methods and other hosts alone', () => {
    expect(asked('/', 'navigate')).toBe(true);
    expect(asked('/ark/abc', 'navigate')).toBe(true);
    expect(asked('/assets/a.js', 'cors')).toBe(true);
    expect(asked('/api/sheets/abc', 'cors')).toBe(false);
    expect(asked('/api/sheets/abc/export/csv', 'navigate')).toBe(false);
    expect(asked('/sync/abc', 'websocket' as RequestMode)).toBe(false);
    expect(asked('/', 'navigate', 'POST')).toBe(false);
    expect(asked('https://other.example/assets/a.js', 'cors')).toBe(false);
  });
});
