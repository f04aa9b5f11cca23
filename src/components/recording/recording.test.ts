import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import { beside } from './beside.ts';
import { capturedAt } from './captured.ts';
import { readings } from './reading.ts';
import { scriptOf } from './recording-script.ts';
import { recordingNamed, type Recording } from './recording.ts';
import { flagLetters, tcpdumpText } from './tcpdump.ts';

/** The recordings that pages of the course show. */
const NAMES = ['01-normal-close4', '07-data-lost-once', '08-ack-of-data-lost', '13-closed-port', '14-abort-linger0', '29-all-options', '32-data-duplicated'];
const read = (name: string, place: 'A' | 'B' = 'A') => readings(capturedAt(recordingNamed(name), place)).map(({ says, params }) => [says, ...Object.values(params)].join(' '));

/** The frames of the capture files that were taken with the recording, which name each segment's place in them. */
const framesOf = (name: string, place: 'A' | 'B') => {
  const { ladder } = JSON.parse(readFileSync(`content/recordings/${name}.json`, 'utf8')) as { readonly ladder: readonly Readonly<Record<string, number | readonly number[] | null>>[] };
  return ladder.flatMap((one) => [one[`frame${place}`] ?? []].flat().map((frame) => ({ frame, seq: one['seq'], t: one['t'] }))).toSorted((one, other) => one.frame - other.frame);
};

describe.each(NAMES)('%s', (name) => {
  test.each(['A', 'B'] as const)('is captured at %s in the order of the capture file', (place) => {
    expect(capturedAt(recordingNamed(name), place).map(({ line, seq }) => ({ frame: line, seq }))).toEqual(framesOf(name, place).map(({ frame, seq }) => ({ frame, seq })));
  });

  test('is a scenario without problems, whose run has the same segments in the same order, a few ms earlier at most', () => {
    const { scenario, problems } = parse(scriptOf(recordingNamed(name)));
    expect(problems).toEqual([]);
    const { pairs, more } = beside(recordingNamed(name), run(scenario));
    expect(more).toBe(0);
    for (const { at, runAt, differences } of pairs) {
      expect(differences.filter(({ field }) => field !== 'win')).toEqual([]);
      expect(at - runAt!).toBeGreaterThan(-1);
      // A kernel's timers fire late, never early.
      expect(at - runAt!).toBeLessThan(12);
    }
  });
});

test('a capture has what its end sent, lost or not, and of the rest what arrived', () => {
  expect(read('07-data-lost-once', 'A')).toEqual(['opens A 3184611831', 'answers B 479891897 1 41.7', 'complete A 2 0.1', 'data A 1 100', 'again 4 246.4', 'covers B 5 41.5']);
  expect(read('07-data-lost-once', 'B')).toEqual(['opens A 3184611831', 'answers B 479891897 1 0', 'complete A 2 40.9', 'data A 1 100', 'covers B 4 0.3']);
});

test('a line is read by those above it', () => {
  expect(read('13-closed-port')).toEqual([expect.stringMatching(/^opens A/u), 'refused B']);
  expect(read('14-abort-linger0').at(-1)).toBe('resets A');
  expect(read('01-normal-close4').slice(7)).toEqual(['closes-first A', 'covers B 8 86.8', 'closes-too B', 'covers A 10 0']);
  expect(read('32-data-duplicated', 'B').slice(3, 7)).toEqual(['data A 1 100', 'covers B 4 0.1', 'again 4 3.6', 'covers B 6 0']);
  expect(read('32-data-duplicated', 'A').slice(4, 6)).toEqual(['covers B 4 43.6', 'same 5']);
  expect(read('08-ack-of-data-lost', 'B').slice(3)).toEqual(['data A 1 100', 'covers B 4 0', 'again 4 244.4', 'covers B 6 0']);
});

describe('tcpdump', () => {
  test.each([['SYN', 'S'], ['SYN,ACK', 'S.'], ['ACK', '.'], ['PSH,ACK', 'P.'], ['FIN,ACK', 'F.'], ['RST', 'R'], ['RST,ACK', 'R.'], ['SYN,ECE,CWR', 'SEW'], ['', 'none']])('writes %s as %s', (flags, letters) => {
    expect(flagLetters(flags)).toBe(letters);
  });

  test('prints the numbers of SYNs as they are, and what follows relative to them', () => {
    const { hosts, ...rest } = recordingNamed('01-normal-close4');
    const text = tcpdumpText(capturedAt({ hosts, ...rest }, 'A'), { hosts, ...rest })?.split('\n') ?? [];
    expect([text[0], text[1], text[3], text[7]]).toEqual([
      '00:00:00.000000 IP 10.9.0.1.40001 > 10.9.0.2.8001: Flags [S], seq 135183495, win 64240, options [mss 1460], length 0',
      '00:00:00.041124 IP 10.9.0.2.8001 > 10.9.0.1.40001: Flags [S.], seq 867283989, ack 135183496, win 64240, options [mss 1460], length 0',
      '00:00:00.187414 IP 10.9.0.1.40001 > 10.9.0.2.8001: Flags [P.], seq 1:101, ack 1, win 64240, length 100',
      '00:00:00.491922 IP 10.9.0.1.40001 > 10.9.0.2.8001: Flags [F.], seq 101, ack 101, win 64140, length 0',
    ]);
  });

  test('is not imitated where values of a recording are not kept', () => {
    const recording: Recording = recordingNamed('29-all-options');
    expect(tcpdumpText(capturedAt(recording, 'A'), recording)).toBeNull();
  });
});
