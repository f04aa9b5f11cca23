import type { Flight, Trace } from '../../simulation/trace.ts';
import { segmentText } from '../../narration/segment-text.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';

/** Who sends what to whom, as an option: `client → server: SYN SEQ=100`, the hosts in the reader's words. */
export function segmentLabel({ from, to, segment }: Pick<Flight, 'from' | 'to' | 'segment'>, { scenario: { hosts } }: Pick<Trace, 'scenario'>): Sentence {
  return sentence('exercise.segment', { sender: hosts[from].name, receiver: hosts[to].name, segment: segmentText(segment) });
}
