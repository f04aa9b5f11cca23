import type { CDPSession } from 'playwright-core';

/** One response that a page loaded. */
export interface Loaded {
  readonly url: string;
  readonly script: boolean;
  /** What came over the wire, headers included. */
  readonly bytes: number;
  readonly compressed: boolean;
}

/** Writes down every response of the page: what came over the wire, in bytes. */
export async function record(session: CDPSession): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = [];
  const began = new Map<string, Omit<Loaded, 'bytes'>>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    began.set(requestId, { url: response.url, script: type === 'Script' || response.mimeType.includes('javascript'), compressed: 'Content-Encoding' in response.headers });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const response = began.get(requestId);
    if (response !== undefined) loaded.push({ ...response, bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  return loaded;
}
