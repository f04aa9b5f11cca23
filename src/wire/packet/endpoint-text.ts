import type { Endpoint } from './captured-segment.ts';

/** An end as addresses with ports are written: `10.0.0.1:80`; `[2001:db8::1]:80` (RFC 3986 §3.2.2). */
export function endpointText({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
