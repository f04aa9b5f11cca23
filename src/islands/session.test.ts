import { describe, expect, it } from 'vitest';
import { parse } from '../scenario/parse.ts';
import { print } from '../scenario/print.ts';
import { run } from '../simulation/run.ts';
import { endpointsAfter, fateAfter, newestFlight } from './at-moment.ts';
import type { Deed, WireDeed } from './deed.ts';
import { after, begin } from './session.ts';
import { changesIn, isChanged, shownCount, traceOf, type Session } from './stepping.ts';

const THREE_WAY = 'server listens\nclient connects\n';
const LOSSY = `lose server SYN,ACK\n${THREE_WAY}`;

function session(text: string, ...deeds: readonly Deed[]): Session {
  return deeds.reduce(after, begin(parse(text).scenario));
}

function kept(text: string, ...deeds: readonly Deed[]): Session {
  return deeds.reduce(after, begin(parse(text).scenario, true));
}

function times(count: number, deed: Deed): readonly Deed[] {
  return Array.from({ length: count }, () => deed);
}

function fates(one: Session): readonly string[] {
  return traceOf(one).flights.map(({ from, turn, fate }) => `${from}${String(turn)} ${fate}`);
}

function wire(flight: number, what: WireDeed): Deed {
  return { type: 'wire', flight, what };
}

const LOSE = { type: 'lose' } as const;
const RESTORE = { type: 'restore' } as const;

/** The lines of the notation that the run on view has beyond the author's. */
function lines(one: Session): readonly string[] {
  const own = print(one.author).split('\n');
  return print(traceOf(one).scenario).split('\n').filter((line) => !own.includes(line));
}

describe('stepping', () => {
  it('begins with the whole run on view, and the first step goes to the first moment', () => {
    const begun = session(THREE_WAY);
    expect(shownCount(begun)).toBe(traceOf(begun).moments.length);
    expect(isChanged(begun)).toBe(false);
    expect(after(begun, { type: 'step' }).place.shown).toBe(1);
  });

  it('stays between the ends', () => {
    const { length } = traceOf(session(THREE_WAY)).moments;
    expect(session(THREE_WAY, ...times(length + 3, { type: 'step' })).place.shown).toBe(length);
    expect(session(THREE_WAY, { type: 'start' }, { type: 'back' }).place.shown).toBe(0);
    expect(session(THREE_WAY, { type: 'back' }).place.shown).toBe(length - 1);
    expect(session(THREE_WAY, { type: 'step' }, { type: 'end' }).place.shown).toBe(length);
    expect(session(THREE_WAY, { type: 'go', shown: 99 }).place.shown).toBe(length);
  });

  it('shows each host in the state of the moment and the state that it has just left', () => {
    const trace = traceOf(session(THREE_WAY));
    expect(endpointsAfter(trace, 0).map(({ state, left }) => [state, left])).toEqual([['CLOSED', null], ['CLOSED', null]]);
    expect(endpointsAfter(trace, 1).map(({ state, left }) => [state, left])).toEqual([['CLOSED', null], ['LISTEN', 'CLOSED']]);
    expect(endpointsAfter(trace, trace.moments.length).map(({ state }) => state)).toEqual(['ESTABLISHED', 'ESTABLISHED']);
  });
});

describe('losing', () => {
  it('loses exactly the transmission that was named, and the run goes on by retransmission', () => {
    const lost = session(THREE_WAY, wire(0, LOSE));
    expect(lines(lost)).toEqual(['lose client segment']);
    expect(fates(lost)).toEqual(['A1 lost', 'A2 delivered', 'B1 delivered', 'A3 delivered']);
    expect(traceOf(lost).end.A.state).toBe('ESTABLISHED');
  });

  it('keeps the whole run on view where the reader has not begun to step', () => {
    expect(session(THREE_WAY, wire(1, LOSE)).place.shown).toBe('all');
  });

  it('takes a reader who has seen the segment leave to the moment of its loss', () => {
    const lost = session(THREE_WAY, { type: 'end' }, wire(0, LOSE));
    expect(traceOf(lost).moments[shownCount(lost) - 1]).toMatchObject({ kind: 'lost', flight: 0 });
  });

  it('there and then is written as what the wire does after this moment', () => {
    // Two segments leave at once; after the first has arrived the second is still under way.
    const deeds: readonly Deed[] = [{ type: 'go', shown: 2 }, wire(0, { type: 'delay', ms: 30 }), { type: 'step' }];
    const delayed = session('already ESTABLISHED\nclient sends 10\nmeanwhile server sends 10', ...deeds);
    const lost = after(delayed, wire(0, LOSE));
    expect(lines(lost)).toEqual(['after moment 2 the wire delays client segment by 30 ms', 'after moment 3 the wire loses client segment']);
    expect(traceOf(lost).moments[shownCount(lost) - 1]).toMatchObject({ kind: 'lost', flight: 0, at: 50 });
  });

  it('gives the author’s run back when the segment is delivered after all', () => {
    const again = session(THREE_WAY, wire(1, LOSE), wire(1, RESTORE));
    expect(traceOf(again)).toEqual(run(parse(THREE_WAY).scenario));
  });

  it('takes the author’s own loss out, shows it as taken out, and puts it back in its place', () => {
    const begun = session(LOSSY);
    const lost = traceOf(begun).flights.find(({ fate }) => fate === 'lost');
    const delivered = after(begun, wire(lost?.id ?? -1, RESTORE));
    expect(fates(delivered)).toEqual(['A1 delivered', 'B1 delivered', 'A2 delivered']);
    const [line] = changesIn(delivered).removed;
    expect(line).toMatchObject({ of: 'fault', fault: { type: 'lose' } });
    expect(line === undefined ? null : traceOf(after(delivered, { type: 'put back', line }))).toEqual(traceOf(begun));
  });

  it('ignores a flight that is not there', () => {
    const begun = session(THREE_WAY);
    expect(after(begun, wire(99, LOSE))).toBe(begun);
  });
});

describe('the other deeds on the wire', () => {
  const sent: Deed = { type: 'go', shown: 2 };
  it.each<readonly [WireDeed, readonly string[], string]>([
    [{ type: 'delay', ms: 300 }, ['delay client segment by 300 ms'], 'A1 delivered'],
    [{ type: 'duplicate', ms: 20 }, ['duplicate client segment after 20 ms'], 'A1 delivered'],
    [{ type: 'hold' }, ['hold client segment'], 'A1 held'],
    [{ type: 'deliver' }, ['after moment 2 the wire delivers client segment'], 'A1 delivered'],
  ])('%o', (what, written, fate) => {
    const done = session(THREE_WAY, { type: 'go', shown: 1 }, wire(0, what));
    expect([lines(done), fates(done)[0]]).toEqual([written, fate]);
  });

  it('release lets a held segment go on', () => {
    const held = session(THREE_WAY, sent, wire(0, { type: 'hold' }));
    const released = after(held, wire(0, { type: 'release' }));
    expect(fates(released)).toEqual(fates(session(THREE_WAY)));
    expect(traceOf(released).moments[shownCount(released) - 1]).toMatchObject({ kind: 'released' });
  });
});

describe('doing', () => {
  const close: Deed = { type: 'do', action: { type: 'close', host: 'B' } };
  it('happens right after the moment on view, which then shows it', () => {
    const done = session(`${THREE_WAY}client sends 5`, { type: 'go', shown: 5 }, close);
    expect(lines(done)).toEqual(['after moment 5 server closes']);
    expect(traceOf(done).moments[shownCount(done) - 1]).toMatchObject({ event: { type: 'CLOSE' }, host: 'B' });
  });

  it('waits for all that one event brings', () => {
    // The held SYN leaves in moment 2 and is seen held in moment 3.
    const done = session(`hold client SYN\n${THREE_WAY}`, { type: 'go', shown: 2 }, { type: 'do', action: { type: 'abort', host: 'A' } });
    expect(lines(done)).toEqual(['after moment 3 client aborts']);
    expect(traceOf(done).moments[shownCount(done) - 1]).toMatchObject({ event: { type: 'ABORT' } });
  });

  it('does nothing behind a run that was cut off', () => {
    const endless = session('already ESTABLISHED\nclient keep-alive after 1 s, every 1 s, 3 probes', { type: 'end' });
    expect(traceOf(endless).ended).toBe('bounded');
    expect(after(endless, close)).toBe(endless);
  });

  it('reaches a segment that is under way where the run was stopped', () => {
    const stopped = `${THREE_WAY}stop when server is SYN-RECEIVED`;
    const delivered = session(stopped, { type: 'end' }, wire(1, { type: 'deliver' }));
    expect(fates(delivered)[1]).toBe('B1 delivered');
    expect(changesIn(delivered).removed).toHaveLength(1);
  });

  it('goes on behind the end of a run that was stopped', () => {
    const done = session(`${THREE_WAY}stop when client is ESTABLISHED`, { type: 'end' }, close);
    expect(changesIn(done).removed).toEqual([{ of: 'stop', stop: { type: 'state', host: 'A', state: 'ESTABLISHED' } }]);
    expect(traceOf(done).end.B.state).not.toBe('ESTABLISHED');
  });
});

describe('branches', () => {
  it('grow where a future that was seen is changed, and keep it', () => {
    const lost = kept(THREE_WAY, wire(1, LOSE));
    expect(lost.place.branches.map(({ id, from }) => [id, from])).toEqual([[1, null], [2, { branch: 1, shown: 3 }]]);
    expect(lost.place.current).toBe(2);
    expect(traceOf(after(lost, { type: 'branch', branch: 1 }))).toEqual(run(parse(THREE_WAY).scenario));
  });

  it('do not grow at the end of what has been seen', () => {
    const done = kept('', { type: 'do', action: { type: 'listen', host: 'B' } }, { type: 'do', action: { type: 'connect', host: 'A' } });
    expect(done.place.branches.map(({ id }) => id)).toEqual([1]);
    expect([traceOf(done).end.A.state, shownCount(done)]).toEqual(['ESTABLISHED', 2]);
  });

  it('leave what was done in the old future there', () => {
    const calls = [{ type: 'listen', host: 'B' }, { type: 'connect', host: 'A' }, { type: 'close', host: 'A' }] as const;
    const done = kept('', ...calls.map((action): Deed => ({ type: 'do', action })));
    expect(lines(done)).toEqual(['after moment 0 server listens', 'after moment 1 client connects', 'after moment 2 client closes']);
    const other = after(after(done, { type: 'go', shown: 1 }), { type: 'do', action: { type: 'abort', host: 'B' } });
    expect(lines(other)).toEqual(['after moment 0 server listens', 'after moment 1 server aborts']);
    expect(lines(after(other, { type: 'branch', branch: 1 }))).toEqual(lines(done));
  });

  it('do not grow twice', () => {
    const lost = kept(THREE_WAY, wire(1, LOSE));
    const again = after(after(lost, { type: 'branch', branch: 1 }), wire(1, LOSE));
    expect([again.place.branches.length, again.place.current]).toEqual([2, 2]);
    const [line] = changesIn(lost).added;
    expect(line === undefined ? null : after(lost, { type: 'drop', line }).place.current).toBe(1);
  });

  it('can be closed, but for the last one', () => {
    const two = kept(THREE_WAY, wire(1, LOSE));
    const one = after(two, { type: 'close', branch: 2 });
    expect([one.place.current, one.place.branches.length]).toEqual([1, 1]);
    expect(after(one, { type: 'close', branch: 1 })).toBe(one);
    expect(after(two, { type: 'close', branch: 1 }).place.branches.map(({ id, from }) => [id, from])).toEqual([[2, null]]);
  });

  it('go with undo and come back with redo', () => {
    const lost = kept(THREE_WAY, wire(1, LOSE), wire(0, LOSE));
    const begun = [{ type: 'undo' }, { type: 'undo' }] as const;
    expect(begun.reduce<Session>(after, lost).place).toEqual(kept(THREE_WAY).place);
    expect(([...begun, { type: 'redo' }, { type: 'redo' }] as const).reduce<Session>(after, lost).place).toEqual(lost.place);
  });
});

describe('writing the scenario otherwise', () => {
  const edit = (text: string, isTyped = true): Deed => ({ type: 'edit', scenario: parse(text).scenario, isTyped });
  it('keeps the place, and what the reader has done stays a change of theirs', () => {
    const lost = kept(THREE_WAY, { type: 'go', shown: 2 }, wire(0, LOSE));
    const slower = after(lost, { type: 'edit', scenario: { ...traceOf(lost).scenario, delay: 80 }, isTyped: false });
    expect([shownCount(slower), slower.place.branches.length, slower.place.current]).toEqual([shownCount(lost), 2, 2]);
    expect([slower.author.delay, traceOf(slower).scenario.delay, lines(slower)]).toEqual([80, 80, ['lose client segment']]);
    // Only the branch on view is another now, and it has nothing in common any more but what comes before the first segment.
    expect(traceOf(after(slower, { type: 'branch', branch: 1 })).scenario.delay).toBe(50);
    expect(traceOf(after(slower, { type: 'reset' })).scenario).toEqual({ ...parse(THREE_WAY).scenario, delay: 80 });
  });

  it('stays at the end for a reader who is there', () => {
    const ended = session(THREE_WAY, { type: 'end' }, edit(`${THREE_WAY}client sends 5`));
    expect(shownCount(ended)).toBe(traceOf(ended).moments.length);
    expect(session(THREE_WAY, edit(`${THREE_WAY}client sends 5`)).place.shown).toBe('all');
    expect(session(THREE_WAY, { type: 'go', shown: 4 }, edit('server listens')).place.shown).toBe(1);
  });

  it('is one change as long as it is typed, and one each where a setting is changed', () => {
    const typed = session(THREE_WAY, edit('server listens'), edit('server listens\nclient connects from 5'), edit('server listens\nclient connects from 50'));
    expect(typed.past).toHaveLength(1);
    expect(after(typed, { type: 'undo' }).place).toEqual(session(THREE_WAY).place);
    expect(after(after(typed, { type: 'undo' }), { type: 'redo' }).place).toEqual(typed.place);
    expect(session(THREE_WAY, edit('delay 20 ms', false), edit('delay 30 ms', false)).past).toHaveLength(2);
    expect(session(THREE_WAY, edit('delay 20 ms'), wire(0, LOSE), { type: 'do', action: { type: 'listen', host: 'B' } }, edit('delay 30 ms')).past).toHaveLength(3);
  });

  it('is nothing where it says the same', () => {
    const begun = session(THREE_WAY);
    expect(after(begun, edit(THREE_WAY))).toBe(begun);
  });

  it('puts what was taken out of the author’s lines among the changes still', () => {
    const begun = session(LOSSY);
    const restored = after(begun, wire(1, RESTORE));
    const slower = after(restored, { type: 'edit', scenario: { ...traceOf(restored).scenario, delay: 80 }, isTyped: false });
    expect(changesIn(slower).removed).toHaveLength(1);
    expect(traceOf(after(slower, { type: 'reset' })).scenario.faults).toHaveLength(1);
  });
});

describe('taking back', () => {
  it('drops one loss and keeps the other', () => {
    const both = session(THREE_WAY, wire(0, LOSE), wire(1, LOSE));
    const [line] = changesIn(both).added;
    expect(line === undefined ? [] : lines(after(both, { type: 'drop', line }))).toEqual(['lose 2nd client segment']);
  });

  it('resets to the place that it began with', () => {
    expect(session(LOSSY, wire(0, LOSE), { type: 'step' }, { type: 'reset' }).place).toEqual(session(LOSSY).place);
  });
});

describe('the newest segment', () => {
  it('is the last that has left, also in the moment in which it is lost', () => {
    const trace = traceOf(session(THREE_WAY));
    expect(newestFlight(trace, 0)).toBeUndefined();
    expect(newestFlight(trace, 2)?.id).toBe(0);
    expect(newestFlight(trace, trace.moments.length)?.id).toBe(trace.flights.length - 1);
  });
});

describe('the fate of a segment', () => {
  it('is not known before it has happened', () => {
    const trace = traceOf(session(LOSSY));
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
