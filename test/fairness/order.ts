import type { Flight, Trace } from '../../src/simulation/trace.ts';
import type { Judge } from './judge.ts';
import { leavingFrom } from './leaving.ts';

/** Whether the run contradicts that `first` is put before `second`: the second was sent earlier by the same host, or was no longer on its way when the first was sent. What a timer sends in the same instant is chance. */
function contradicts(trace: Trace, first: Flight, second: Flight): boolean {
  if (second.id > first.id) return false;
  if (first.from === second.from) {
    const tied = second.sentAt === first.sentAt && (first.transmission > 1 || second.transmission > 1);
    return !tied;
  }
  const gone = second.arrivesAt ?? second.sentAt + trace.scenario.delay;
  return first.transmission > 1 ? gone < first.sentAt : gone <= first.sentAt;
}

/** An order is right where it has exactly the next segments and the run contradicts no pair of it. */
export const judgeOrder: Judge = ({ play }, trace) => {
  const leaving = leavingFrom(trace, play.from);
  return (_field, answer) => {
    const order = typeof answer === 'string' ? [] : answer;
    const next = leaving.slice(0, order.length);
    const flights = order.flatMap((value) => next.find(({ id }) => String(id) === value) ?? []);
    if (flights.length < 3 || flights.length < order.length) return false;
    return flights.every((second, at) => flights.slice(0, at).every((first) => !contradicts(trace, first, second)));
  };
};
