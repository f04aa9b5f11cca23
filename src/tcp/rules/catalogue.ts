import { ECN_AGREED, ECN_ASKED, ECN_GIVEN_UP } from '../ecn.ts';
import { COOKIE_ASKED, COOKIE_GIVEN, COOKIE_KEPT, COOKIE_SHOWN } from '../fast-open.ts';
import { SYN_DATA_KEPT, SYN_DATA_LEFT } from '../negotiate.ts';
import { CHALLENGE_LIMIT } from '../reply.ts';
import { ABORT_RULES } from './abort.ts';
import { CLOSED_RULES } from './closed.ts';
import { CLOSE_RULES } from './close.ts';
import { LISTEN_RULES } from './listen.ts';
import { OPEN_RULES } from './open.ts';
import { OTHER_RULES } from './other.ts';
import { OUTPUT_RULES } from './output.ts';
import { READING_RULES, RECEIVE_RULES } from './receive.ts';
import { SEND_RULES } from './send.ts';
import { STATUS_RULES } from './status.ts';
import { SYN_SENT_RULES } from './syn-sent.ts';
import { TIMEOUT_RULES } from './timeouts.ts';

/** What a reader needs of a rule: its id and the clause that it comes from. */
export interface RuleEntry {
  readonly id: string;
  readonly cite: string;
}

/** Every rule of the engine once, in the order of RFC 9293 §3.10, the output rules last. */
export const RULES: readonly RuleEntry[] = [
  OPEN_RULES,
  SEND_RULES,
  RECEIVE_RULES,
  READING_RULES,
  CLOSE_RULES,
  ABORT_RULES,
  STATUS_RULES,
  CLOSED_RULES,
  LISTEN_RULES,
  SYN_SENT_RULES,
  OTHER_RULES,
  [CHALLENGE_LIMIT],
  [COOKIE_ASKED, COOKIE_SHOWN, COOKIE_GIVEN, COOKIE_KEPT],
  [SYN_DATA_KEPT, SYN_DATA_LEFT],
  [ECN_ASKED, ECN_AGREED, ECN_GIVEN_UP],
  TIMEOUT_RULES,
  OUTPUT_RULES,
].flatMap((rules): readonly RuleEntry[] => rules.map(({ id, cite }) => ({ id, cite })));
