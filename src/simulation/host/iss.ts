import { seq, type Seq } from '../../tcp/seq.ts';
import type { Host, Socket } from './host.ts';
import { keyedHash } from './keyed-hash.ts';

/** The rule by which a host chooses its initial sequence numbers. */
export type IssRule =
  /** One after another, 0…2³²−1 each; the last one is repeated plus 64000 each time. */
  | { readonly type: 'list'; readonly numbers: readonly number[] }
  /** As if by chance, the same for the same seed. */
  | { readonly type: 'seed'; readonly seed: number }
  /** ISN = M + F(four-tuple, secret key) (RFC 6528 §3, RFC 9293 §3.4.1, MUST-8, SHLD-1); `secret`: 0 where it is absent. */
  | { readonly type: 'rfc6528'; readonly secret?: number };

const STEP = 64_000;

/** M of RFC 6528 §3 ticks every 4 µs. */
const TICKS_PER_MS = 250;

function fromList(numbers: readonly number[], taken: number): number {
  const last = Math.max(0, numbers.length - 1);
  return (numbers[Math.min(taken, last)] ?? 0) + Math.max(0, taken - last) * STEP;
}

/** The ISS that the host would choose for this four-tuple at `now`, ms. */
export function chooseIss(rule: IssRule, host: Host, local: number, remote: Socket, now: number): Seq {
  switch (rule.type) {
    case 'list':
      return seq(fromList(rule.numbers, host.issChosen));
    case 'seed':
      return seq(keyedHash(rule.seed, String(host.issChosen)));
    case 'rfc6528':
      return seq(Math.floor(now * TICKS_PER_MS) + keyedHash(rule.secret ?? 0, `${host.address}:${local} ${remote.address}:${remote.port}`));
  }
}
