import { describe, expect, test } from 'vitest';
import { courseTrace } from '../../test/course-traces.ts';
import { TRANSITIONS } from './transitions.ts';
import { wayThrough } from './way-through.ts';

describe('wayThrough', () => {
  test('every connection of a listener comes from CLOSED through LISTEN', () => {
    const trace = courseTrace('two-connections');
    const ways = trace.connections.map((_, connection) => wayThrough(trace, 'B', Infinity, connection));
    for (const { path, current, visited } of ways) {
      expect(path.map(({ from, to, why }) => `${from} ${to} ${why}`)).toEqual(['CLOSED LISTEN open.passive', 'LISTEN SYN-RECEIVED syn', 'SYN-RECEIVED ESTABLISHED ack-of-syn']);
      expect([current, visited]).toEqual(['ESTABLISHED', ['CLOSED', 'LISTEN', 'SYN-RECEIVED']]);
    }
  });

  test('numbers the arrows that were taken, and adds those that the figure does not have', () => {
    const { arrows, current } = wayThrough(courseTrace('abort'), 'A', Infinity);
    expect(current).toBe('CLOSED');
    expect(arrows.slice(TRANSITIONS.length)).toEqual([{ from: 'ESTABLISHED', to: 'CLOSED', why: 'abort', steps: [1] }]);
    const whole = wayThrough(courseTrace('whole-life'), 'A', Infinity).arrows;
    expect(whole.flatMap(({ from, to, steps }) => steps.map((step) => `${String(step)} ${from} ${to}`)).sort()).toEqual([
      '1 CLOSED SYN-SENT',
      '2 SYN-SENT ESTABLISHED',
      '3 ESTABLISHED FIN-WAIT-1',
      '4 FIN-WAIT-1 FIN-WAIT-2',
      '5 FIN-WAIT-2 TIME-WAIT',
      '6 TIME-WAIT CLOSED',
    ]);
    expect(whole).toHaveLength(TRANSITIONS.length);
  });

  test('goes no further than it is asked', () => {
    const trace = courseTrace('two-connections');
    expect([1, 3, 5].map((until) => wayThrough(trace, 'B', until).current)).toEqual(['LISTEN', 'SYN-RECEIVED', 'ESTABLISHED']);
    expect([1, 3, 7].map((until) => wayThrough(trace, 'B', until, 1).current)).toEqual(['LISTEN', 'LISTEN', 'SYN-RECEIVED']);
  });
});
