import type { Stamp } from '../packet/stamp.ts';

/** What the stamps of an interface count: `base` to the power of −`exponent` seconds each. */
export interface TimeResolution {
  readonly base: 2 | 10;
  /** 0…127. */
  readonly exponent: number;
}

/** Microseconds: where a file says nothing else. */
export const MICROSECONDS: TimeResolution = { base: 10, exponent: 6 };

/** What `if_tsresol` says: its most significant bit chooses the base. */
export function timeResolution(octet: number): TimeResolution {
  return { base: (octet & 0x80) === 0 ? 10 : 2, exponent: octet & 0x7f };
}

const WORD = 2 ** 32;
const NANOSECONDS = 1_000_000_000;

/** The whole seconds, and the nanoseconds of the rest, of `high` · 2³² + `low` units of which 2 to the power of `exponent` make a second. Exact up to an exponent of 32. */
function binary(high: number, low: number, exponent: number): readonly [number, number] {
  if (exponent > 32) {
    const above = 2 ** (exponent - 32);
    return [Math.floor(high / above), ((high % above) / above + low / 2 ** exponent) * NANOSECONDS];
  }
  const perSecond = 2 ** exponent;
  // A factor of 2⁹ of the billion goes into the divisor, so that the product stays below 2⁵³.
  return [high * (WORD / perSecond) + Math.floor(low / perSecond), ((low % perSecond) * 5 ** 9) / (perSecond / 2 ** 9)];
}

/** The same for a power of ten: the powers of two in it are shifted out, and what is left is divided word by word, so that no number goes beyond 2⁵³ up to an exponent of 15. */
function decimal(high: number, low: number, exponent: number): readonly [number, number] {
  if (exponent > 19) return [0, ((high * WORD + low) / 10 ** exponent) * NANOSECONDS];
  const two = 2 ** exponent;
  const five = 5 ** exponent;
  const upper = (high % five) * (WORD / two) + Math.floor(low / two);
  const s = Math.floor(high / five) * (WORD / two) + Math.floor(upper / five);
  const rest = (upper % five) * two + (low % two);
  return [s, exponent < 9 ? rest * 10 ** (9 - exponent) : rest / 10 ** (exponent - 9)];
}

/** The moment that is `high` · 2³² + `low` units behind the second `offset` of 1970. */
export function stampOf({ base, exponent }: TimeResolution, high: number, low: number, offset: number): Stamp {
  const [s, ns] = base === 2 ? binary(high, low, exponent) : decimal(high, low, exponent);
  // Stamps that are finer than anybody's clock are not exact, but stay within their second.
  return { s: s + offset, ns: Math.max(0, Math.min(NANOSECONDS - 1, Math.floor(ns))) };
}
