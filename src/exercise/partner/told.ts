import { happened } from '../../narration/happened.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';
import { peerOf } from '../../simulation/scenario.ts';
import { traceOf } from '../../simulation/trace-of.ts';
import type { EndpointMoment, Flight, Trace } from '../../simulation/trace.ts';
import type { Game, Turn } from './game.ts';
import { sentBy } from './settle.ts';

/** The game's run as the engine has it: what the reader's own TCP sends is lost there, and what the reader sends injected. */
export function gameTrace({ world, begin }: Game): Trace {
  return traceOf(world, begin, 'stopped');
}

function issOf(moment: EndpointMoment, trace: Trace): readonly Sentence[] {
  const { hosts } = trace.scenario;
  return moment.effects.flatMap((effect) => (effect.type === 'choose ISS' ? [sentence('exercise.given.iss', { host: hosts[moment.host].name, peer: hosts[peerOf(moment.host)].name, iss: effect.iss })] : []));
}

/** The numbers of a connection that is open before the game begins. */
function startNumbers({ start, scenario: { hosts, established } }: Trace): readonly Sentence[] {
  if (!established) return [];
  return [sentence('partner.start', { host: hosts.A.name, sndNxt: start.A.snd.nxt, peer: hosts.B.name, peerNxt: start.B.snd.nxt })];
}

/** What a host knows of what happened to it: of a segment that arrives what is in it, not whether it is old, forged, repeated or a copy. */
function heard(moment: EndpointMoment, trace: Trace): Sentence {
  const told = happened(moment, trace);
  return moment.event.type === 'SEGMENT ARRIVES' ? sentence('narration.happened.arrives', told.params) : told;
}

/** What has happened at the reader's host since its last move, and before the first one what the reader has to know: its user's calls, what has arrived, timers, the numbers that it has chosen. */
export function newsOf(game: Game): readonly Sentence[] {
  const trace = gameTrace(game);
  const since = game.turns.at(-1)?.since ?? 0;
  const news = trace.moments.slice(since).flatMap((moment): readonly Sentence[] => {
    if (!('host' in moment) || moment.host !== game.task.reader) return [];
    return moment.kind === 'endpoint' ? [heard(moment, trace), ...issOf(moment, trace)] : [happened(moment, trace)];
  });
  return since === 0 && game.turns.length === 0 ? [...startNumbers(trace), ...news] : news;
}

/** What the peer made of the reader's segment; null: it is still under way, or nothing was sent. */
export function reactionTo(turn: Turn, game: Game): EndpointMoment | null {
  const flight = turn.segment === null ? undefined : sentBy(game)[turn.segment];
  const moment = game.world.moments.find((one) => one.kind === 'endpoint' && flight !== undefined && one.arrived === flight.id);
  return moment?.kind === 'endpoint' ? moment : null;
}

/** What the peer has sent during a turn, in order. */
export function answersIn({ since, until }: Turn, { world, task: { reader } }: Game): readonly Flight[] {
  const sent = world.moments.slice(since, until).flatMap((moment) => (moment.kind === 'endpoint' && moment.host !== reader ? moment.sent : []));
  return sent.flatMap((id) => world.flights[id] ?? []);
}

/** What happened while the reader let time pass, told as each host knows it: timers, users, arrivals. */
export function passedIn({ since, until }: Turn, game: Game): readonly Sentence[] {
  const trace = gameTrace(game);
  return trace.moments.slice(since, until).flatMap((moment) => (moment.kind === 'endpoint' ? [heard(moment, trace)] : []));
}
