import { describe, expect, test } from 'vitest';
import { courseTrace } from '../../test/course-traces.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { ssTime } from './socket-timer.ts';
import { sockets } from './sockets.ts';

function listed(trace: Trace, host: HostId, shown: number): readonly string[] {
  return sockets(trace, host, shown).map(({ state, recvQ, sendQ, local, peer, timer }) => [state, recvQ, sendQ, local, peer, ...(timer === null ? [] : [timer])].join(' '));
}

describe('sockets', () => {
  test('a listener with a backlog, a half-open connection, one that waits, one that is accepted', () => {
    const trace = courseTrace('two-connections');
    expect([1, 3, 9, 15].map((shown) => listed(trace, 'B', shown))).toEqual([
      ['LISTEN 0 2 0.0.0.0:443 0.0.0.0:*'],
      ['LISTEN 0 2 0.0.0.0:443 0.0.0.0:*', 'SYN-RECV 0 0 198.51.100.1:443 192.0.2.1:50001 timer:(on,1sec,0)'],
      ['LISTEN 2 2 0.0.0.0:443 0.0.0.0:*', 'ESTAB 0 0 198.51.100.1:443 192.0.2.1:50001', 'ESTAB 0 0 198.51.100.1:443 192.0.2.1:50002'],
      ['LISTEN 1 2 0.0.0.0:443 0.0.0.0:*', 'ESTAB 0 0 198.51.100.1:443 192.0.2.1:50001', 'ESTAB 200 0 198.51.100.1:443 192.0.2.1:50002'],
    ]);
  });

  test('a SYN and a FIN count in Send-Q; a client that closes ends in TIME-WAIT, then in nothing', () => {
    const trace = courseTrace('whole-life');
    expect([0, 2, 12, 17, 18].map((shown) => listed(trace, 'A', shown))).toEqual([
      [],
      ['SYN-SENT 0 1 192.0.2.1:49152 198.51.100.1:80 timer:(on,1sec,0)'],
      ['FIN-WAIT-1 0 1 192.0.2.1:49152 198.51.100.1:80 timer:(on,1sec,0)'],
      ['TIME-WAIT 0 0 192.0.2.1:49152 198.51.100.1:80 timer:(timewait,3min59sec,0)'],
      [],
    ]);
  });

  test('timeouts are counted until something is acknowledged', () => {
    const trace = courseTrace('data-backoff');
    const timeouts = trace.moments.flatMap((moment, index) => (moment.kind === 'endpoint' && moment.event.type === 'RETRANSMISSION TIMEOUT' ? [index + 1] : []));
    expect(timeouts.map((shown) => listed(trace, 'A', shown))).toEqual([2, 4, 8].map((secs, index) => [`ESTAB 0 120 192.0.2.1:49152 198.51.100.1:80 timer:(on,${String(secs)}sec,${String(index + 1)})`]));
  });

  test('a user who does not read leaves octets, and a FIN as one more, in Recv-Q', () => {
    const trace = run(parse('already ESTABLISHED\nserver stops reading\nclient sends 120\nclient closes\n').scenario);
    expect(listed(trace, 'B', trace.moments.length)).toEqual(['CLOSE-WAIT 121 0 198.51.100.1:80 192.0.2.1:49152']);
  });

  test('a closed window is probed by the persist timer', () => {
    const trace = run(parse('profile linux\nserver window 100\nalready ESTABLISHED\nserver stops reading\nclient sends 300\nstop at 900 ms\n').scenario);
    expect(listed(trace, 'A', trace.moments.length)[0]).toMatch(/^ESTAB 0 200 \S+ \S+ timer:\(persist,\d+ms,\d\)$/);
  });

  test('a crash leaves nothing', () => {
    const trace = run(parse('server listens on 443 with backlog 2\nclient connects from 50001 to 443\nserver crashes\n').scenario);
    expect(listed(trace, 'B', trace.moments.length)).toEqual([]);
  });
});

test.each([
  [0, ''],
  [28, '028ms'],
  [200, '200ms'],
  [1000, '1sec'],
  [1500, '1.500sec'],
  [9501, '9.501sec'],
  [10_999, '10sec'],
  [59_999, '59sec'],
  [60_000, '1min'],
  [239_950, '3min59sec'],
  [7_199_000, '119min'],
])('ss writes %d ms as %s', (ms, text) => {
  expect(ssTime(ms)).toBe(text);
});
