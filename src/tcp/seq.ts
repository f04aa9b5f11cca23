declare const brand: unique symbol;

/** A sequence number: an integer in 0…2³²−1, compared only modulo 2³² (RFC 9293 §3.4). */
export type Seq = number & { readonly [brand]: 'Seq' };

/** The sequence number that `n` stands for modulo 2³²; any integer is accepted, also a negative one. */
export function seq(n: number): Seq {
  return (n >>> 0) as Seq;
}

/** `a + n` modulo 2³²; `n` in octets, may be negative. */
export function seqAdd(a: Seq, n: number): Seq {
  return ((a + n) >>> 0) as Seq;
}

/** How far `a` is ahead of `b`, in octets: −2³¹…2³¹−1, negative where `a` is behind. */
export function seqDiff(a: Seq, b: Seq): number {
  return (a - b) | 0;
}

/** `a < b` in sequence space, for numbers less than 2³¹ apart (RFC 9293 §3.4). */
export function seqLt(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) < 0;
}

/** `a ≤ b` in sequence space (RFC 9293 §3.4). */
export function seqLe(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) <= 0;
}

/** `a > b` in sequence space (RFC 9293 §3.4). */
export function seqGt(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) > 0;
}

/** `a ≥ b` in sequence space (RFC 9293 §3.4). */
export function seqGe(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) >= 0;
}

/** The later of two sequence numbers. */
export function seqMax(a: Seq, b: Seq): Seq {
  return seqLt(a, b) ? b : a;
}

/** The earlier of two numbers. */
export function seqMin(a: Seq, b: Seq): Seq {
  return seqLt(a, b) ? a : b;
}
