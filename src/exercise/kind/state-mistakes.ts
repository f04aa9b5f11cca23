import type { Moment } from '../../simulation/trace.ts';
import { RST, SYN, has } from '../../tcp/flags.ts';
import type { State } from '../../tcp/state.ts';
import type { Wrong } from '../option.ts';

/** What a misconception about states looks at. */
export interface StateCase {
  /** Whether the moment happens to this host. */
  readonly own: boolean;
  /** The host's name in the notation. */
  readonly name: string;
  readonly before: State;
  readonly moment: Moment;
}

function arrives({ moment, own }: StateCase, test: (flags: Parameters<typeof has>[0]) => boolean): boolean {
  return own && moment.kind === 'endpoint' && moment.event.type === 'SEGMENT ARRIVES' && test(moment.event.segment.flags);
}

/** Which misconception leads from the true state to a false one, and in which case. */
const MISTAKES: readonly { readonly id: string; readonly right: State; readonly wrong: State; readonly when: (of: StateCase) => boolean }[] = [
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

/** The wrong states that known misconceptions lead to where this one is right, in this case. */
export function mistakesAbout(right: State, of: StateCase): readonly Wrong[] {
  return MISTAKES.filter((one) => one.right === right && one.when(of)).map(({ id, wrong }) => ({ value: wrong, misconception: id }));
}
