import { afterAll, describe, expect, test } from 'vitest';
import { parse } from '../../src/scenario/parse.ts';
import { HOST_IDS } from '../../src/simulation/scenario.ts';
import { run } from '../../src/simulation/run.ts';
import type { Trace } from '../../src/simulation/trace.ts';
import { FIN, RST, SYN, has, type Flags } from '../../src/tcp/flags.ts';
import { captureFile } from '../../src/wire/capture-file.ts';
import { captureOf } from '../../src/wire/capture-of.ts';
import { COURSE_SCENARIOS, courseTrace } from '../course-traces.ts';
import { compare, framesOf, type KnownFrame } from './compared.ts';
import { DIFFERENCES, type Difference } from './differences.ts';
import { judge, type Judgement } from './judge.ts';
import { RECORDED, recordedFile, recordedFrames } from './recorded.ts';

/** What no scenario of the course has: a window that is filled behind a handshake, and probes that are answered. */
const OTHERS: Readonly<Record<string, string>> = {
  'a window filled and probed': 'server window 1000\nserver stops reading\nserver listens\nclient connects\nclient sends 3000\nafter 10 s server reads on\n',
  'the same under Linux': 'profile linux\nserver window 4000\nserver stops reading\nserver listens\nclient connects\nclient sends 12000\nafter 10 s server reads on\n',
  'keep-alives that are answered': 'client keep-alive after 2 s, every 1 s, 3 probes\nserver listens\nclient connects\nclient sends 100\nstop at 12 s\n',
};

let agreed = 0;
let runs = 0;
const explained = new Set<Difference>();

/** Holds Wireshark's findings against ours. */
function expectExplained(frames: readonly KnownFrame[], findings: Judgement['findings']): void {
  const compared = compare(frames, findings);
  expect(compared.unexplained).toEqual([]);
  agreed += compared.agreed;
  for (const difference of compared.explained) explained.add(difference);
}

/** Holds everything that Wireshark says of the captures at both hosts against what we say. */
async function expectAgreement(trace: Trace): Promise<void> {
  for (const view of HOST_IDS) {
    const capture = captureOf(trace, view);
    const withFlag = (flag: Flags) => capture.flatMap(({ flight }, place) => (has(flight.segment.flags, flag) ? [place + 1] : []));
    await judge(captureFile(trace, { view, format: 'pcapng', ip: 4, remark: () => '' }), ({ frames, complaints, findings, matching }) => {
      expect({ frames, complaints }).toEqual({ frames: capture.length, complaints: [] });
      expectExplained(framesOf(trace, view), findings);
      expect([matching('tcp.connection.rst'), matching('tcp.connection.syn || tcp.connection.synack'), matching('tcp.connection.fin')]).toEqual([withFlag(RST), withFlag(SYN), withFlag(FIN)]);
    });
  }
  runs += 1;
}

describe('Wireshark finds in a capture what we find, but for the differences that are written down', () => {
  test.each(COURSE_SCENARIOS)('%s', (name) => expectAgreement(courseTrace(name)));

  test.each(Object.entries(OTHERS))('%s', (_name, text) => expectAgreement(run(parse(text).scenario)));

  test.each(RECORDED)('a real Linux: %s', async (name) => {
    const frames = recordedFrames(name);
    await judge(recordedFile(name), ({ frames: count, findings, matching }) => {
      expect([frames.length, matching('tcp.checksum.status != 1 || (ip && ip.checksum.status != 1)')]).toEqual([count, []]);
      expectExplained(frames, findings);
    });
    runs += 1;
  });

  afterAll(() => {
    // Where only some were asked for, or one failed, nothing is known of the table as a whole.
    if (runs < COURSE_SCENARIOS.length + Object.keys(OTHERS).length + RECORDED.length) return;
    // A difference that never comes would only hide one that does.
    expect(DIFFERENCES.filter((one) => one.isRecorded !== true && !explained.has(one)).map(({ ours, theirs, why }) => ({ ours, theirs, why }))).toEqual([]);
    expect(agreed).toBeGreaterThan(400);
  });
});
