import type { Signal } from '../tcp/effect.ts';
import { hasOtherPorts, nameOf } from '../simulation/named.ts';
import { peerOf } from '../simulation/scenario.ts';
import type { CrashMoment, EndpointMoment, Trace } from '../simulation/trace.ts';
import { fold } from './fold.ts';
import type { Words } from './words.ts';

/** Signals that the states already show; saying them again would only cost room. */
const SHOWN_BY_STATES: readonly Signal[] = ['connected', 'connection closing'];

const NOTE_EMS = 8.4;

/** What stands on a host's life line at a moment: of several connections which, the user's call, what the user is told, and the state `before ↓` / `after`; empty where nothing shows. */
export function noteLines(trace: Trace, moment: EndpointMoment | CrashMoment, words: Words): readonly string[] {
  if (moment.kind === 'crash') return [...folded(saidAt(trace, moment, words)), ...lost(trace, moment, words)];
  const { before, after, event } = moment;
  const states = before.state === after.state ? [] : [`${before.state} ↓`, after.state];
  const lines = [...folded(saidAt(trace, moment, words)), ...states];
  const port = event.type === 'LISTEN' ? null : nameOf(trace, moment.connection);
  return port === null || lines.length === 0 ? lines : [...folded([words('diagram.connection', { port })]), ...lines];
}

/** What is said of a moment besides segments and states: the user's call or the crash, a refusal, and what the user is told that the states do not show. */
export function saidAt(trace: Trace, moment: EndpointMoment | CrashMoment, words: Words): readonly string[] {
  if (moment.kind === 'crash') return [words('diagram.crash')];
  const told = tellings(moment).map((signal) => words(`diagram.told.${keyOf(signal)}`));
  const refused = moment.because.some((id) => id === 'listener.full' || id === 'listener.ack-ignored') ? words('diagram.no-room') : '';
  return [callWords(trace, moment, words), refused, ...told].filter((text) => text !== '');
}

function folded(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => fold(text, NOTE_EMS));
}

/** The states that a crash ends, of several connections each. */
function lost(trace: Trace, { before, after, forgot }: CrashMoment, words: Words): readonly string[] {
  if (trace.connections.length < 2) return before.state === after.state ? [] : [`${before.state} ↓`, after.state];
  const living = forgot.flatMap(({ state }, at) => (state === after.state ? [] : [...folded([words('diagram.connection', { port: nameOf(trace, at) ?? 0 })]), `${state} ↓`]));
  return living.length === 0 ? [] : [...living, after.state];
}

function callWords(trace: Trace, { host, connection, event }: EndpointMoment, words: Words): string {
  switch (event.type) {
    case 'OPEN': {
      if (event.mode === 'passive') return words('diagram.call.listen');
      const port = hasOtherPorts(trace) ? trace.connections[connection ?? 0]?.ports[peerOf(host)] : undefined;
      return port === undefined ? words('diagram.call.connect') : words('diagram.call.connect-to', { port });
    }
    case 'LISTEN':
      return words('diagram.call.listen-on', { port: event.port, backlog: event.backlog });
    case 'ACCEPT':
      return words(event.waits ? 'diagram.call.accept-waits' : 'diagram.call.accept');
    case 'SEND':
      return words(event.urgent === true ? 'diagram.call.send-urgently' : 'diagram.call.send', { n: event.length });
    case 'RECEIVE':
      return words('diagram.call.read', { n: event.length });
    case 'READING':
      return words(event.reading ? 'diagram.call.read-on' : 'diagram.call.stop-reading');
    case 'CLOSE':
      return words(event.both === true ? 'diagram.call.close-both' : 'diagram.call.close');
    case 'ABORT':
      return words('diagram.call.abort');
    case 'STATUS':
      return words('diagram.call.status');
    case 'SEGMENT ARRIVES':
    case 'RETRANSMISSION TIMEOUT':
    case 'TIME-WAIT TIMEOUT':
    case 'DELAYED ACK TIMEOUT':
    case 'PERSIST TIMEOUT':
    case 'KEEP-ALIVE TIMEOUT':
    case 'USER TIMEOUT':
      return '';
  }
}

function tellings({ effects }: EndpointMoment): readonly Signal[] {
  return effects.flatMap((effect) => (effect.type === 'tell' && !SHOWN_BY_STATES.includes(effect.signal) ? [effect.signal] : []));
}

function keyOf(signal: Signal): string {
  return signal.replace(/: /u, '.').replaceAll(' ', '-');
}
