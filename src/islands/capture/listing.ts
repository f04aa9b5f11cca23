import type { Conversation } from '../../capture/conversation.ts';
import { endpointText } from '../../wire/packet/endpoint-text.ts';
import { PAGE, type Look, type Sort } from './look.ts';
import { OUTCOMES, outcomeOf } from './outcome.ts';

/** A page of a list of conversations. */
export interface Listing {
  readonly look: Look;
  readonly rows: readonly Conversation[];
  /** How many the reader's wish leaves. */
  readonly matching: number;
  readonly all: number;
}

const KEYS: Readonly<Record<Sort, (conversation: Conversation) => number>> = {
  number: ({ number }) => number,
  outcome: ({ happened }) => OUTCOMES.indexOf(outcomeOf(happened)),
  start: ({ first }) => first.at,
  duration: ({ first, last }) => last.at - first.at,
  segments: ({ segments }) => segments.A + segments.B,
  octets: ({ octets }) => octets.A + octets.B,
};

/** What the reader wants to see of the conversations: narrowed down, sorted, a page of it; the last page where there are fewer. Of equals the earlier one comes first. */
export function listing(conversations: readonly Conversation[], look: Look): Listing {
  const wanted = look.find.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  const matching = wanted.length === 0 && look.outcome === null ? conversations : conversations.filter((one) => fits(one, wanted, look));
  const sorted = look.sort === 'number' && !look.isDescending ? matching : sortedBy(matching, look);
  const page = Math.max(0, Math.min(look.page, Math.ceil(sorted.length / PAGE) - 1));
  return { look: { ...look, page }, rows: sorted.slice(page * PAGE, (page + 1) * PAGE), matching: matching.length, all: conversations.length };
}

function fits({ ends, happened }: Conversation, wanted: readonly string[], { outcome }: Look): boolean {
  if (outcome !== null && outcomeOf(happened) !== outcome) return false;
  if (wanted.length === 0) return true;
  const text = `${endpointText(ends.A)} ${endpointText(ends.B)}`;
  return wanted.every((word) => text.includes(word));
}

function sortedBy(conversations: readonly Conversation[], { sort, isDescending }: Look): readonly Conversation[] {
  const [key, turn] = [KEYS[sort], isDescending ? -1 : 1];
  // Each key is worked out once.
  return conversations
    .map((conversation) => ({ conversation, value: key(conversation) }))
    .sort((one, other) => turn * (one.value - other.value) || one.conversation.number - other.conversation.number)
    .map(({ conversation }) => conversation);
}
