import type { Conversation } from '../../capture/conversation.ts';
import { Excerpt } from '../../capture/excerpt.ts';
import { Survey } from '../../capture/survey.ts';
import type { Followed } from './conversation-text.ts';
import type { Input } from './input.ts';

/** Reads the whole capture once, as far as it can be read. */
export async function surveyed(input: Input): Promise<Survey> {
  const survey = new Survey();
  for await (const chunk of input.chunks(0)) {
    survey.take(chunk);
    if (survey.isStopped()) break;
  }
  survey.end();
  return survey;
}

/** One of its conversations as the engine follows it: its part of the file is read again. */
export async function followed(input: Input, survey: Survey, conversation: Conversation, isRelative: boolean): Promise<Followed> {
  const excerpt = new Excerpt(survey, conversation);
  for await (const chunk of input.chunks(excerpt.from)) {
    excerpt.take(chunk);
    if (excerpt.isOver()) break;
  }
  const observed = excerpt.observed(isRelative);
  return { conversation, observed, comments: observed.captured.flatMap((captured, segment) => excerpt.commentsOf(captured).map((says) => ({ segment, frame: captured.frame, says }))) };
}
