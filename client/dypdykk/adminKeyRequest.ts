/** That the admin key is asked for, and what is done with it. `AdminKeyDialog` asks. */
import { create } from 'zustand';

interface AdminKeyRequest {
  /** Tries again with a key; the request stands until it is met or given up. */
  readonly retry: ((adminKey: string) => Promise<void>) | undefined;
  /** How often the server has said no. */
  readonly refusals: number;
}

export const useAdminKeyRequest = create<AdminKeyRequest>(() => ({
  retry: undefined,
  refusals: 0,
}));

export function askForAdminKey(retry: (adminKey: string) => Promise<void>): void {
  useAdminKeyRequest.setState(({ refusals }) => ({ retry, refusals: refusals + 1 }));
}

export function forgetAdminKeyRequest(): void {
  useAdminKeyRequest.setState({ retry: undefined, refusals: 0 });
}
