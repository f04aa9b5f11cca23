import type { CrashMoment, EndpointMoment, Flight, Moment, Trace, WireMoment } from '../simulation/trace.ts';
import { hasOtherPorts, nameOf } from '../simulation/named.ts';
import { factsOf } from './facts.ts';
import { segmentText } from './segment-text.ts';
import { sentence, type Sentence } from './sentence.ts';

/** The flight of that id; a trace without it is our own mistake. */
export function flightOf(trace: Trace, id: number): Flight {
  const flight = trace.flights[id];
  if (flight === undefined) throw new Error(`The trace has no flight ${String(id)}`);
  return flight;
}

/** The port that names the connection, where that has to be said: `say` then says it before the sentence. */
export function named(trace: Trace, connection: number | null): Sentence['params'] {
  const port = nameOf(trace, connection);
  return port === null ? {} : { connection: port };
}

/** Names and numbers of a flight: of several connections which, `from`, `to`, `segment` in a few words, `transmission`. */
export function flightFacts(trace: Trace, flight: Flight): Sentence['params'] {
  const { hosts } = trace.scenario;
  return {
    ...named(trace, flight.connection),
    from: hosts[flight.from].name,
    to: hosts[flight.to].name,
    segment: segmentText(flight.segment),
    transmission: flight.transmission,
  };
}

function arrival(moment: EndpointMoment, trace: Trace): string {
  const flight = moment.arrived === null ? null : flightOf(trace, moment.arrived);
  if (flight?.origin === 'injected') return 'arrives.injected';
  if (flight?.origin === 'copy') return 'arrives.copy';
  return flight !== null && flight.transmission > 1 ? 'arrives.again' : 'arrives';
}

function atEndpoint(moment: EndpointMoment, trace: Trace): string {
  const { event } = moment;
  switch (event.type) {
    case 'OPEN':
      if (event.mode === 'passive') return 'open.passive';
      return hasOtherPorts(trace) ? 'open.active.to' : 'open.active';
    case 'LISTEN':
      return 'listen';
    case 'ACCEPT':
      return event.waits ? 'accept.waits' : 'accept';
    case 'SEND':
      return event.urgent === true ? 'send.urgently' : 'send';
    case 'RECEIVE':
      return 'receive';
    case 'READING':
      return event.reading ? 'reading.goes-on' : 'reading.stops';
    case 'CLOSE':
      return event.both === true ? 'close.both' : 'close';
    case 'ABORT':
      return 'abort';
    case 'STATUS':
      return 'status';
    case 'SEGMENT ARRIVES':
      return arrival(moment, trace);
    case 'RETRANSMISSION TIMEOUT':
      return 'timeout.retransmission';
    case 'TIME-WAIT TIMEOUT':
      return 'timeout.time-wait';
    case 'DELAYED ACK TIMEOUT':
      return 'timeout.delayed-ack';
    case 'PERSIST TIMEOUT':
      return 'timeout.persist';
    case 'KEEP-ALIVE TIMEOUT':
      return 'timeout.keep-alive';
    case 'USER TIMEOUT':
      return 'timeout.user';
  }
}

function onWire(moment: WireMoment, trace: Trace): Sentence {
  return sentence(`narration.happened.${moment.kind}`, flightFacts(trace, flightOf(trace, moment.flight)));
}

function crash(moment: CrashMoment, trace: Trace): Sentence {
  const host = trace.scenario.hosts[moment.host].name;
  const count = moment.forgot.filter(({ state }) => state !== 'CLOSED').length;
  if (trace.connections.length > 1) return sentence('narration.happened.crash.all', { host, count });
  return sentence('narration.happened.crash', { host, stateBefore: moment.before.state });
}

/** What happened at the moment, without what came of it. */
export function happened(moment: Moment, trace: Trace): Sentence {
  if (moment.kind === 'crash') return crash(moment, trace);
  if (moment.kind !== 'endpoint') return onWire(moment, trace);
  const which = moment.event.type === 'LISTEN' ? {} : named(trace, moment.connection);
  return sentence(`narration.happened.${atEndpoint(moment, trace)}`, { ...factsOf(moment, trace), ...which });
}
