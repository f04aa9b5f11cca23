import { ACK, FIN, RST, SYN, type Flags } from '../../tcp/flags.ts';
import type { State } from '../../tcp/state.ts';

/** What the condition of a rule looks at, where state and needed control bits are as it asks. */
export type Looks = 'bits' | 'seq' | 'ack' | 'kept' | 'state' | 'called' | 'timer';

/** What a rule asks of the moment; `exercise.rule.when.<id>` says it. Conditions of one group exclude each other. */
export interface Condition {
  readonly event: 'SEGMENT ARRIVES' | 'CLOSE' | 'ABORT' | 'timeout';
  readonly looks: Looks;
  /** The states in which it can hold; absent: any. */
  readonly states?: readonly State[];
  /** A control bit without which it cannot hold. */
  readonly bit?: Flags;
  /** Its group, where one that has fired excludes the others. */
  readonly group?: string;
}

const OPEN: readonly State[] = ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'];
const OVER: readonly State[] = ['CLOSING', 'LAST-ACK', 'TIME-WAIT'];
const RECEIVING: readonly State[] = ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'];
const BEHIND: readonly State[] = ['SYN-RECEIVED', ...OPEN, ...OVER];

const closed = { event: 'SEGMENT ARRIVES', looks: 'bits', states: ['CLOSED'], group: 'closed' } as const;
const listen = { event: 'SEGMENT ARRIVES', looks: 'bits', states: ['LISTEN'], group: 'listen' } as const;
const synSent = { event: 'SEGMENT ARRIVES', looks: 'ack', states: ['SYN-SENT'], group: 'syn-sent' } as const;
const seq = { event: 'SEGMENT ARRIVES', looks: 'seq', states: BEHIND } as const;
const ack = { event: 'SEGMENT ARRIVES', looks: 'ack', states: BEHIND, bit: ACK } as const;
const rst = { ...seq, bit: RST, group: 'rst' } as const;
const close = { event: 'CLOSE', looks: 'state', group: 'close' } as const;
const abort = { event: 'ABORT', looks: 'state', group: 'abort' } as const;
const timeout = { event: 'timeout', looks: 'timer', group: 'timeout' } as const;

/** Fires along with others that say more: it decides only where none of them has fired. */
export const LEAST = 'other.ack.new';

/** The rules that can decide what a host does, by their ids: what keeps books, or belongs to one system, is not asked about. */
export const CONDITIONS: Readonly<Record<string, Condition>> = {
  'closed.rst': { ...closed, bit: RST },
  'closed.no-ack': closed,
  'closed.ack': { ...closed, bit: ACK },
  'listen.ack': { ...listen, bit: ACK },
  'listen.syn': { ...listen, bit: SYN },
  'syn-sent.ack.bad-rst': { ...synSent, bit: RST },
  'syn-sent.ack.bad': { ...synSent, bit: ACK },
  'syn-sent.rst.reset': { ...synSent, bit: RST },
  'syn-sent.syn-ack': { ...synSent, bit: SYN },
  'syn-sent.syn': { ...synSent, looks: 'bits', bit: SYN },
  'syn-sent.other': { ...synSent, looks: 'bits' },
  'other.seq.crossed-syn-ack': { ...seq, states: ['SYN-RECEIVED'], bit: SYN },
  'other.seq.unacceptable-rst': rst,
  'other.seq.repeated-fin': { ...seq, states: ['TIME-WAIT'], bit: FIN },
  'other.seq.unacceptable': seq,
  'other.rst.challenge': rst,
  'other.rst.passive': { ...rst, states: ['SYN-RECEIVED'] },
  'other.rst.reset': { ...rst, states: OPEN },
  'other.rst.closing': { ...rst, states: OVER },
  'other.syn.challenge': { ...seq, bit: SYN },
  'other.ack.refused': { ...ack, states: ['SYN-RECEIVED'] },
  'other.ack.establishes': { ...ack, states: ['SYN-RECEIVED'] },
  'other.ack.beyond': ack,
  'other.ack.new': ack,
  'other.ack.duplicate': ack,
  'other.ack.fin-wait-1': { ...ack, states: ['FIN-WAIT-1'] },
  'other.ack.closing': { ...ack, states: ['CLOSING'] },
  'other.ack.last-ack': { ...ack, states: ['LAST-ACK'] },
  'other.text.beyond': { ...seq, states: RECEIVING },
  'other.text.deliver': { ...seq, states: RECEIVING },
  'other.text.hole-filled': { ...seq, looks: 'kept', states: RECEIVING },
  'other.fin': { ...seq, states: RECEIVING, bit: FIN },
  'close.closed': { ...close, states: ['CLOSED'] },
  'close.unopened': { ...close, states: ['LISTEN', 'SYN-SENT'] },
  'close.again': { ...close, looks: 'called' },
  'close.syn-received': { ...close, states: ['SYN-RECEIVED'] },
  'close.established': { ...close, states: ['ESTABLISHED'] },
  'close.close-wait': { ...close, states: ['CLOSE-WAIT'] },
  'abort.closed': { ...abort, states: ['CLOSED'] },
  'abort.silent': { ...abort, states: ['LISTEN', 'SYN-SENT', ...OVER] },
  'abort.rst': { ...abort, states: ['SYN-RECEIVED', ...OPEN] },
  'timeout.retransmit': timeout,
  'timeout.give-up': timeout,
  'timeout.persist': timeout,
  'timeout.keep-alive': timeout,
};
