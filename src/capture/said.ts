import type { HostId } from '../simulation/scenario.ts';

/** A sentence about a capture: the key of a message, and the values of its placeholders; hosts are `client` (A) and `server` (B), times ms. */
export interface Said {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** How sentences call the two ends. */
export const HOST_NAMES: Readonly<Record<HostId, string>> = { A: 'client', B: 'server' };

/** A sentence by its key, with the values of its placeholders. */
export function said(key: string, params: Said['params'] = {}): Said {
  return { key, params };
}
