import { expect, test } from 'vitest';
import { readWhole, segmentsIn } from '../../test/captures/read-whole.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import { captureOf } from './capture-of.ts';
import { writePcapng } from './file/write-pcapng.ts';
import { sideBySide } from './side-by-side.ts';

const runs = [
  'server listens\nclient connects\nclient sends 100\nclient closes\nserver closes',
  'client connects',
  'lose server SYN,ACK\nserver listens\nclient connects',
].map((text) => ({ trace: run(parse(text).scenario), remark: () => '' }));

test('runs side by side are in one capture as each would be in its own, at times and ports of their own, in the order of time', () => {
  const notes = { comment: '', application: '', interface: '', names: [] };
  const { all, problem } = readWhole(writePcapng(sideBySide(runs, 120), notes));
  const segments = segmentsIn({ all });
  expect(problem).toBeNull();
  expect(segments).toHaveLength(all.length);
  expect(segments.map(({ at }) => at)).toEqual(segments.map(({ at }) => at).toSorted((one, other) => one - other));
  expect(segments.flatMap(({ faults }) => faults)).toEqual([]);
  const ports = runs.map((_run, place) => 49_152 + place);
  expect(new Set(segments.flatMap(({ from, to }) => [from.port, to.port]))).toEqual(new Set([80, ...ports]));
  for (const [place, port] of ports.entries()) {
    const own = segments.filter(({ from, to }) => from.port === port || to.port === port);
    const { trace } = runs[place]!;
    expect(own.map(({ at, segment }) => ({ at, segment }))).toEqual(captureOf(trace, 'A').map(({ at, flight }) => ({ at: place * 120 + at, segment: flight.segment })));
  }
});
