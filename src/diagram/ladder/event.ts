import { nameOf } from '../../simulation/named.ts';
import type { HostId } from '../../simulation/scenario.ts';
import type { CrashMoment, EndpointMoment, Trace } from '../../simulation/trace.ts';
import type { State } from '../../tcp/state.ts';
import { ems, fold } from '../fold.ts';
import { timerWords } from '../gap.ts';
import { saidAt } from '../host-words.ts';
import type { Words } from '../words.ts';
import { LETTER } from './label.ts';

/** A line of what happens at a host: said, or the state that the endpoint comes to. */
export type EventLine = { readonly role: 'call' | 'timer' | 'port'; readonly text: string } | { readonly role: 'state'; readonly text: State };

/** What happens at a host at a moment, beside its life line. */
export interface EventBlock {
  readonly host: HostId;
  /** The place in `Trace.moments`. */
  readonly moment: number;
  readonly lines: readonly EventLine[];
  /** px. */
  readonly width: number;
  /** px. */
  readonly height: number;
}

/** How high a line is, px. */
export const LINE = { call: 15, timer: 15, port: 15, state: 20 } as const;

/** The blocks of the trace, in lines of at most so many px; moments of which nothing is said have none. */
export function eventBlocks(trace: Trace, limit: number, words: Words): readonly EventBlock[] {
  return trace.moments.flatMap((moment) => {
    if (moment.kind !== 'endpoint' && moment.kind !== 'crash') return [];
    const lines = linesOf(trace, moment, limit / LETTER, words);
    if (lines.length === 0) return [];
    const width = Math.max(...lines.map(({ role, text }) => ems(text) * LETTER + (role === 'state' ? 14 : 0)));
    return [{ host: moment.host, moment: moment.index, lines, width: Math.min(width, limit), height: lines.reduce((sum, { role }) => sum + LINE[role], 0) }];
  });
}

function linesOf(trace: Trace, moment: EndpointMoment | CrashMoment, limit: number, words: Words): readonly EventLine[] {
  const say = (role: 'call' | 'timer' | 'port', texts: readonly string[]) => texts.flatMap((text) => fold(text, limit)).map((text): EventLine => ({ role, text }));
  const portOf = (connection: number | null) => {
    const port = nameOf(trace, connection);
    return port === null ? [] : say('port', [words('diagram.connection', { port })]);
  };
  const timer = timerWords(trace, moment, 0, words);
  const said = [...say('timer', timer === null ? [] : [timer]), ...say('call', saidAt(trace, moment, words))];
  if (moment.kind === 'crash') {
    const ended = moment.forgot.flatMap(({ state }, at): readonly EventLine[] => (state === moment.after.state ? [] : [...portOf(at), { role: 'state', text: moment.after.state }]));
    return [...said, ...ended];
  }
  const states: readonly EventLine[] = moment.before.state === moment.after.state ? [] : [{ role: 'state', text: moment.after.state }];
  const lines = [...said, ...states];
  return lines.length === 0 || moment.event.type === 'LISTEN' ? lines : [...portOf(moment.connection), ...lines];
}
