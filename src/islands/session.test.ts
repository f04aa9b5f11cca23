import { describe, expect, it } from 'vitest';
import { parse } from '../scenario/parse.ts';
import { printFault } from '../scenario/print.ts';
import { fateAfter, endpointsAfter, newestFlight } from './at-moment.ts';
import { addedFaults, after, begin, isChanged, removedFaults, shownCount, type Deed, type Session } from './session.ts';

const THREE_WAY = 'server listens\nclient connects\n';
const LOSSY = `lose server SYN,ACK\n${THREE_WAY}`;

function session(text: string, ...deeds: readonly Deed[]): Session {
  return deeds.reduce(after, begin(parse(text).scenario));
}

function times(count: number, deed: Deed): readonly Deed[] {
  return Array.from({ length: count }, () => deed);
}

function fates({ trace }: Session): readonly string[] {
  return trace.flights.map(({ from, turn, fate }) => `${from}${String(turn)} ${fate}`);
}

describe('stepping', () => {
  it('begins with the whole run on view, and the first step goes to the first moment', () => {
    const begun = session(THREE_WAY);
    expect(shownCount(begun)).toBe(begun.trace.moments.length);
    expect(isChanged(begun)).toBe(false);
    expect(after(begun, { type: 'step' }).shown).toBe(1);
  });

  it('stays between the ends', () => {
    const { trace } = session(THREE_WAY);
    expect(session(THREE_WAY, ...times(trace.moments.length + 3, { type: 'step' })).shown).toBe(trace.moments.length);
    expect(session(THREE_WAY, { type: 'start' }, { type: 'back' }).shown).toBe(0);
    expect(session(THREE_WAY, { type: 'back' }).shown).toBe(trace.moments.length - 1);
    expect(session(THREE_WAY, { type: 'step' }, { type: 'end' }).shown).toBe(trace.moments.length);
  });

  it('shows each host in the state of the moment and the state that it has just left', () => {
    const { trace } = session(THREE_WAY);
    expect(endpointsAfter(trace, 0).map(({ state, left }) => [state, left])).toEqual([['CLOSED', null], ['CLOSED', null]]);
    expect(endpointsAfter(trace, 1).map(({ state, left }) => [state, left])).toEqual([['CLOSED', null], ['LISTEN', 'CLOSED']]);
    expect(endpointsAfter(trace, trace.moments.length).map(({ state }) => state)).toEqual(['ESTABLISHED', 'ESTABLISHED']);
  });
});

describe('losing', () => {
  it('loses exactly the transmission that was named, and the run goes on by retransmission', () => {
    const lost = session(THREE_WAY, { type: 'toggle', flight: 0 });
    expect(addedFaults(lost).map((fault) => printFault(fault, lost.trace.scenario))).toEqual(['lose client segment']);
    expect(fates(lost)).toEqual(['A1 lost', 'A2 delivered', 'B1 delivered', 'A3 delivered']);
    expect(lost.trace.end.A.state).toBe('ESTABLISHED');
  });

  it('keeps the whole run on view where the reader has not begun to step', () => {
    expect(session(THREE_WAY, { type: 'toggle', flight: 1 }).shown).toBe('all');
  });

  it('takes a reader who has seen the segment leave to the moment of its loss', () => {
    const lost = session(THREE_WAY, { type: 'end' }, { type: 'toggle', flight: 0 });
    expect(lost.trace.moments[shownCount(lost) - 1]).toMatchObject({ kind: 'lost', flight: 0 });
  });

  it('leaves a reader where they are who loses a segment that is yet to come', () => {
    expect(session(THREE_WAY, { type: 'step' }, { type: 'toggle', flight: 2 }).shown).toBe(1);
  });

  it('gives the author’s run back when the segment is delivered after all', () => {
    const again = session(THREE_WAY, { type: 'toggle', flight: 1 }, { type: 'toggle', flight: 1 });
    expect(again.trace).toEqual(begin(parse(THREE_WAY).scenario).trace);
    expect(addedFaults(again)).toEqual([]);
  });

  it('is deterministic: the same deeds give the same trace', () => {
    const deeds: readonly Deed[] = [{ type: 'toggle', flight: 2 }, { type: 'toggle', flight: 0 }];
    expect(session(THREE_WAY, ...deeds)).toEqual(session(THREE_WAY, ...deeds));
  });

  it('takes the author’s own loss out, shows it as taken out, and puts it back in its place', () => {
    const { trace } = session(LOSSY);
    const lost = trace.flights.find(({ fate }) => fate === 'lost');
    const delivered = session(LOSSY, { type: 'toggle', flight: lost?.id ?? -1 });
    expect(fates(delivered)).toEqual(['A1 delivered', 'B1 delivered', 'A2 delivered']);
    const removed = removedFaults(delivered);
    expect(removed.map((fault) => printFault(fault, delivered.trace.scenario))).toEqual(['lose server SYN,ACK']);
    const [fault] = removed;
    expect(fault === undefined ? null : after(delivered, { type: 'restore', fault }).trace).toEqual(trace);
  });

  it('ignores a flight that is not there', () => {
    const begun = session(THREE_WAY);
    expect(after(begun, { type: 'toggle', flight: 99 })).toBe(begun);
  });
});

describe('taking back', () => {
  it('drops one loss and keeps the other', () => {
    const both = session(THREE_WAY, { type: 'toggle', flight: 0 }, { type: 'toggle', flight: 1 });
    const [first] = addedFaults(both);
    const one = first === undefined ? both : after(both, { type: 'drop', fault: first });
    expect(addedFaults(one).map((fault) => printFault(fault, one.trace.scenario))).toEqual(['lose 2nd client segment']);
  });

  it('resets to the very session that it began with', () => {
    expect(session(LOSSY, { type: 'toggle', flight: 0 }, { type: 'step' }, { type: 'reset' })).toEqual(session(LOSSY));
  });
});

describe('the newest segment', () => {
  it('is the last that has left, also in the moment in which it is lost', () => {
    const { trace } = session(THREE_WAY);
    expect(newestFlight(trace, 0)).toBeUndefined();
    expect(newestFlight(trace, 2)?.id).toBe(0);
    expect(newestFlight(trace, trace.moments.length)?.id).toBe(trace.flights.length - 1);
  });
});

describe('the fate of a segment', () => {
  it('is not known before it has happened', () => {
    const { trace } = session(LOSSY);
    const [syn, synAck] = trace.flights;
    const told = (shown: number) => [syn, synAck].map((flight) => (flight === undefined ? null : fateAfter(trace, flight, shown)));
    expect([1, 2, 3, 4].map(told)).toEqual([
      ['future', 'future'],
      ['in flight', 'future'],
      ['delivered', 'in flight'],
      ['delivered', 'lost'],
    ]);
  });
});
