import type { Signal } from '../tcp/effect.ts';
import type { TcpEvent } from '../tcp/event.ts';
import type { CrashMoment, EndpointMoment } from '../simulation/trace.ts';
import { fold } from './fold.ts';
import type { Words } from './words.ts';

/** Signals that the states already show; saying them again would only cost room. */
const SHOWN_BY_STATES: readonly Signal[] = ['connected', 'connection closing'];

const NOTE_EMS = 8.4;

/** What stands on a host's life line at a moment: the user's call, what the user is told, and the state `before ↓` / `after`; empty where nothing shows. */
export function noteLines(moment: EndpointMoment | CrashMoment, words: Words): readonly string[] {
  const said = moment.kind === 'crash' ? words('diagram.crash') : callWords(moment.event, words);
  const told = moment.kind === 'crash' ? [] : tellings(moment).map((signal) => words(`diagram.told.${keyOf(signal)}`));
  const { before, after } = moment;
  const states = before.state === after.state ? [] : [`${before.state} ↓`, after.state];
  return [...[said, ...told].filter((text) => text !== '').flatMap((text) => fold(text, NOTE_EMS)), ...states];
}

function callWords(event: TcpEvent, words: Words): string {
  switch (event.type) {
    case 'OPEN':
      return words(event.mode === 'active' ? 'diagram.call.connect' : 'diagram.call.listen');
    case 'SEND':
      return words(event.urgent === true ? 'diagram.call.send-urgently' : 'diagram.call.send', { n: event.length });
    case 'RECEIVE':
      return words('diagram.call.read', { n: event.length });
    case 'READING':
      return words(event.reading ? 'diagram.call.read-on' : 'diagram.call.stop-reading');
    case 'CLOSE':
      return words('diagram.call.close');
    case 'ABORT':
      return words('diagram.call.abort');
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
