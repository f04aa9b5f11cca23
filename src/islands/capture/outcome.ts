import type { Happened } from '../../capture/happened.ts';

/** What a conversation came to, as a list of many is narrowed down by it. */
export const OUTCOMES = ['closed', 'open', 'closing', 'reset', 'refused', 'unanswered', 'half-open'] as const;

/** One of the outcomes. */
export type Outcome = (typeof OUTCOMES)[number];

/** What the conversation came to by the end of the capture; a RST counts for more than what came before it. */
export function outcomeOf({ opening, ending }: Happened): Outcome {
  switch (opening.type) {
    case 'refused':
    case 'unanswered':
      return opening.type;
    case 'half-open':
      return ending.type === 'reset' ? 'reset' : 'half-open';
    default:
      break;
  }
  switch (ending.type) {
    case 'reset':
      return 'reset';
    case 'closed':
    case 'closed simultaneously':
      return 'closed';
    case 'half-closed':
    case 'closing':
      return 'closing';
    case 'none':
      return 'open';
  }
}
