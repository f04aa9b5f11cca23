import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { randomScenario } from '../../test/random-scenarios.ts';
import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import { run } from '../simulation/run.ts';
import type { Trace } from '../simulation/trace.ts';
import { CAPTURE_BEGINS, CAPTURE_FORMATS, captureFile, type CaptureFormat } from './capture-file.ts';
import { captureOf } from './capture-of.ts';
import { readCapture } from './file/read-capture.ts';
import { CAPTURE_ADDRESSES, type IpVersion } from './frame-of.ts';
import type { CapturedSegment } from './packet/captured-segment.ts';
import { decoder } from './packet/decoder.ts';

/** What is read in a file that is handed over in pieces. */
function readBack(file: Uint8Array, piece: number) {
  const reader = readCapture();
  const { decode } = decoder();
  const segments: CapturedSegment[] = [];
  const marks: (string | undefined)[] = [];
  for (let at = 0; at < file.length; at += piece) {
    for (const frame of reader.push(file.subarray(at, at + piece))) {
      const { type, ...decoded } = decode(frame);
      expect(type).toBe('segment');
      segments.push(decoded as CapturedSegment);
      marks.push(frame.comments[0]);
    }
  }
  return { segments, marks, end: reader.end() };
}

/** What a capture of the trace has to give back. */
function expected(trace: Trace, view: HostId, ip: IpVersion): readonly CapturedSegment[] {
  const seen = captureOf(trace, view);
  const addresses = CAPTURE_ADDRESSES[ip];
  return seen.map(({ flight: { connection, from, to, segment }, at }, place) => {
    const { ports } = trace.connections[connection]!;
    const end = (host: HostId) => ({ address: addresses[host], port: ports[host] });
    return { frame: place + 1, at: Math.round((at - seen[0]!.at) * 1000) / 1000, from: end(from), to: end(to), segment, faults: [] };
  });
}

function expectBack(trace: Trace, view: HostId, format: CaptureFormat, ip: IpVersion, piece: number): void {
  const file = captureFile(trace, { view, format, ip, remark: ({ moment }) => `${String(moment)} é한` });
  const { segments, marks, end } = readBack(file, piece);
  expect(segments).toEqual(expected(trace, view, ip));
  expect(marks).toEqual(captureOf(trace, view).map(({ moment }) => (format === 'pcap' ? undefined : `${String(moment)} é한`)));
  expect(end).toMatchObject({ frames: segments.length, octets: file.length, problem: null });
}

describe('what is written is read back: every segment, its time, its ends, its comment', () => {
  test.each(COURSE_SCENARIOS)('of %s', (name) => {
    const trace = courseTrace(name);
    for (const view of HOST_IDS) for (const format of CAPTURE_FORMATS) expectBack(trace, view, format, view === 'A' ? 4 : 6, 4096);
  });

  test('of runs that nobody would write', () => {
    fc.assert(
      fc.property(randomScenario, fc.constantFrom(...HOST_IDS), fc.constantFrom(...CAPTURE_FORMATS), fc.constantFrom<IpVersion>(4, 6), fc.integer({ min: 1, max: 5000 }), (scenario, view, format, ip, piece) => {
        expectBack(run(scenario), view, format, ip, piece);
      }),
      { seed: 9293, numRuns: 150 },
    );
  });

  test('the first of them when the run begins', () => {
    const file = captureFile(courseTrace('three-way'), { view: 'A', format: 'pcap', ip: 4, remark: () => '' });
    const [frame] = readCapture().push(file);
    expect(frame?.stamp).toEqual({ s: CAPTURE_BEGINS / 1_000_000, ns: 0 });
  });
});
