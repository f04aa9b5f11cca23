import { isDeepStrictEqual } from 'node:util';
import { run } from '../../src/simulation/run.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import type { Flight, Trace } from '../../src/simulation/trace.ts';
import { segmentText } from '../../src/narration/segment-text.ts';
import { byKey, type Judge } from './judge.ts';
import { leavingFrom } from './leaving.ts';

/** Whether the scenario is the other one with one loss of one segment more. */
function isWithOneLoss(scenario: Scenario, base: Scenario): boolean {
  const more = scenario.faults.at(-1);
  const without = { ...scenario, faults: scenario.faults.slice(0, -1), expect: base.expect };
  return more?.type === 'lose' && more.selector.which.type === 'nth' && isDeepStrictEqual(without, base);
}

/** The flights as far as they had come into being before the moment. */
function leftBefore(trace: Trace, from: number): ReadonlySet<string> {
  return new Set(trace.moments.slice(0, from).flatMap((moment) => (moment.kind === 'endpoint' ? moment.sent : [])).map((id) => JSON.stringify(trace.flights[id]?.segment)));
}

function causeOf(trace: Trace, { id, from, sentAt, segment }: Flight): string {
  const cause = trace.moments.find((moment) => moment.kind === 'endpoint' && moment.sent.includes(id));
  if (cause?.kind !== 'endpoint') return 'unknown';
  if (cause.arrived !== null) return `arrival ${String(cause.arrived)}`;
  const earlier = trace.flights.filter((flight) => flight.from === from && flight.segment.seq === segment.seq && flight.sentAt < sentAt && (flight.segment.length > 0 || (flight.segment.flags & 3) > 0));
  return `timer ${from} ${String(sentAt - Math.max(...earlier.map((flight) => flight.sentAt)))}`;
}

/** Runs the scenario that the exercise plays, which has to be its own with one loss more, and reads off what follows. */
export const judgeIfLost: Judge = ({ play, question }, base) => {
  const { scenario, from } = play;
  if (scenario === null || !isWithOneLoss(scenario, base.scenario)) return byKey({});
  const trace = run(scenario);
  const loss = trace.moments[from];
  const lost = loss?.kind === 'lost' ? trace.flights[loss.flight] : undefined;
  if (lost === undefined || segmentText(lost.segment) !== question.params['segment'] || !leftBefore(base, from).has(JSON.stringify(lost.segment))) return byKey({});
  const next = leavingFrom(trace, from)[0];
  return byKey({
    next: next === undefined ? 'none' : `${next.from} ${segmentText(next.segment)}`,
    cause: next === undefined ? 'none' : causeOf(trace, next),
    end: `${trace.end.A.state} ${trace.end.B.state}`,
  });
};
