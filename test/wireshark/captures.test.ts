import { describe, expect, test } from 'vitest';
import { HOST_IDS } from '../../src/simulation/scenario.ts';
import { CAPTURE_FORMATS, captureFile, type CaptureWish } from '../../src/wire/capture-file.ts';
import { captureOf } from '../../src/wire/capture-of.ts';
import { COURSE_SCENARIOS, courseTrace } from '../course-traces.ts';
import { judge } from './judge.ts';

const WISH: CaptureWish = { view: 'A', format: 'pcapng', ip: 4, remark: () => '' };

describe('Wireshark opens what is written, and finds nothing wrong with any octet', () => {
  test.each(COURSE_SCENARIOS)('%s', async (name) => {
    const trace = courseTrace(name);
    for (const view of HOST_IDS) {
      const found = await judge(captureFile(trace, { ...WISH, view, format: 'pcap', ip: 6 }), ({ frames, complaints }) => ({ frames, complaints }));
      expect(found).toEqual({ frames: captureOf(trace, view).length, complaints: [] });
    }
  });

  test('and would: one wrong octet, and it complains', async () => {
    for (const format of CAPTURE_FORMATS) {
      const file = captureFile(courseTrace('data-lost'), { ...WISH, format });
      // The last octet of data of the last frame that has some.
      const at = Buffer.from(file).lastIndexOf('SEQ: ');
      file[at] = 0;
      expect((await judge(file, ({ complaints }) => complaints)).length, format).toBeGreaterThan(0);
    }
  });
});

describe('what Wireshark shows of a file', () => {
  const trace = courseTrace('syn-lost');
  const asked = (wish: Partial<CaptureWish>, filters: readonly string[]) =>
    judge(captureFile(trace, { ...WISH, remark: ({ moment, way }) => `${way} at moment ${String(moment)} 한`, ...wish }), ({ lines, matching }) => ({ line: lines[3], matching: filters.map(matching) }));

  test('pcapng: the segment, its comment, its time, its way, the interface, the addresses', async () => {
    const filters = ['frame.comment == "out at moment 3 한"', 'frame.time_epoch == "2022-08-01 00:00:01Z"', 'frame.packet_flags_direction == 2', 'frame.interface_name == "client"', 'ip.src == 192.0.2.1', 'ip.id == 2', 'eth.src == 00:00:5e:00:53:01'];
    expect(await asked({}, filters)).toEqual({
      line: '49152 → 80 [ACK] Seq=1 Ack=1 Win=65535 Len=0',
      matching: [[2], [2], [1, 2, 4], [1, 2, 3, 4], [1, 2, 4], [2], [1, 2, 4]],
    });
  });

  test('pcap over IPv6: the same, without a comment', async () => {
    const filters = ['frame.comment == "out at moment 3 한"', 'frame.time_epoch == "2022-08-01 00:00:01Z"', 'ipv6.src == 2001:db8:1::1', 'ipv6.hlim == 64', 'tcp.seq_raw == 300'];
    expect(await asked({ format: 'pcap', ip: 6 }, filters)).toMatchObject({ matching: [[], [2], [1, 2, 4], [1, 2, 3, 4], [3]] });
  });

  test('ECN: what may be marked, and what a router has marked', async () => {
    const marked = courseTrace('congestion-marked');
    const of = (view: 'A' | 'B') => judge(captureFile(marked, { ...WISH, view }), ({ matching }) => ['ip.dsfield.ecn == 2', 'ip.dsfield.ecn == 3'].map((filter) => matching(filter).length));
    const [sent, got] = [await of('A'), await of('B')];
    expect([sent[1], got[1], sent[0]]).toEqual([0, 1, (got[0] ?? 0) + 1]);
  });
});
