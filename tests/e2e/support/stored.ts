/** What the server has of a sheet: the snapshot that `GET /api/sheets/:id` answers. */
import type { Snapshot } from '../../../shared/sheet/snapshot/snapshot.ts';
import type { TestSheet } from '../../world/server.ts';

/** A server that can be asked. */
export interface Asked {
  call(path: string, init: { readonly key: string }): Promise<Response>;
}

export async function stored(server: Asked, sheet: TestSheet): Promise<Snapshot> {
  const response = await server.call(`/api/sheets/${sheet.id}`, { key: sheet.keys.les });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as Snapshot;
}
