import { describe, expect, it } from 'vitest';
import { ACK, has, without, type Flags } from '../flags.ts';
import { PROFILE_NAMES } from '../profile.ts';
import { PROFILES } from '../profiles.ts';
import { segmentOf } from '../segment.ts';
import { seq } from '../seq.ts';
import { SYNCHRONIZED } from '../state.ts';
import type { Tcb } from '../tcb.ts';
import { ENV, listening, synReceived, synSent, synchronized } from './builders.ts';
import { CLOSED_RULES } from './closed.ts';
import { LISTEN_RULES } from './listen.ts';
import { OTHER_RULES } from './other.ts';
import { SYN_SENT_RULES } from './syn-sent.ts';

const SYNCHRONIZED_ENDPOINTS = SYNCHRONIZED.map(synchronized);

/** Every state but CLOSED, where no rule is spared anything; those past the handshake also with all acknowledged that they have sent. */
const ENDPOINTS: readonly Tcb[] = [
  listening(),
  synSent(),
  synReceived(),
  ...SYNCHRONIZED_ENDPOINTS,
  ...SYNCHRONIZED_ENDPOINTS.map((tcb): Tcb => ({ ...tcb, snd: { ...tcb.snd, una: tcb.snd.nxt } })),
];

/** Where segments begin: before, at and behind RCV.NXT, and far outside the window. */
const BEGINNINGS = [299, 300, 301, 302, 900_000];
const ACKS = [99, 100, 101, 102, 900_000];

const RULES = [...CLOSED_RULES, ...LISTEN_RULES, ...SYN_SENT_RULES, ...OTHER_RULES];

describe('a rule that names a bit or a state', () => {
  it.each(RULES.filter((rule) => rule.bit !== undefined || rule.state !== undefined))('$id fires for no other segment', (rule) => {
    const fired: string[] = [];
    for (const tcb of ENDPOINTS.filter(({ state }) => rule.bit !== undefined || state !== rule.state)) {
      const { state } = tcb;
      // The rules of LISTEN and of the states from SYN-RECEIVED on are two lists: neither is asked for the other's states.
      if ((state === 'LISTEN') !== LISTEN_RULES.includes(rule) || (state === 'SYN-SENT') !== SYN_SENT_RULES.includes(rule)) continue;
      for (let flags = 0 as Flags; flags < 256; flags = (flags + 1) as Flags) {
        if ((rule.state ?? state) === state && (rule.bit === undefined || has(flags, rule.bit))) continue;
        for (const at of BEGINNINGS) {
          for (const ack of ACKS) {
            for (const name of PROFILE_NAMES) {
              const segment = segmentOf({ flags, seq: seq(at), ack: seq(has(flags, ACK) ? ack : 0), length: at % 3, wnd: 4000 });
              if (rule.fire(tcb, segment, { ...ENV, profile: PROFILES[name] }) !== null) fired.push(`${state} ${String(without(flags, ACK))} ${String(at)} ${String(ack)} ${name}`);
            }
          }
        }
      }
    }
    expect(fired).toEqual([]);
  });
});
