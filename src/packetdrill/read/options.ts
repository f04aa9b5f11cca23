import type { OptionItem } from '../script.ts';
import { must, mustInteger, peek, stopAt, stuck, takes, takesKind, type Cursor } from './cursor.ts';

const U32 = 0xffff_ffff;

function sackBlocks(cursor: Cursor): OptionItem {
  const blocks: { left: number; right: number }[] = [];
  do {
    const left = mustInteger(cursor, 'the left edge of a SACK block');
    must(cursor, ':');
    blocks.push({ left, right: mustInteger(cursor, 'the right edge of a SACK block') });
  } while (peek(cursor).kind === 'number');
  return { kind: 'sack', blocks };
}

function stamp(cursor: Cursor, name: string): number | null {
  must(cursor, name);
  if (takesKind(cursor, 'ellipsis') !== null) return null;
  const value = mustInteger(cursor, `the ${name} of a timestamp`);
  if (value < 0 || value > U32) stopAt(cursor, 'contradiction', `${value} is no 32-bit timestamp`);
  return value;
}

function bounded(cursor: Cursor, kind: 'mss' | 'wscale', most: number): OptionItem {
  const value = mustInteger(cursor, `the value of ${kind}`);
  if (value < 0 || value > most) stopAt(cursor, 'contradiction', `${kind} ${value} does not fit its field`);
  return { kind, value };
}

/** `FO`, or `FO` and the hexadecimal digits of a cookie. */
function cookie(cursor: Cursor): OptionItem {
  const { line } = peek(cursor);
  const digits = takesKind(cursor, 'word') ?? takesKind(cursor, 'number') ?? '';
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(digits)) stopAt(cursor, 'unsupported', `the cookie ${digits} is not hexadecimal digits (--define ${digits}=… says what a word stands for)`, line);
  return { kind: 'FO', cookie: digits.toLowerCase() };
}

function readOption(cursor: Cursor): OptionItem {
  const { line } = peek(cursor);
  const name = takesKind(cursor, 'word') ?? '';
  switch (name) {
    case 'nop':
    case 'eol':
    case 'sackOK':
      return { kind: name };
    case 'mss':
      return bounded(cursor, name, 0xffff);
    case 'wscale':
      return bounded(cursor, name, 0xff);
    case 'sack':
      return sackBlocks(cursor);
    case 'TS': {
      const val = stamp(cursor, 'val');
      return { kind: 'TS', val, ecr: stamp(cursor, 'ecr') };
    }
    case 'FO':
      return cookie(cursor);
    case '':
      stuck(cursor, 'a TCP option');
      return { kind: 'nop' };
    default:
      stopAt(cursor, 'unsupported', `the TCP option ${name} is not one that the engine has`, line);
      return { kind: 'nop' };
  }
}

/** The options of a segment behind its `<`: a list in its order on the wire, or `<...>`. */
export function readOptions(cursor: Cursor): readonly OptionItem[] | 'unchecked' {
  if (takesKind(cursor, 'ellipsis') !== null) {
    must(cursor, '>');
    return 'unchecked';
  }
  const items: OptionItem[] = [];
  do items.push(readOption(cursor));
  while (takes(cursor, ','));
  must(cursor, '>');
  return items;
}
