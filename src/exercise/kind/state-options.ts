import type { HostId } from '../../simulation/scenario.ts';
import type { Moment, Trace } from '../../simulation/trace.ts';
import { STATES, type State } from '../../tcp/state.ts';
import { sentence } from '../../narration/sentence.ts';
import { distinct, explained, plain, rightOption, wrongOption, type Wrong } from '../option.ts';
import type { Option } from '../field.ts';
import { mistakesAbout } from './state-mistakes.ts';

/** What stands beside or is mixed up with each state, likeliest first. */
const NEAR: Readonly<Record<State, readonly State[]>> = {
  CLOSED: ['TIME-WAIT', 'LISTEN', 'CLOSE-WAIT', 'ESTABLISHED'],
  LISTEN: ['SYN-RECEIVED', 'CLOSED', 'SYN-SENT', 'ESTABLISHED'],
  'SYN-SENT': ['SYN-RECEIVED', 'ESTABLISHED', 'LISTEN', 'CLOSED'],
  'SYN-RECEIVED': ['ESTABLISHED', 'SYN-SENT', 'LISTEN', 'CLOSED'],
  ESTABLISHED: ['SYN-RECEIVED', 'CLOSE-WAIT', 'FIN-WAIT-1', 'SYN-SENT', 'CLOSED'],
  'FIN-WAIT-1': ['FIN-WAIT-2', 'CLOSE-WAIT', 'TIME-WAIT', 'LAST-ACK'],
  'FIN-WAIT-2': ['FIN-WAIT-1', 'TIME-WAIT', 'CLOSED', 'CLOSING'],
  'CLOSE-WAIT': ['TIME-WAIT', 'LAST-ACK', 'CLOSED', 'FIN-WAIT-1'],
  CLOSING: ['TIME-WAIT', 'FIN-WAIT-2', 'LAST-ACK', 'CLOSE-WAIT'],
  'LAST-ACK': ['CLOSE-WAIT', 'TIME-WAIT', 'CLOSED', 'CLOSING'],
  'TIME-WAIT': ['CLOSED', 'CLOSING', 'FIN-WAIT-2', 'LAST-ACK'],
};

/** The wrong options beside the right one. */
const WRONG = 3;

function visited(trace: Trace): ReadonlySet<State> {
  return new Set(trace.moments.flatMap((moment) => ('after' in moment ? [moment.before.state, moment.after.state] : [])));
}

/** What stands beside the right state, the states that come up in this run first. */
function nearby(right: State, trace: Trace): readonly Wrong[] {
  const met = visited(trace);
  const near = NEAR[right];
  return [...near.filter((state) => met.has(state)), ...near].map((value) => ({ value }));
}

/** The states to choose from for a host at a moment, in the order of RFC 9293 §3.3.2; the right one and three that a learner may take for it. */
export function stateOptions(host: HostId, before: State, right: State, moment: Moment, trace: Trace): readonly Option[] {
  const name = trace.scenario.hosts[host].name;
  const own = 'host' in moment && moment.host === host;
  const made = mistakesAbout(right, { own, name, before, moment });
  const stayed: Wrong[] = before === right ? [] : [{ value: before }];
  const wrong = distinct([...made, ...stayed, ...nearby(right, trace)], right, WRONG);
  const options = wrong.map((one) => {
    const meaning = explained(sentence(`exercise.state.meaning.${one.value}`));
    return wrongOption({ ...one, why: [meaning] }, plain(one.value));
  });
  const place = ({ value }: Option) => STATES.findIndex((state) => state === value);
  return [rightOption(right, plain(right)), ...options].sort((a, b) => place(a) - place(b));
}
