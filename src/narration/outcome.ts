import type { Effect } from '../tcp/effect.ts';
import { seqAdd } from '../tcp/seq.ts';
import type { EndpointMoment, Trace } from '../simulation/trace.ts';
import { segmentText } from './segment-text.ts';
import { sentence, type Sentence } from './sentence.ts';

/** One thing that came of a moment, in the order in which the endpoint did it. */
export interface Outcome {
  readonly kind: 'state' | 'sent' | 'timer' | 'told' | 'delivered' | 'iss' | 'nothing';
  readonly sentence: Sentence;
}

function outcomeOf(effect: Effect, host: string, at: number): Outcome {
  switch (effect.type) {
    case 'state':
      return { kind: 'state', sentence: sentence('narration.outcome.state', { host, stateBefore: effect.from, stateAfter: effect.to }) };
    case 'emit': {
      const { segment, transmission } = effect;
      const key = transmission > 1 ? 'narration.outcome.sent.again' : 'narration.outcome.sent';
      return { kind: 'sent', sentence: sentence(key, { host, segment: segmentText(segment), transmission }) };
    }
    case 'timer': {
      const { timer } = effect;
      if (effect.at === null) return { kind: 'timer', sentence: sentence('narration.outcome.timer.cleared', { host, timer }) };
      return { kind: 'timer', sentence: sentence('narration.outcome.timer.set', { host, timer, after: effect.at - at }) };
    }
    case 'deliver': {
      const last = seqAdd(effect.seq, effect.length - 1);
      return { kind: 'delivered', sentence: sentence('narration.outcome.delivered', { host, length: effect.length, first: effect.seq, last }) };
    }
    case 'tell':
      return { kind: 'told', sentence: sentence('narration.outcome.told', { host, signal: effect.signal }) };
    case 'status': {
      const { sndWnd, rcvWnd, unacknowledged, unread, urgent } = effect.status;
      return { kind: 'told', sentence: sentence('narration.outcome.status', { host, stateAfter: effect.status.state, sndWnd, rcvWnd, unacknowledged, unread, urgent }) };
    }
    case 'cookie':
      return { kind: 'told', sentence: sentence('narration.outcome.cookie', { host, cookie: effect.cookie }) };
    case 'choose ISS':
      return { kind: 'iss', sentence: sentence('narration.outcome.iss', { host, iss: effect.iss }) };
  }
}

/** What came of the moment, a sentence for each effect; that nothing did is said too. */
export function outcomesOf(moment: EndpointMoment, trace: Trace): readonly Outcome[] {
  const host = trace.scenario.hosts[moment.host].name;
  if (moment.because.length === 0) return [{ kind: 'nothing', sentence: sentence('narration.outcome.nothing', { host }) }];
  return moment.effects.map((effect) => outcomeOf(effect, host, moment.at));
}
