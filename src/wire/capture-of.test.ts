import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { HOST_IDS, peerOf, type HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { flagNames } from '../tcp/flags.ts';
import { captureOf } from './capture-of.ts';

const seen = (trace: Trace, view: HostId) => captureOf(trace, view).map(({ at, way, flight: { segment } }) => `${String(at)} ${way} ${flagNames(segment.flags).join()} ${String(segment.seq)} ${String(segment.ack)}`);

describe('a capture', () => {
  test('has what the wire lost at its sender only', () => {
    const trace = courseTrace('syn-lost');
    expect(seen(trace, 'A').slice(0, 3)).toEqual(['0 out SYN 100 0', '1000 out SYN 100 0', '1100 in SYN,ACK 300 101']);
    expect(seen(trace, 'B').slice(0, 2)).toEqual(['1050 in SYN 100 0', '1050 out SYN,ACK 300 101']);
  });

  test('has a copy and a forged segment where they arrive only', () => {
    const copied = courseTrace('data-duplicated');
    expect(captureOf(copied, 'A').filter(({ flight }) => flight.origin === 'copy')).toEqual([]);
    expect(captureOf(copied, 'B').filter(({ flight }) => flight.origin === 'copy')).toHaveLength(1);
    const forged = courseTrace('rst-in-window');
    const at = (view: HostId) => captureOf(forged, view).filter(({ flight }) => flight.origin === 'injected').length;
    expect([at('A'), at('B')]).toEqual([0, 1]);
  });

  test('has the mark of a router only behind it', () => {
    const trace = courseTrace('congestion-marked');
    const marks = (view: HostId) => captureOf(trace, view).filter(({ flight }) => flight.segment.ecn === 'CE').length;
    expect([marks('A'), marks('B')]).toEqual([0, trace.moments.filter(({ kind }) => kind === 'marked').length]);
  });
});

test.each(COURSE_SCENARIOS)('%s: each host has all that it sent and all that reached it, once, in order of time', (name) => {
  const trace = courseTrace(name);
  for (const view of HOST_IDS) {
    const capture = captureOf(trace, view);
    const ids = (way: 'in' | 'out') => capture.filter((one) => one.way === way).map(({ flight }) => flight.id).sort((one, other) => one - other);
    expect(ids('out')).toEqual(trace.flights.filter(({ origin, from }) => origin === 'sent' && from === view).map(({ id }) => id));
    expect(ids('in')).toEqual(trace.flights.filter(({ from, fate }) => fate === 'delivered' && from === peerOf(view)).map(({ id }) => id));
    expect(capture.map(({ at }) => at)).toEqual(capture.map(({ at }) => at).sort((one, other) => one - other));
    expect(capture.map(({ at, way, flight }) => (way === 'out' ? flight.sentAt : flight.arrivesAt) === at)).not.toContain(false);
  }
});
