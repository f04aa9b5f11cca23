import type { EndpointMoment, Trace } from '../../src/simulation/trace.ts';
import type { Judge } from './judge.ts';

/** What a host did, by the segments that left and the endpoints and users before and after, in words of the question. */
function deedsAt(moment: EndpointMoment, trace: Trace): ReadonlySet<string> {
  const deeds = new Set<string>();
  for (const id of moment.sent) {
    const flight = trace.flights[id];
    if (flight === undefined) continue;
    const { flags, length } = flight.segment;
    const bit = (mask: number) => (flags & mask) !== 0;
    const repeats = moment.event.type === 'RETRANSMISSION TIMEOUT' && flight.transmission > 1;
    const kind = bit(4) ? 'rst' : bit(2) ? (bit(16) ? 'syn-ack' : 'a bare SYN') : bit(1) ? 'fin' : length > 0 ? 'data' : 'ack';
    deeds.add(repeats ? 'again' : kind);
  }
  if (moment.sent.length === 0) deeds.add('nothing');
  if (moment.before.state !== moment.after.state) deeds.add('state');
  for (const effect of moment.effects) {
    if (effect.type === 'deliver') deeds.add('deliver');
    if (effect.type === 'tell' && effect.signal !== 'connected') deeds.add('tells');
  }
  return deeds;
}

export const judgeRule: Judge = ({ play }, trace) => {
  const moment = trace.moments[play.from];
  if (moment?.kind !== 'endpoint') return () => false;
  const deeds = deedsAt(moment, trace);
  const numbers: Readonly<Record<string, number>> = { 'rcv-nxt': moment.before.rcv.nxt, 'snd-nxt': moment.before.snd.nxt };
  return (field, answer) => {
    if (typeof answer !== 'string') return answer.length === deeds.size && answer.every((deed) => deeds.has(deed));
    return field === 'rule' ? moment.because.includes(answer) : answer === String(numbers[field]);
  };
};
