import type { Flight, Trace } from '../simulation/trace.ts';
import { flightFacts, named } from './happened.ts';
import { sentence, type Sentence } from './sentence.ts';

/** How many segments are named one by one before a count has to do. */
const NAMED = 12;

function hosts(trace: Trace): Sentence['params'] {
  const { A, B } = trace.scenario.hosts;
  return { host: A.name, peer: B.name };
}

function flown(flight: Flight, trace: Trace): Sentence {
  const again = flight.transmission > 1 && flight.origin === 'sent' ? '.again' : '';
  return sentence(`narration.summary.${flight.fate === 'lost' ? 'lost' : flight.origin}${again}`, flightFacts(trace, flight));
}

function end(trace: Trace): readonly Sentence[] {
  return trace.connections.map((connection, at) => {
    const [state, peerState] = [connection.end.A.state, connection.end.B.state];
    const key = state === peerState ? 'narration.summary.end.same' : 'narration.summary.end';
    return sentence(key, { ...hosts(trace), ...named(trace, at), state, peerState });
  });
}

/** The run in a few sentences, for whoever cannot see the figure: who talks, each segment (up to twelve, else how many), and the states at the end, of each connection. */
export function summary(trace: Trace): readonly Sentence[] {
  const { flights } = trace;
  const count = flights.length;
  const opening = sentence(count === 1 ? 'narration.summary.one' : 'narration.summary.many', { ...hosts(trace), count });
  const lost = flights.filter(({ fate }) => fate === 'lost').length;
  const told = count <= NAMED ? flights.map((flight) => flown(flight, trace)) : lost > 0 ? [sentence('narration.summary.losses', { lost })] : [];
  return [opening, ...told, ...end(trace)];
}
