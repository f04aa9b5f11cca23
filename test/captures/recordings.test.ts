import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flagNames } from '../../src/tcp/flags.ts';
import type { Options } from '../../src/tcp/option.ts';
import type { CapturedSegment } from '../../src/wire/packet/captured-segment.ts';
import { readWhole, segmentsIn } from './read-whole.ts';

const RECORDINGS = new URL('../../content/recordings/', import.meta.url);
const CAPTURES = new URL('recordings/', import.meta.url);

type View = 'A' | 'B';

/** What is compared of a line of a recording's ladder. */
interface Line {
  readonly t: number;
  readonly dir: 'A>B' | 'B>A';
  readonly flags: string;
  readonly seq: number;
  readonly ack: number;
  readonly len: number;
  readonly win: number;
  readonly opts: string;
  readonly tRecv: readonly number[];
  readonly flow?: string;
  readonly urgPtr?: number;
  /** The last octet of the IP header's type of service; absent: 0. */
  readonly ipTos?: number;
  /** Where it is in each capture; several where the wire duplicated it. */
  readonly frameA: number | readonly number[] | null;
  readonly frameB: number | readonly number[] | null;
}

interface Recording {
  readonly hosts: Readonly<Record<View, { readonly ip: string; readonly port: number }>>;
  readonly ladder: readonly Line[];
}

/** The options that a segment has, in the words of the recordings, in no order; without what only fills up. */
const optionWords = ({ mss, wscale, sackPermitted, sack, ts, fastOpen }: Options) =>
  [
    ...(mss === undefined ? [] : [`mss=${mss}`]),
    ...(wscale === undefined ? [] : [`ws=${wscale}`]),
    ...(sackPermitted === undefined ? [] : ['sackOK']),
    ...(sack === undefined ? [] : ['sack']),
    ...(ts === undefined ? [] : ['ts']),
    ...(fastOpen === undefined ? [] : [`tfo(${fastOpen === '' ? 'request' : fastOpen})`]),
  ].sort();

const written = (opts: string) => opts.split(',').filter((word) => word !== '' && word !== 'nop').sort();

const ECN = ['not-ECT', 'ECT', 'ECT', 'CE'] as const;

const shown = ({ frame, from, to, segment, faults }: CapturedSegment) => ({
  frame,
  faults,
  ecn: segment.ecn,
  flow: `${from.address}:${from.port}>${to.address}:${to.port}`,
  flags: flagNames(segment.flags).toSorted(),
  seq: segment.seq,
  ack: segment.ack,
  length: segment.length,
  wnd: segment.wnd,
  up: segment.up,
  options: optionWords(segment.options),
});

/** What a capture at one host must show: its frames of the ladder, in their order. */
function expected({ hosts, ladder }: Recording, view: View) {
  const [from, to] = [`${hosts.A.ip}:${hosts.A.port}`, `${hosts.B.ip}:${hosts.B.port}`];
  const frames = ladder.flatMap((line) => [view === 'A' ? line.frameA : line.frameB].flat().flatMap((frame, copy) => (frame === null ? [] : [{ line, frame, copy }])));
  return frames
    .toSorted((one, other) => one.frame - other.frame)
    .map(({ line, frame, copy }) => ({
      at: line.dir.startsWith(view) ? line.t : line.tRecv[copy],
      shown: {
        frame,
        faults: [],
        ecn: ECN[(line.ipTos ?? 0) & 3],
        flow: line.flow ?? (line.dir === 'A>B' ? `${from}>${to}` : `${to}>${from}`),
        flags: line.flags.split(',').filter((name) => /^[A-Z]+$/.test(name)).toSorted(),
        seq: line.seq,
        ack: line.ack,
        length: line.len,
        wnd: line.win,
        up: line.urgPtr ?? 0,
        options: written(line.opts),
      },
    }));
}

const files = readdirSync(RECORDINGS).filter((file) => file.endsWith('.json'));

test('there are sixty recordings', () => expect(files).toHaveLength(60));

describe.each(files)('%s', (file) => {
  const recording = JSON.parse(readFileSync(new URL(file, RECORDINGS), 'utf8')) as Recording;
  const name = file.slice(0, -'.json'.length);
  const views = ([['A', `${name}.pcap`], ['B', `${name}-B.pcap`]] as const).filter(([, capture]) => existsSync(new URL(capture, CAPTURES)));

  test('was captured', () => expect(views.length).toBeGreaterThan(0));

  test.each(views)('as seen at %s: %s', (view, capture) => {
    const read = readWhole(readFileSync(new URL(capture, CAPTURES)), 1000);
    const ladder = expected(recording, view);
    expect(segmentsIn(read).map(shown)).toEqual(ladder.map((one) => one.shown));
    expect(read.problem).toBeNull();
    const [first] = ladder;
    segmentsIn(read).forEach(({ at }, place) => expect(at).toBeCloseTo(((ladder[place]?.at ?? NaN) - (first?.at ?? NaN)) * 1000, 2));
  });
});
