import { sentence, type Sentence } from '../../narration/sentence.ts';
import { peerOf } from '../../simulation/scenario.ts';
import { FIN, RST, SYN, ACK, has } from '../../tcp/flags.ts';
import type { Game } from './game.ts';

function about({ due }: Pick<Game, 'due'>): string {
  const [first] = due;
  if (first === undefined) return 'wait';
  const { segment, again } = first;
  if (again) return 'again';
  if (has(segment.flags, RST)) return has(segment.flags, ACK) ? 'reset-ack' : 'reset';
  if (has(segment.flags, SYN)) return has(segment.flags, ACK) ? 'syn-ack' : 'syn';
  if (has(segment.flags, FIN)) return 'fin';
  return segment.length > 0 ? 'data' : 'ack';
}

/** What kind of segment is due now, without its numbers; or that none is. */
export function hintFor(game: Game): Sentence {
  const { world, task: { reader } } = game;
  const { hosts } = world.scenario;
  return sentence(`partner.hint.${about(game)}`, { host: hosts[reader].name, peer: hosts[peerOf(reader)].name });
}
