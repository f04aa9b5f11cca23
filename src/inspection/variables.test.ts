import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { HOST_IDS } from '../simulation/scenario.ts';
import { run } from '../simulation/run.ts';
import { stateAfter } from '../simulation/state-after.ts';
import { PROFILE_NAMES } from '../tcp/profile.ts';
import { receiveBuffer } from './receive-buffer.ts';
import { retransmissionQueue } from './retransmission-queue.ts';
import { sockets } from './sockets.ts';
import { timers } from './timers.ts';
import { variables } from './variables.ts';

/** The variables as `name value`, `name before → value` where they have changed. */
function written(rows: ReturnType<typeof variables>): readonly string[] {
  return rows.map(({ id, name, value, before, changed, relative }) => {
    const far = relative === undefined ? '' : ` (+${String(relative)})`;
    return `${name ?? id} ${changed ? `${before ?? 'nothing'} → ` : ''}${value}${far}`;
  });
}

describe('variables', () => {
  test('SYN-SENT has its own numbers, its window and its RTO, and nothing of the peer', () => {
    expect(written(variables(courseTrace('whole-life'), 'A', 2))).toEqual([
      'state CLOSED → SYN-SENT',
      'ISS nothing → 100',
      'SND.UNA nothing → 100 (+0)',
      'SND.NXT nothing → 101 (+1)',
      'snd.unsent nothing → 0',
      'RCV.WND nothing → 65535',
      'RTO nothing → 1000 ms',
    ]);
  });

  test('CLOSED and LISTEN have only their state', () => {
    expect([0, 1, 2].map((shown) => written(variables(courseTrace('whole-life'), 'B', shown)))).toEqual([['state CLOSED'], ['state CLOSED → LISTEN'], ['state LISTEN']]);
  });

  test('a timeout halves the threshold, shuts the congestion window and doubles the RTO', () => {
    expect(written(variables(courseTrace('data-hole'), 'A', 7))).toEqual([
      'state ESTABLISHED',
      'ISS 100',
      'SND.UNA 201 (+101)',
      'SND.NXT 401 (+301)',
      'SND.WND 65535',
      'SND.WL1 301 (+1)',
      'SND.WL2 201 (+101)',
      'Eff.snd.MSS 100',
      'snd.unsent 0',
      'IRS 300',
      'RCV.NXT 301 (+1)',
      'RCV.WND 65535',
      'rcv.unread 0 / 65535',
      'SRTT 100 ms',
      'RTTVAR 37.5 ms',
      'RTO 1000 ms → 2000 ms',
      'cwnd 500 → 100',
      'ssthresh ∞ → 200',
      'FlightSize 200',
      'dup-acks 1 → 0',
    ]);
  });

  test('what waits beyond a hole shows at the receiver alone', () => {
    const trace = courseTrace('data-hole');
    expect(written(variables(trace, 'B', 4)).filter((row) => row.includes('→'))).toEqual(['SND.WL1 101 → 301 (+201)', 'rcv.beyond nothing → 301–400']);
    expect(variables(trace, 'A', 4).filter(({ changed }) => changed)).toEqual([]);
  });

  test('SACK, timestamps and scaled windows have their rows where they were negotiated', () => {
    const trace = run({ ...courseTrace('data-hole').scenario, profile: 'linux' });
    const ids = (shown: number) => variables(trace, 'A', shown).map(({ id }) => id);
    expect(ids(0)).toEqual(expect.arrayContaining(['snd.shift', 'rcv.shift', 'rcv.ts']));
    expect(trace.moments.map((_, index) => variables(trace, 'A', index + 1).find(({ id }) => id === 'snd.sacked')?.value)).toContain('277–400');
    expect(trace.moments.flatMap((_, index) => variables(trace, 'A', index + 1).flatMap(({ id, value }) => (id === 'phase' ? [value] : [])))).toContain('recovery');
  });

  test('numbers beyond the wrap are counted on from the initial one', () => {
    const rows = variables(courseTrace('numbers-wrap'), 'B', Infinity).filter(({ id }) => id === 'snd.iss' || id === 'snd.una');
    expect(rows.map(({ value, relative }) => [value, relative])).toEqual([['4294967295', undefined], ['200', 201]]);
  });
});

describe('of every prefix of every scenario, under every profile', () => {
  test.each(PROFILE_NAMES)('%s: nothing throws, the states agree, and a moment changes nothing at another host', (profile) => {
    for (const name of COURSE_SCENARIOS) {
      const trace = run({ ...courseTrace(name).scenario, profile });
      for (let shown = 0; shown <= trace.moments.length; shown += 1) {
        for (const host of HOST_IDS) {
          const moment = trace.moments[shown - 1];
          const isOwn = moment !== undefined && 'host' in moment && moment.host === host;
          sockets(trace, host, shown);
          for (const at of trace.connections.keys()) {
            const rows = variables(trace, host, shown, at);
            expect(rows[0]?.value).toBe(stateAfter(trace, host, shown, at));
            expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
            if (!isOwn) expect(rows.filter(({ changed }) => changed)).toEqual([]);
            const flight = rows.find(({ id }) => id === 'flight')?.value;
            if (flight !== undefined) expect(retransmissionQueue(trace, host, shown, at).reduce((sum, { length }) => sum + length, 0)).toBe(Number(flight));
            for (const { left, total } of timers(trace, host, shown, at)) {
              expect(left).toBeGreaterThanOrEqual(0);
              if (total !== null) expect(left).toBeLessThanOrEqual(total);
            }
            const { size, unread } = receiveBuffer(trace, host, shown, at);
            if (unread !== null) expect(unread.to - unread.from + 1).toBeLessThanOrEqual(size);
          }
        }
      }
    }
  });
});
