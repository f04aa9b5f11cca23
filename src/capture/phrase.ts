import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';
import { peerOf } from '../simulation/scenario.ts';
import type { Conversation } from './conversation.ts';
import type { Ending, Happened, Opening } from './happened.ts';
import { HOST_NAMES, said, type Said } from './said.ts';

function openingOf(opening: Opening): Said {
  switch (opening.type) {
    case 'handshake':
    case 'simultaneous':
    case 'before':
      return said(`capture.opening.${opening.type}`);
    case 'refused':
    case 'unanswered':
      return said(`capture.opening.${opening.type}${opening.tries > 1 ? '.again' : ''}`, { tries: opening.tries });
    case 'half-open':
      return said(`capture.opening.half-open${opening.answers > 1 ? '.again' : ''}`, { answers: opening.answers });
  }
}

function endingOf(ending: Ending): Said {
  switch (ending.type) {
    case 'none':
      return said('capture.ending.none');
    case 'reset':
      return said('capture.ending.reset', { host: HOST_NAMES[ending.by], after: ending.after < 10 ? ending.after : Math.round(ending.after) });
    case 'closed':
      return said(`capture.ending.closed.${String(ending.segments)}`, { host: HOST_NAMES[ending.by] });
    case 'closed simultaneously':
      return said('capture.ending.closed-simultaneously');
    case 'half-closed':
      return said(`capture.ending.half-closed${ending.acknowledged ? '' : '.unheard'}`, { host: HOST_NAMES[ending.by], peer: HOST_NAMES[peerOf(ending.by)] });
    case 'closing':
      return said('capture.ending.closing', { host: HOST_NAMES[ending.by] });
  }
}

/** What happened in a conversation in a phrase of one or two parts: how it began, and how it ended where it was more than an attempt. */
export function phraseOf({ opening, ending }: Happened): readonly Said[] {
  const wasOpen = opening.type === 'handshake' || opening.type === 'simultaneous' || opening.type === 'before';
  const hasEnd = wasOpen || (ending.type !== 'none' && opening.type !== 'refused');
  return [openingOf(opening), ...(hasEnd ? [endingOf(ending)] : [])];
}

/** The same in words: `Handshake complete · Reset by the server after 3 s`. */
export function phraseText({ happened }: Pick<Conversation, 'happened'>, words: Words): string {
  return phraseOf(happened).map((part) => say(part, words)).join(' · ');
}
