import { sha256 } from '@noble/hashes/sha2.js';

/** The first 32 bits of SHA-256 of a text and a secret key: F of RFC 6528 §3, 0…2³²−1. */
export function keyedHash(key: number, text: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = sha256(Uint8Array.from(`${text} ${String(key)}`, (character) => character.charCodeAt(0)));
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
