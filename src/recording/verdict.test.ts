import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRecording } from './read-recording.ts';
import type { Recorded, Recording } from './recording.ts';
import { verdictOn } from './verdict.ts';

const NAMES = readdirSync('content/recordings').map((file) => file.replace('.json', ''));

function recordingOf(name: string): Recording {
  const read = readRecording(readFileSync(`content/recordings/${name}.json`, 'utf8'));
  if ('where' in read) throw new Error(`${name}: ${read.where} ${read.what}`);
  return read;
}

/** Segments that a timer sends, and whose lack no ladder can show: the recording ends, or something else takes their place, before the latest hour at which a kernel would have sent them. */
const EXCUSED: Readonly<Record<string, readonly number[]>> = { '31-syn-cookies': [13, 14, 15], '50-tcp-fast-open': [5] };

/** The recording with another ladder. */
function changed(recording: Recording, change: (ladder: readonly Recorded[]) => readonly Recorded[]): Recording {
  return { ...recording, ladder: [...change(recording.ladder)] };
}

test('there are sixty recordings', () => {
  expect(NAMES).toHaveLength(60);
});

describe.each(NAMES)('%s', (name) => {
  const recording = recordingOf(name);

  test('has the same ladder on the engine, under linux', () => {
    expect(verdictOn(recording, 'linux')).toEqual({ type: 'passed' });
  });

  test('has another where any of its segments is taken out, or says something else', () => {
    const excused: number[] = [];
    for (const [at, { fate }] of recording.ladder.entries()) {
      if (fate === 'injected') continue;
      const line = recording.ladder[at]!;
      // The number of a SYN is given to the engine: its host has drawn it by lot.
      const without = changed(recording, (ladder) => ladder.toSpliced(at, 1));
      const otherwise = ([...(line.flags.includes('SYN') ? [] : [['seq', line.seq + 1] as const]), ['ack', line.ack + 1], ['len', line.len + 1], ['flags', `${line.flags},URG,ECE`]] as const).map(([field, value]) => changed(recording, (ladder) => ladder.with(at, { ...line, [field]: value })));
      for (const wrong of otherwise) expect([at, verdictOn(wrong, 'linux').type]).toEqual([at, 'failed']);
      if (verdictOn(without, 'linux').type === 'passed') excused.push(at);
    }
    expect(excused).toEqual(EXCUSED[name] ?? []);
  });
});

describe('times', () => {
  const lost = recordingOf('07-data-lost-once');
  const again = lost.ladder.findLastIndex(({ len }) => len > 0);
  /** The recording with everything from the retransmission on so much later, s. */
  const later = (by: number): Recording => changed(lost, (ladder) => ladder.map((line, at) => (at < again ? line : { ...line, t: line.t + by, tRecv: line.tRecv.map((arrived) => arrived + by) })));

  test('a timer may be late by 13 % and 60 ms, and never early', () => {
    expect(verdictOn(later(0.05), 'linux').type).toBe('passed');
    expect(verdictOn(later(0.15), 'linux').type).toBe('failed');
    expect(verdictOn(later(-0.02), 'linux').type).toBe('failed');
  });

  test('what is answered at once may be as late, not more', () => {
    const end = lost.ladder.length - 1;
    const ack = (by: number): Recording => changed(lost, (ladder) => ladder.with(end, { ...ladder[end]!, t: ladder[end]!.t + by }));
    expect(verdictOn(ack(0.03), 'linux').type).toBe('passed');
    expect(verdictOn(ack(0.2), 'linux').type).toBe('failed');
  });
});

test('tells the first difference', () => {
  expect(verdictOn(recordingOf('07-data-lost-once'), 'rfc9293')).toEqual({
    type: 'failed',
    difference: {
      n: 5,
      recorded: { at: expect.closeTo(410.4, 0) as number, from: 'A', flags: 'PSH,ACK', seq: 1, ack: 1, length: 100 },
      engine: null,
    },
  });
});

test('skips what differs where it could not give the engine everything, and says what that is', () => {
  const recording = recordingOf('01-normal-close4');
  const with_ = (more: Partial<Recording>): string => JSON.stringify(verdictOn({ ...recording, ...more }, 'linux'));
  const shorter = recording.ladder.slice(0, -1);
  expect(with_({ faults: [{ t: 0, action: 'melt' }] })).toBe('{"type":"passed"}');
  expect(with_({ ladder: shorter, faults: [{ t: 0, action: 'melt' }] })).toBe('{"type":"skipped","reason":"the fault “melt” is not known"}');
  const call = { t: 0.1, host: 'A' as const, app: 'client', call: 'splice(1)', result: 'ok', tookSec: 0 };
  expect(with_({ apps: [...recording.apps, call] })).toBe('{"type":"passed"}');
  expect(with_({ ladder: shorter, apps: [...recording.apps, call] })).toBe('{"type":"skipped","reason":"the call “splice(1)” is not known"}');
  expect(with_({ ladder: [] })).toBe('{"type":"skipped","reason":"it has no segment"}');
  const strange = { ...call, t: -0.1, call: 'setsockopt(TCP_MD5SIG=1)' };
  expect(with_({ apps: [strange, ...recording.apps] })).toBe('{"type":"passed"}');
  expect(with_({ apps: [strange, ...recording.apps], ladder: shorter })).toBe('{"type":"skipped","reason":"the option TCP_MD5SIG is not known"}');
});

/** The recording with another wire: what it does to the segment in this place of the ladder, from 1. */
function altered(recording: Recording, n: number, action: string): Recording {
  const { t, dir, flags, len, seq, ack } = recording.ladder[n - 1]!;
  return { ...recording, faults: [{ t, action, from: dir.slice(0, 1), segment: `${flags} len=${len} seq=${seq} ack=${ack}` }] };
}

test('what the wire marks arrives marked, and what it damages does not arrive', () => {
  const ecn = recordingOf('28-ecn');
  const data = ecn.ladder.findIndex(({ len }) => len > 0);
  // No data follows that could carry CWR: every answer tells of the mark.
  const echoing = changed(ecn, (ladder) => ladder.map((line, at) => (at <= data ? line : { ...line, flags: line.dir === 'B>A' && at < ladder.length - 1 ? `${line.flags},ECE` : line.flags })));
  expect(verdictOn(altered(echoing, data + 1, 'ce'), 'linux')).toEqual({ type: 'passed' });
  expect(verdictOn(echoing, 'linux')).toMatchObject({ type: 'failed', difference: { n: data + 2 } });
  expect(verdictOn(altered(ecn, data + 1, 'ce'), 'linux')).toMatchObject({ type: 'failed', difference: { n: data + 2 } });
  const plain = recordingOf('01-normal-close4');
  expect(verdictOn(altered(plain, 4, 'mark'), 'linux')).toEqual({ type: 'passed' });
  expect(verdictOn(altered(plain, 4, 'corrupt'), 'linux')).toMatchObject({ type: 'failed', difference: { n: 5 } });
});

test('where an operator kills a process, what it had open is closed', () => {
  const plain = recordingOf('01-normal-close4');
  const apps = plain.apps.map((one) => (one.host === 'B' && one.call === 'close()' ? { ...one, app: 'operator', call: '[operator] kill -9 the server' } : one));
  expect(verdictOn({ ...plain, apps }, 'linux')).toEqual({ type: 'passed' });
});

describe('reading', () => {
  test.each([
    ['no JSON', '{', 'the file', /^is no JSON: /u],
    ['no object', '7', 'the file', /expected/u],
    ['a part missing', '{"id":"1"}', 'hosts', /expected/u],
  ])('says where it is wrong: %s', (_what, text, where, what) => {
    expect(readRecording(text)).toEqual({ where, what: expect.stringMatching(what) as string });
  });

  test('leaves out what was done at neither host, and needs no more than hosts and segments', () => {
    const hosts = { A: { ip: '192.0.2.1', port: 1 }, B: { ip: '192.0.2.2', port: 2 } };
    const segment = { t: 0, dir: 'A>B', flags: 'SYN', seq: 7, ack: 0, len: 0, win: 1, tRecv: [] };
    const read = readRecording(JSON.stringify({ id: 'x', hosts, ladder: [segment], apps: [{ t: 1, host: 'wire', call: 'pulls the plug' }, { t: 2, host: 'B', call: 'close()', result: null }] }));
    expect(read).toMatchObject({ name: '', faults: [], apps: [{ t: 2, host: 'B', app: '', call: 'close()', result: '', tookSec: 0 }] });
  });

  test('names the place in the ladder', () => {
    const text = readFileSync('content/recordings/07-data-lost-once.json', 'utf8').replace('"dir": "B>A"', '"dir": "B>C"');
    expect(readRecording(text)).toMatchObject({ where: 'ladder.1.dir' });
  });
});
