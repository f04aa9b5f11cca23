import type { ArrivalRule } from '../rule.ts';
import { ACK_RULES } from './other-ack.ts';
import { ECN_RULES, SYN_WITHOUT_ECN_RULES } from './other-ecn.ts';
import { RST_AND_SYN_RULES } from './other-rst.ts';
import { CROSSED_SYN_RULES, SEQUENCE_RULES, TRIM_RULES } from './other-seq.ts';
import { URG_RULES } from './other-urg.ts';
import { TIMESTAMP_RULES, TS_RECENT_RULES } from './other-timestamps.ts';
import { TIME_WAIT_FIRST_RULES } from './time-wait-first.ts';
import { TEXT_AND_FIN_RULES } from './other-text.ts';

/** SEGMENT ARRIVES in every state from SYN-RECEIVED on, in the order of RFC 9293 §3.10.7.4. */
export const OTHER_RULES: readonly ArrivalRule[] = [
  ...CROSSED_SYN_RULES,
  ...SYN_WITHOUT_ECN_RULES,
  ...TIME_WAIT_FIRST_RULES,
  ...TIMESTAMP_RULES,
  ...SEQUENCE_RULES,
  ...TS_RECENT_RULES,
  ...TRIM_RULES,
  ...RST_AND_SYN_RULES,
  ...ACK_RULES,
  ...ECN_RULES,
  ...URG_RULES,
  ...TEXT_AND_FIN_RULES,
];
