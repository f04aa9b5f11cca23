import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { run } from '../simulation/run.ts';
import type { Trace } from '../simulation/trace.ts';

function traceOf(text: string): Trace {
  const { scenario, problems } = parse(`server listens\nclient connects\n${text}`);
  expect(problems).toEqual([]);
  return run(scenario);
}

/** What became of each segment: who sent it when, when it arrived, and its fate. */
function fates({ flights }: Trace): readonly string[] {
  return flights.map(({ from, origin, turn, sentAt, arrivesAt, fate }) => `${from}${turn} ${origin} ${sentAt}–${arrivesAt ?? '…'} ${fate}`);
}

/** After the second moment the SYN is under way: 0 ms to 50 ms. */
describe('while a segment is under way, the wire', () => {
  it('loses it, there and then', () => {
    const trace = traceOf('after moment 2 the wire loses client SYN');
    expect(fates(trace).slice(0, 2)).toEqual(['A1 sent 0–… lost', 'A2 sent 1000–1050 delivered']);
    expect(trace.moments[2]).toMatchObject({ kind: 'lost', at: 0, flight: 0 });
  });

  it('delays it', () => {
    expect(fates(traceOf('after moment 2 the wire delays client SYN by 300 ms'))[0]).toBe('A1 sent 0–350 delivered');
  });

  it('duplicates it, and the copy can be named as well', () => {
    const trace = traceOf('after moment 2 the wire duplicates client SYN after 20 ms\nafter moment 3 the wire loses client copy');
    expect(fates(trace).slice(0, 2)).toEqual(['A1 sent 0–50 delivered', 'A1 copy 0–… lost']);
  });

  it('holds it until it is released', () => {
    const trace = traceOf('after moment 2 the wire holds client SYN\nat 400 ms release client SYN');
    expect(fates(trace)[0]).toBe('A1 sent 0–400 delivered');
    expect(trace.moments.slice(2, 4)).toMatchObject([{ kind: 'held', at: 0 }, { kind: 'released', at: 400 }]);
  });

  it('loses or delivers also what it holds', () => {
    expect(fates(traceOf('after moment 2 the wire holds client SYN\nafter moment 3 the wire loses client SYN'))[0]).toBe('A1 sent 0–… lost');
    expect(fates(traceOf('after moment 2 the wire holds client SYN\nafter moment 3 the wire delivers client SYN'))[0]).toBe('A1 sent 0–0 delivered');
  });

  it('delivers it at once', () => {
    const trace = traceOf('after moment 2 the wire delivers client SYN');
    expect(fates(trace)[0]).toBe('A1 sent 0–0 delivered');
    expect(trace.moments[2]).toMatchObject({ kind: 'endpoint', arrived: 0, at: 0 });
  });

  it('can do nothing any more to what has arrived or been lost', () => {
    const plain = traceOf('');
    for (const deed of ['loses client SYN', 'delays client SYN by 9 ms', 'duplicates client SYN after 9 ms', 'holds client SYN', 'delivers client SYN']) {
      expect(fates(traceOf(`after moment 4 the wire ${deed}`)), deed).toEqual(fates(plain));
    }
  });
});

describe('a fault on copies', () => {
  it('meets each copy by its turn', () => {
    const trace = traceOf('duplicate client SYN after 5 ms\nduplicate client SYN after 9 ms\nlose 2nd client copy\ndelay client copy by 100 ms');
    expect(fates(trace).slice(0, 3)).toEqual(['A1 sent 0–50 delivered', 'A1 copy 0–155 delivered', 'A2 copy 0–… lost']);
  });

  it('never copies without end', () => {
    const trace = traceOf('duplicate client SYN after 5 ms\nduplicate every client copy after 5 ms');
    expect(fates(trace).slice(0, 3)).toEqual(['A1 sent 0–50 delivered', 'A1 copy 0–55 delivered', 'A2 copy 0–60 delivered']);
  });
});

describe('an intervention', () => {
  it('comes right after its moment, also between acts of one instant', () => {
    const trace = traceOf('client sends 10\nmeanwhile client closes\nafter moment 6 client sends 20');
    expect(trace.moments.slice(5, 8)).toMatchObject([{ event: { type: 'SEND', length: 10 } }, { event: { type: 'SEND', length: 20 } }, { event: { type: 'CLOSE' } }]);
  });

  it('leaves what the script counts from alone', () => {
    const trace = traceOf('after 500 ms client closes\nafter moment 5 server sends 10');
    expect(trace.moments.find((moment) => moment.kind === 'endpoint' && moment.event.type === 'CLOSE')?.at).toBe(500);
  });

  it('before anything else has number 0', () => {
    const { scenario } = parse('after moment 0 server listens\nafter moment 1 client connects');
    expect(run(scenario).end.A.state).toBe('ESTABLISHED');
  });

  it('whose moment never comes is reported', () => {
    const trace = traceOf('after moment 99 client closes');
    expect(trace.undone).toEqual(trace.scenario.interventions);
  });
});
