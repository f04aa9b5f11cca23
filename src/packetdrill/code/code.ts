import type { State } from '../../tcp/state.ts';
import type { Connection } from '../stack/host.ts';
import { evaluate, readExpression } from './expression.ts';

/** The numbers of the states in `tcpi_state`, as Linux has them, with FreeBSD's names beside Linux's; packetdrill also knows those with `TCPI_`. */
const STATES: Readonly<Record<State, readonly [number, string, string]>> = {
  ESTABLISHED: [1, 'TCP_ESTABLISHED', 'TCPS_ESTABLISHED'],
  'SYN-SENT': [2, 'TCP_SYN_SENT', 'TCPS_SYN_SENT'],
  'SYN-RECEIVED': [3, 'TCP_SYN_RECV', 'TCPS_SYN_RECEIVED'],
  'FIN-WAIT-1': [4, 'TCP_FIN_WAIT1', 'TCPS_FIN_WAIT_1'],
  'FIN-WAIT-2': [5, 'TCP_FIN_WAIT2', 'TCPS_FIN_WAIT_2'],
  'TIME-WAIT': [6, 'TCP_TIME_WAIT', 'TCPS_TIME_WAIT'],
  CLOSED: [7, 'TCP_CLOSE', 'TCPS_CLOSED'],
  'CLOSE-WAIT': [8, 'TCP_CLOSE_WAIT', 'TCPS_CLOSE_WAIT'],
  'LAST-ACK': [9, 'TCP_LAST_ACK', 'TCPS_LAST_ACK'],
  LISTEN: [10, 'TCP_LISTEN', 'TCPS_LISTEN'],
  CLOSING: [11, 'TCP_CLOSING', 'TCPS_CLOSING'],
};

const TIMESTAMPS = 1;
const SACK = 2;
const WSCALE = 4;

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ...Object.values(STATES).flatMap(([value, linux, freebsd]): [string, number][] => [[linux, value], [freebsd, value], [freebsd.replace('TCPS_', 'TCPI_'), value]]),
  ['TCPI_OPT_TIMESTAMPS', TIMESTAMPS], ['TCPI_OPT_SACK', SACK], ['TCPI_OPT_WSCALE', WSCALE],
  ['TCPI_OPT_ECN', 8], ['TCPI_OPT_ECN_SEEN', 16], ['TCPI_OPT_SYN_DATA', 32],
  ['True', 1], ['False', 0],
]);

function knownOf({ tcb }: Connection): ReadonlyMap<string, number> {
  const { scaled, sack, ts } = tcb.agreed;
  return new Map([
    ...CONSTANTS,
    ['tcpi_state', STATES[tcb.state][0]],
    ['tcpi_snd_mss', tcb.snd.mss],
    ['tcpi_options', (ts === null ? 0 : TIMESTAMPS) | (sack ? SACK : 0) | (scaled ? WSCALE : 0)],
  ]);
}

/** What an assertion comes to; `claim` is its text. */
export type Verdict = { readonly type: 'holds' } | { readonly type: 'fails'; readonly claim: string } | { readonly type: 'unsupported'; readonly reason: string };

/** The condition before the message of an `assert`: up to a comma outside of parentheses. */
function conditionOf(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (text[at] === ',' && depth === 0) return text.slice(0, at);
  }
  return text;
}

function judge(statement: string, connection: Connection | null): Verdict {
  if (/^print\b/.test(statement)) return { type: 'holds' };
  const asserted = /^assert\b\s*(.*)$/s.exec(statement)?.[1];
  if (asserted === undefined) return { type: 'unsupported', reason: `“${statement}” is not an assertion` };
  const claim = conditionOf(asserted).trim();
  const expression = readExpression(claim);
  if (expression === null || connection === null) return { type: 'unsupported', reason: `“${claim}” is not an expression that is known here` };
  const value = evaluate(expression, knownOf(connection));
  if (typeof value === 'string') return { type: 'unsupported', reason: `${value} is not known here (tcpi_state, tcpi_snd_mss and tcpi_options are)` };
  return value === 0 ? { type: 'fails', claim } : { type: 'holds' };
}

/** Judges the Python between `%{` and `}%`: assertions on `tcpi_state`, `tcpi_snd_mss`, `tcpi_options`; what is printed claims nothing. */
export function runCode(text: string, connection: Connection | null): Verdict {
  for (const statement of text.split(/[\n;]/).map((line) => line.trim())) {
    if (statement === '' || statement.startsWith('#')) continue;
    const verdict = judge(statement, connection);
    if (verdict.type !== 'holds') return verdict;
  }
  return { type: 'holds' };
}
