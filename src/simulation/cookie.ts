import type { FastOpen } from '../tcp/env.ts';
import { ADDRESSES } from './connections.ts';
import { keyedHash } from './host/keyed-hash.ts';
import { peerOf, type HostId, type Scenario } from './scenario.ts';

/** A cookie that nobody gives any more. */
const OLD = '00c0ffee00c0ffee';

const hex = (number: number): string => number.toString(16).padStart(8, '0');

/** The keys with which hosts make cookies. */
const KEYS: Readonly<Record<HostId, readonly [number, number]>> = { A: [0x5eed_000a, 0x5eed_001a], B: [0x5eed_000b, 0x5eed_001b] };

/** The Fast Open cookie that `host` gives to its peer: eight octets made of the peer's address with a key of its own (RFC 7413 §4.1.2). */
function givenBy(host: HostId): string {
  const address = ADDRESSES[peerOf(host)];
  return KEYS[host].map((key) => hex(keyedHash(key, address))).join('');
}

/** The cookie that `host` has from its peer before anything happens; null: none. */
export function cookieAtFirst(host: HostId, scenario: Scenario): string | null {
  const { fastOpen } = scenario.hosts[host];
  if (fastOpen === 'old cookie') return OLD;
  return fastOpen === 'cookie' ? givenBy(peerOf(host)) : null;
}

/** Fast Open as a step of `host` may know it; null: the host does not use it. `has`: the cookie that it has. */
export function fastOpenOf(host: HostId, scenario: Scenario, has: string | null): FastOpen | null {
  return scenario.hosts[host].fastOpen === 'off' ? null : { gives: givenBy(host), has };
}
