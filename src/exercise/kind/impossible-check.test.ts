import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../../test/course-traces.ts';
import { randomScenario } from '../../../test/random-scenarios.ts';
import { segmentShown, type Altered } from '../../diagram/shown.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { run } from '../../simulation/run.ts';
import type { Trace } from '../../simulation/trace.ts';
import { ACK, FIN, SYN, flagsOf } from '../../tcp/flags.ts';
import { firstMisfit } from './impossible-check.ts';

/** Up to where nobody but the two hosts has a hand in it, and neither has forgotten anything. */
function calm({ moments }: Trace): number {
  const end = moments.findIndex(({ kind }) => kind === 'crash' || kind === 'injected');
  return end < 0 ? moments.length : end;
}

function asSent(trace: Trace) {
  return firstMisfit(trace, calm(trace), (id) => trace.flights[id]?.segment);
}

test.each(COURSE_SCENARIOS)('%s: nothing that the engine sends is called impossible', (name) => {
  const trace = courseTrace(name);
  expect(trace.connections.length > 1 ? null : asSent(trace)).toBeNull();
});

test('nothing is, whatever the users do and whatever the network loses, copies and delays', () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      const trace = run(scenario);
      const takesAll = HOST_IDS.every((host) => scenario.hosts[host].window === 65535 && trace.received[host] < 65535);
      if (trace.connections.length === 1 && takesAll) expect(asSent(trace)).toBeNull();
    }),
    { numRuns: 400, seed: 9293 },
  );
});

describe('what cannot be is found, with the part in which it shows', () => {
  const misfit = (name: string, altered: Altered) => {
    const trace = courseTrace(name);
    return firstMisfit(trace, trace.moments.length, (id) => {
      const flight = trace.flights[id];
      return flight === undefined ? undefined : segmentShown(flight, { altered: [altered] });
    });
  };
  test.each<readonly [string, string, Altered]>([
    ['a first segment without SYN', 'three-way', { flight: 0, part: 'flags', value: ACK }],
    ['an ACK before anything has come', 'three-way', { flight: 0, part: 'flags', value: flagsOf(SYN, ACK) }],
    ['a SYN,ACK that names the SYN itself', 'three-way', { flight: 1, part: 'ack', value: 100 }],
    ['a third segment that forgets that the SYN took a number', 'three-way', { flight: 2, part: 'seq', value: 100 }],
    ['a SYN once the own one is acknowledged', 'three-way', { flight: 2, part: 'flags', value: flagsOf(SYN, ACK) }],
    ['a FIN without ACK', 'four-way', { flight: 0, part: 'flags', value: FIN }],
    ['a FIN before CLOSE', 'opening-with-data', { flight: 2, part: 'flags', value: flagsOf(FIN, ACK) }],
    ['an ACK that does not cover the FIN that has been taken', 'four-way', { flight: 1, part: 'ack', value: 100 }],
    ['data beyond a gap', 'data-transfer', { flight: 0, part: 'seq', value: 102 }],
    ['an ACK of what has not come', 'data-transfer', { flight: 1, part: 'ack', value: 222 }],
    ['more data than was handed over', 'data-transfer', { flight: 0, part: 'length', value: 121 }],
  ])('%s', (_what, name, altered) => {
    expect(misfit(name, altered)).toEqual({ flight: altered.flight, part: altered.part });
  });

  test.each<readonly [string, string, Altered]>([
    ['another first number, as far as that segment goes', 'two-passive', { flight: 1, part: 'seq', value: 5000 }],
    ['an older ACK of data, which may have been dropped', 'data-transfer', { flight: 1, part: 'ack', value: 101 }],
  ])('%s can be', (_what, name, altered) => {
    expect(misfit(name, altered)?.flight).not.toBe(altered.flight);
  });
});
