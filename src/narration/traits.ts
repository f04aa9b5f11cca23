import type { Flight, Trace } from '../simulation/trace.ts';
import { EMPTY_SCENARIO, HOST_IDS } from '../simulation/scenario.ts';
import { ECE, FIN, RST, SYN, has } from '../tcp/flags.ts';

/** What a run can be an example of, in the order in which a course treats it. */
export const TRAITS = ['opening', 'data', 'closing', 'reset', 'loss', 'disorder', 'gives-up', 'window', 'congestion', 'options', 'forged', 'crash', 'connections', 'system'] as const;

/** One of the traits of a run. */
export type Trait = (typeof TRAITS)[number];

/** Rules that fire only where a host has lost something and slows down for it, or was asked to (RFC 5681, RFC 3168). */
const SLOWS_DOWN = ['other.ack.fast-retransmit', 'other.ack.avoidance', 'other.ecn.marked'];

/** So often the congestion window grows in a run that is about its growth (RFC 5681 §3.1). */
const GROWS = 4;

const GIVEN_UP: readonly string[] = ['delivery problem', 'connection aborted due to user timeout'];

function fired(trace: Trace, rules: readonly string[]): number {
  return trace.moments.filter((moment) => moment.kind === 'endpoint' && moment.because.some((rule) => rules.includes(rule))).length;
}

/** Whether a segment overtakes one that its host sent on the same connection before it. */
function overtakes({ from, connection, sentAt, arrivesAt }: Flight, all: readonly Flight[]): boolean {
  return arrivesAt !== null && all.some((other) => other.from === from && other.connection === connection && other.sentAt < sentAt && other.arrivesAt !== null && other.arrivesAt > arrivesAt);
}

/** For each trait whether the run has it. */
const HAS: Readonly<Record<Trait, (trace: Trace) => boolean>> = {
  opening: ({ flights }) => flights.some(({ segment, origin }) => origin === 'sent' && has(segment.flags, SYN)),
  data: ({ flights }) => flights.some(({ segment }) => segment.length > 0),
  closing: ({ flights }) => flights.some(({ segment }) => has(segment.flags, FIN)),
  reset: ({ flights }) => flights.some(({ segment }) => has(segment.flags, RST)),
  loss: ({ flights }) => flights.some(({ fate, origin, transmission }) => fate === 'lost' || (origin === 'sent' && transmission > 1)),
  disorder: ({ flights, moments }) => moments.some(({ kind }) => kind === 'copied' || kind === 'held') || flights.some((flight) => overtakes(flight, flights)),
  'gives-up': ({ told }) => HOST_IDS.some((host) => told[host].some((signal) => GIVEN_UP.includes(signal))),
  window: ({ scenario, moments }) =>
    HOST_IDS.some((host) => scenario.hosts[host].window !== EMPTY_SCENARIO.hosts[host].window) ||
    scenario.script.some(({ action }) => action.type === 'stopReading') ||
    moments.some((moment) => moment.kind === 'endpoint' && moment.event.type === 'PERSIST TIMEOUT'),
  congestion: (trace) => fired(trace, SLOWS_DOWN) > 0 || fired(trace, ['other.ack.slow-start']) >= GROWS,
  options: ({ flights }) => flights.some(({ segment }) => Object.keys(segment.options).some((name) => name !== 'mss') || (has(segment.flags, SYN) && has(segment.flags, ECE))),
  forged: ({ flights }) => flights.some(({ origin }) => origin === 'injected'),
  crash: ({ moments }) => moments.some(({ kind }) => kind === 'crash'),
  connections: ({ connections, scenario }) => connections.length > 1 || scenario.script.some(({ action }) => action.type === 'listenOn'),
  system: ({ scenario }) => scenario.profile !== 'rfc9293',
};

/** What the run is an example of, in the order of `TRAITS`; read off what happens in it, not off its words. */
export function traitsOf(trace: Trace): readonly Trait[] {
  return TRAITS.filter((trait) => HAS[trait](trace));
}
