import type { EndpointMoment, Moment, Trace } from '../simulation/trace.ts';
import { peerOf } from '../simulation/scenario.ts';
import { happened } from '../narration/happened.ts';
import { sentence, type Sentence } from '../narration/sentence.ts';

function startNumbers(trace: Trace): readonly Sentence[] {
  const { established, hosts } = trace.scenario;
  if (!established) return [];
  const { A, B } = trace.start;
  return [sentence('exercise.given.start', { host: hosts.A.name, sndNxt: A.snd.nxt, peer: hosts.B.name, peerNxt: B.snd.nxt })];
}

/** What a reader has to know to tell what a host sends at this moment: numbers that no arrow shows, data that waits, limits that cut it. */
function hidden(moment: EndpointMoment, trace: Trace): readonly Sentence[] {
  const { before, after, effects, event } = moment;
  const names = { host: trace.scenario.hosts[moment.host].name, peer: trace.scenario.hosts[peerOf(moment.host)].name };
  const facts: Sentence[] = [];
  const iss = effects.find(({ type }) => type === 'choose ISS');
  if (iss?.type === 'choose ISS') facts.push(sentence('exercise.given.iss', { ...names, iss: iss.iss }));
  const waiting = before.snd.unsent;
  if (waiting > 0) facts.push(sentence('exercise.given.waiting', { ...names, waiting }));
  if (before.snd.fin === 'queued') facts.push(sentence('exercise.given.close-waiting', names));
  const handed = waiting + (event.type === 'SEND' ? event.length : 0);
  const sends = effects.some((effect) => effect.type === 'emit' && effect.segment.length > 0 && effect.transmission === 1);
  const limited = sends && (handed > after.snd.mss || after.snd.unsent > 0);
  if (limited) facts.push(sentence('exercise.given.limits', { ...names, sndMss: after.snd.mss, sndWnd: after.snd.wnd }));
  return facts;
}

/** What the reader is told beside the figure: the numbers of a connection that is already open, what happens now, and what the figure does not show. */
export function givenAt(moment: Moment, trace: Trace): readonly Sentence[] {
  return [...startNumbers(trace), happened(moment, trace), ...(moment.kind === 'endpoint' ? hidden(moment, trace) : [])];
}

/** What others than TCP did at these moments: users, the network, crashes. Arrivals and timers follow from that. */
export function givenDuring(moments: readonly Moment[], trace: Trace): readonly Sentence[] {
  const told = moments.filter((moment) => {
    if (moment.kind !== 'endpoint') return true;
    return moment.event.type !== 'SEGMENT ARRIVES' && !moment.event.type.endsWith('TIMEOUT');
  });
  return [...startNumbers(trace), ...told.map((moment) => happened(moment, trace))];
}
