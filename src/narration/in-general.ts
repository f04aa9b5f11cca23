import { say } from './say.ts';
import { sentence, type Words } from './sentence.ts';

/** What stands for a number or a name where a rule is spoken of without a run: RFC 9293's own symbols, n for a count, T for a time. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  iss: 'ISS',
  irs: 'SEG.SEQ',
  seq: 'SEG.SEQ',
  ack: 'SEG.ACK',
  segLen: 'SEG.LEN',
  segEnd: 'SEG.SEQ+SEG.LEN',
  segWnd: 'SEG.WND',
  replySeq: 'SEG.SEQ',
  rcvNxt: 'RCV.NXT',
  rcvNxtAfter: 'RCV.NXT',
  rcvWndAfter: 'RCV.WND',
  rcvEnd: 'RCV.NXT+RCV.WND',
  urgentEnd: 'RCV.UP',
  sndUna: 'SND.UNA',
  sndNxt: 'SND.NXT',
  sndNxtAfter: 'SND.NXT',
  sndWnd: 'SND.WND',
  sndMss: 'Eff.snd.MSS',
  cwnd: 'cwnd',
  ssthresh: 'ssthresh',
  tsVal: 'SEG.TSval',
  tsRecent: 'TS.Recent',
  rto: 'RTO',
  idle: 'T',
  userTimeout: 'T',
  port: 'P',
  length: 'n',
  handed: 'n',
  unread: 'n',
  unreadBefore: 'n',
  sacked: 'n–m',
  dupAcks: 'n',
  probed: 'n',
  transmissions: 'n',
};

/** Placeholders that a language has words for. */
export const NAMED = ['host', 'peer', 'stateBefore', 'stateAfter'] as const;

/** The keys of those words. */
export const GENERAL: readonly string[] = NAMED.map((name) => `fidelity.general.${name}`);

/** The sentence of a rule as it is true of any run. */
export function inGeneral(rule: string, words: Words): string {
  const named = Object.fromEntries(NAMED.map((name) => [name, words[`fidelity.general.${name}`] ?? name]));
  return say(sentence(`rule.${rule}`, { ...SYMBOLS, ...named }), words);
}
