import type { HostId } from '../../simulation/scenario.ts';
import type { Moment, Trace } from '../../simulation/trace.ts';
import { RST, SYN, has } from '../../tcp/flags.ts';
import { STATES, type State } from '../../tcp/state.ts';
import { sentence } from '../../narration/sentence.ts';
import { distinct, explained, plain, rightOption, wrongOption, type Wrong } from '../option.ts';
import type { Option } from '../field.ts';

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

/** What the misconceptions below look at. */
interface Case {
  /** Whether the moment happens to this host. */
  readonly own: boolean;
  /** The host's name in the notation. */
  readonly name: string;
  readonly before: State;
  readonly moment: Moment;
}

function arrives({ moment, own }: Case, test: (flags: Parameters<typeof has>[0]) => boolean): boolean {
  return own && moment.kind === 'endpoint' && moment.event.type === 'SEGMENT ARRIVES' && test(moment.event.segment.flags);
}

/** Which misconception leads from the true state to a false one, and in which case. */
const MISTAKES: readonly { readonly id: string; readonly right: State; readonly wrong: State; readonly when: (of: Case) => boolean }[] = [
  { id: 'server-time-wait-after-first-fin', right: 'CLOSE-WAIT', wrong: 'TIME-WAIT', when: () => true },
  { id: 'fin-stops-both', right: 'CLOSE-WAIT', wrong: 'CLOSED', when: () => true },
  { id: 'fin-stops-both', right: 'FIN-WAIT-2', wrong: 'CLOSED', when: () => true },
  { id: 'fin-wait-2-to-closing', right: 'TIME-WAIT', wrong: 'CLOSING', when: ({ before }) => before === 'FIN-WAIT-2' },
  { id: 'close-takes-four', right: 'TIME-WAIT', wrong: 'FIN-WAIT-2', when: ({ before }) => before === 'FIN-WAIT-1' },
  { id: 'any-ack-leaves-fin-wait-1', right: 'FIN-WAIT-1', wrong: 'FIN-WAIT-2', when: (of) => arrives(of, () => true) },
  { id: 'time-wait-is-server', right: 'TIME-WAIT', wrong: 'CLOSED', when: ({ name }) => name === 'client' },
  { id: 'time-wait-is-client', right: 'TIME-WAIT', wrong: 'CLOSED', when: ({ name }) => name === 'server' },
  { id: 'time-wait-is-server', right: 'CLOSED', wrong: 'TIME-WAIT', when: ({ name, before }) => name === 'server' && before === 'LAST-ACK' },
  { id: 'time-wait-is-client', right: 'CLOSED', wrong: 'TIME-WAIT', when: ({ name, before }) => name === 'client' && before === 'LAST-ACK' },
  { id: 'only-clients-close', right: 'FIN-WAIT-1', wrong: 'CLOSE-WAIT', when: ({ name }) => name === 'server' },
  { id: 'lost-third-ack-resets', right: 'ESTABLISHED', wrong: 'CLOSED', when: (of) => of.before === 'SYN-RECEIVED' && arrives(of, (flags) => !has(flags, SYN)) },
  { id: 'lost-third-ack-resets', right: 'SYN-RECEIVED', wrong: 'CLOSED', when: ({ moment }) => moment.kind === 'lost' },
  { id: 'half-open-closed-handshaken', right: 'ESTABLISHED', wrong: 'CLOSED', when: ({ moment }) => moment.kind === 'crash' },
  { id: 'rst-is-fast-fin', right: 'CLOSED', wrong: 'TIME-WAIT', when: (of) => arrives(of, (flags) => has(flags, RST)) },
  { id: 'rst-is-fast-fin', right: 'CLOSED', wrong: 'CLOSE-WAIT', when: (of) => arrives(of, (flags) => has(flags, RST)) },
];

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
  const made = MISTAKES.filter((one) => one.right === right && one.when({ own, name, before, moment }));
  const stayed: Wrong[] = before === right ? [] : [{ value: before }];
  const wrong = distinct([...made.map(({ id, wrong: value }) => ({ value, misconception: id })), ...stayed, ...nearby(right, trace)], right, WRONG);
  const options = wrong.map((one) => {
    const meaning = explained(sentence(`exercise.state.meaning.${one.value}`));
    return wrongOption({ ...one, why: [meaning] }, plain(one.value));
  });
  const place = ({ value }: Option) => STATES.findIndex((state) => state === value);
  return [rightOption(right, plain(right)), ...options].sort((a, b) => place(a) - place(b));
}
