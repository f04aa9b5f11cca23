import { addressText } from './address-text.ts';
import type { Endpoint } from './captured-segment.ts';
import { u16, u32 } from './read-number.ts';

/** How many ends are remembered at once. */
const MANY = 8192;

/** A number or text that only this address and port have. */
function keyOf(version: 4 | 6, octets: Uint8Array, at: number, port: number): number | string {
  if (version === 4) return u32(octets, at) * 0x10000 + port;
  const word = (place: number): number => u16(octets, at + 2 * place);
  return String.fromCharCode(word(0), word(1), word(2), word(3), word(4), word(5), word(6), word(7), port);
}

/** The ends that frames name: the same address and port usually give the same object, so that their text is made once. It keeps some thousands at most. */
export class Endpoints {
  readonly #known = new Map<number | string, Endpoint>();

  /** The end whose address stands at `at`. */
  of(version: 4 | 6, octets: Uint8Array, at: number, port: number): Endpoint {
    const key = keyOf(version, octets, at, port);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= MANY) this.#known.clear();
    const found: Endpoint = { address: addressText(version, octets, at), port };
    this.#known.set(key, found);
    return found;
  }
}
