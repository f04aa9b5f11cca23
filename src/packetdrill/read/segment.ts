import type { FlagName } from '../../tcp/flags.ts';
import type { ScriptSegment } from '../script.ts';
import { lineOf, must, mustInteger, peek, sees, stopAt, stuck, takes, takesKind, type Cursor } from './cursor.ts';
import { readOptions } from './options.ts';

/** The letters of the control bits; `.` is ACK and stands behind them. */
const LETTERS: Readonly<Record<string, FlagName>> = { F: 'FIN', S: 'SYN', R: 'RST', P: 'PSH', U: 'URG', E: 'ECE', W: 'CWR' };

const OTHER_PROTOCOLS: readonly string[] = ['icmp', 'icmpv4', 'icmpv6', 'udp', 'udplite', 'sctp', 'dccp', 'ipv4', 'ipv6', 'gre', 'GREv0', 'mpls'];

const ECN = ['noecn', 'ect0', 'ect1', 'ect01', 'ce'] as const;

type Ecn = ScriptSegment['ecn'];

/** What stands in `[…]` or `(…)` before the flags. Only ECN marks are known; others, and ICMP's `[1:1(0)]`, are not. */
function readIpInfo(cursor: Cursor): Ecn {
  const close = takes(cursor, '[') ? ']' : takes(cursor, '(') ? ')' : null;
  if (close === null) return null;
  const ecn = ECN.find((name) => name === peek(cursor).text);
  if (ecn === undefined) stopAt(cursor, 'unsupported', `the IP header field “${peek(cursor).text}” is not one that the engine has`);
  cursor.at += 1;
  if (!sees(cursor, close)) stopAt(cursor, 'unsupported', `the IP header field “${peek(cursor).text}” is not one that the engine has`);
  must(cursor, close);
  return ecn ?? null;
}

function readPorts(cursor: Cursor): ScriptSegment['ports'] {
  if (peek(cursor).kind !== 'number' || peek(cursor, 1).text !== '>') return null;
  const from = mustInteger(cursor, 'a port');
  must(cursor, '>');
  return { from, to: mustInteger(cursor, 'a port') };
}

function readFlags(cursor: Cursor): readonly FlagName[] {
  if (takes(cursor, '-')) return [];
  const { line } = peek(cursor);
  const letters = takesKind(cursor, 'word') ?? '';
  const flags: FlagName[] = [];
  for (const letter of letters) {
    const flag = LETTERS[letter];
    if (flag === undefined) stopAt(cursor, 'unsupported', `“${letter}” in “${letters}” is not a flag that the engine has`, line);
    else flags.push(flag);
  }
  if (takes(cursor, '.')) return [...flags, 'ACK'];
  if (peek(cursor).kind === 'number' && peek(cursor).text.startsWith('.')) stopAt(cursor, 'unsupported', 'AccECN counters are not something that the engine has');
  else if (letters === '') stuck(cursor, 'the flags of a segment');
  return flags;
}

/** `1:101(100)`, or `...(0)` where the numbers are not checked. */
function readSequence(cursor: Cursor): { readonly seq: number | null; readonly length: number } {
  if (takesKind(cursor, 'ellipsis') !== null) {
    must(cursor, '(');
    const length = mustInteger(cursor, 'the length of the data');
    must(cursor, ')');
    return { seq: null, length };
  }
  const line = lineOf(cursor);
  const seq = mustInteger(cursor, 'a sequence number');
  must(cursor, ':');
  const end = mustInteger(cursor, 'the sequence number behind the data');
  must(cursor, '(');
  const length = mustInteger(cursor, 'the length of the data');
  must(cursor, ')');
  if (seq + length !== end) stopAt(cursor, 'contradiction', `${seq}:${end}(${length}): ${seq} + ${length} is not ${end}`, line);
  return { seq, length };
}

function numberAfter(cursor: Cursor, word: string, most: number): number | null {
  if (!takes(cursor, word)) return null;
  if (takesKind(cursor, 'ellipsis') !== null) return null;
  const value = mustInteger(cursor, `the number of ${word}`);
  if (value < 0 || value > most) stopAt(cursor, 'contradiction', `${word} ${value} does not fit its field`);
  return value;
}

/** The segment behind `<` or `>`. */
export function readSegment(cursor: Cursor): ScriptSegment {
  const before = readIpInfo(cursor);
  const { text, kind } = peek(cursor);
  if (kind === 'word' && OTHER_PROTOCOLS.includes(text)) stopAt(cursor, 'unsupported', `the engine speaks TCP, not ${text}`);
  const ports = readPorts(cursor);
  const flags = readFlags(cursor);
  const { seq, length } = readSequence(cursor);
  const ack = numberAfter(cursor, 'ack', 0xffff_ffff);
  const win = numberAfter(cursor, 'win', 0xffff);
  const urg = numberAfter(cursor, 'urg', 0xffff);
  const options = takes(cursor, '<') ? readOptions(cursor) : null;
  if (sees(cursor, '{')) stopAt(cursor, 'unsupported', 'segments that are changed on their way ({…}) are not something that the engine has');
  return { ecn: before, ports, flags, seq, length, ack, win, urg, options };
}
