import type { Conversation } from '../../capture/conversation.ts';
import { phraseText } from '../../capture/phrase.ts';
import type { Language } from '../../components/language.ts';
import { messagesIn, wordsIn } from '../../components/words.ts';
import { sayDuration } from '../../diagram/duration.ts';
import { endpointText } from '../../wire/packet/endpoint-text.ts';
import { aligned } from '../columns.ts';

const COLUMNS = ['number', 'ends', 'outcome', 'segments', 'octets', 'start', 'duration'] as const;

/** From whom to whom: who opened it first. */
export function endsText({ ends: { A, B } }: Pick<Conversation, 'ends'>): string {
  return `${endpointText(A)} → ${endpointText(B)}`;
}

/** The conversations of a capture as a table of a terminal. */
export function listLines(conversations: readonly Conversation[], language: Language): readonly string[] {
  const words = wordsIn(language);
  const rows = conversations.map((conversation) => {
    const { number, segments, octets, first, last } = conversation;
    const count = [String(segments.A + segments.B), String(octets.A + octets.B)];
    return [String(number), endsText(conversation), phraseText(conversation, messagesIn(language)), ...count, sayDuration(first.at, words), sayDuration(last.at - first.at, words)];
  });
  return aligned([COLUMNS.map((column) => words(`capture.column.${column}`)), ...rows]);
}
