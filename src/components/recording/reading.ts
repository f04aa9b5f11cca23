import type { Captured } from './captured.ts';

/** What one can read off a line of a capture and of those above it; a message of content/i18n with what fills it. Times are ms. */
export interface Reading {
  readonly says: 'opens' | 'answers' | 'complete' | 'data' | 'again' | 'covers' | 'same' | 'closes-first' | 'closes-too' | 'refused' | 'resets';
  readonly params: Readonly<Record<string, string | number>>;
}

/** The next number after the segment, relative to the first of its direction. */
const endOf = ({ relSeq, len, flags }: Captured) => relSeq + len + Number(flags.includes('SYN')) + Number(flags.includes('FIN'));

/** What each line says to whoever has seen the lines above it, and nothing else. */
export function readings(capture: readonly Captured[]): readonly Reading[] {
  return capture.map((one, at) => reading(one, capture.slice(0, at)));
}

function reading(one: Captured, above: readonly Captured[]): Reading {
  const has = (name: string) => one.flags.split(',').includes(name);
  const mine = above.filter(({ from }) => from === one.from);
  const theirs = above.filter(({ from }) => from !== one.from);
  const by = { who: one.from };
  const since = (other: Captured) => ({ line: other.line, after: Math.round((one.t - other.t) * 10_000) / 10 });
  if (has('RST')) return { says: theirs.length === 1 && mine.length === 0 && theirs[0]?.flags === 'SYN' ? 'refused' : 'resets', params: by };
  const before = mine.findLast((other) => other.seq === one.seq && other.len === one.len && endOf(other) === endOf(one) && endOf(one) > one.relSeq);
  if (before !== undefined) return { says: 'again', params: since(before) };
  if (has('SYN')) {
    const asked = theirs.findLast(({ flags }) => flags === 'SYN');
    return has('ACK') && asked !== undefined ? { says: 'answers', params: { ...by, seq: one.seq, ...since(asked) } } : { says: 'opens', params: { ...by, seq: one.seq } };
  }
  if (has('FIN')) return { says: theirs.some(({ flags }) => flags.includes('FIN')) ? 'closes-too' : 'closes-first', params: by };
  if (one.len > 0) return { says: 'data', params: { ...by, first: one.relSeq, last: one.relSeq + one.len - 1 } };
  const repeated = mine.findLast(({ relAck, flags }) => relAck === one.relAck && !flags.includes('SYN'));
  const covered = theirs.findLast((other) => endOf(other) === one.relAck);
  if (covered === undefined) return { says: 'same', params: { line: repeated?.line ?? one.line } };
  // Nothing new has come between the two: it only says again what it said.
  if (repeated !== undefined && covered.line < repeated.line) return { says: 'same', params: { line: repeated.line } };
  return covered.flags === 'SYN,ACK' ? { says: 'complete', params: { ...by, ...since(covered) } } : { says: 'covers', params: { ...by, ...since(covered) } };
}
