import type { Conversation } from '../../capture/conversation.ts';
import type { Observed } from '../../capture/observed.ts';
import { phraseText } from '../../capture/phrase.ts';
import type { Remark } from '../../capture/remark.ts';
import { noticedSaid } from '../../capture/remark-said.ts';
import { scenarioFrom } from '../../capture/scenario-from.ts';
import { scenarioSaid } from '../../capture/scenario-said.ts';
import type { Language } from '../../components/language.ts';
import { messagesIn, wordsIn } from '../../components/words.ts';
import { sayDuration } from '../../diagram/duration.ts';
import { sequenceDiagram } from '../../diagram/sequence-diagram.ts';
import { say } from '../../narration/say.ts';
import { segmentText } from '../../narration/segment-text.ts';
import { storyLines } from '../simulate/story.ts';
import { tableLines } from '../simulate/table.ts';
import { captureJson } from './capture-json.ts';
import { endsText } from './list-lines.ts';

/** A conversation, and what the engine as an observer makes of it. */
export interface Followed {
  readonly conversation: Conversation;
  readonly observed: Observed;
  /** What the file says about its segments. */
  readonly comments: readonly Comment[];
}

/** What whoever wrote a file says about a segment. */
interface Comment {
  /** The segment's place in the trace's flights. */
  readonly segment: number;
  readonly frame: number;
  readonly says: string;
}

/** What a terminal would obey, or what turns the writing round. */
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

function commentLines({ comments }: Followed, language: Language): readonly string[] {
  const words = wordsIn(language);
  if (comments.length === 0) return [];
  return ['', words('capture.comments'), ...comments.map(({ frame, says }) => `- ${words('capture.frame', { frame })}: ${says.replaceAll(/\s+/gu, ' ').replaceAll(UNPRINTABLE, '\ufffd')}`)];
}

function remarkText({ frame, noticed, expected, cite }: Remark, language: Language): string {
  const words = wordsIn(language);
  const instead = expected.length === 0 ? '' : ` ${words('capture.remark.expected', { segments: expected.map(segmentText).join('; ') })}`;
  return `${words('capture.frame', { frame })}: ${say(noticedSaid(noticed), messagesIn(language))}${instead} ${cite}`;
}

function remarkLines({ remarks }: Observed, language: Language): readonly string[] {
  const words = wordsIn(language);
  if (remarks.length === 0) return [];
  return ['', words('capture.remarks', { count: remarks.length }), ...remarks.map((remark) => `- ${remarkText(remark, language)}`)];
}

function headLines({ conversation }: Followed, language: Language): readonly string[] {
  const words = wordsIn(language);
  const { first, last } = conversation;
  const frames = words('capture.fact.frames', { first: first.frame, last: last.frame, duration: sayDuration(last.at - first.at, words) });
  return [endsText(conversation), phraseText(conversation, messagesIn(language)), frames, ''];
}

/** The scenario in which the same happens, below what it is of and how near it comes, as comments of the notation. */
function scenarioText({ conversation, observed }: Followed, language: Language): string {
  const made = scenarioFrom(observed);
  const head = [endsText(conversation), say(scenarioSaid(made), messagesIn(language))].map((line) => `# ${line}`);
  return [...head, ...(typeof made === 'string' ? [] : [made.text.trimEnd()])].join('\n');
}

/** The forms in which a conversation is printed. */
export const CONVERSATION_FORMATS = {
  table: (followed, language) => [...headLines(followed, language), ...tableLines(followed.observed.trace, language), ...remarkLines(followed.observed, language), ...commentLines(followed, language)].join('\n'),
  story: (followed, language) => [...headLines(followed, language), ...storyLines(followed.observed.trace, language), ...remarkLines(followed.observed, language), ...commentLines(followed, language)].join('\n'),
  mermaid: ({ observed }, language) => sequenceDiagram(observed.trace, wordsIn(language)).trimEnd(),
  scenario: scenarioText,
  json: (followed) => JSON.stringify(captureJson(followed), null, 2),
} as const satisfies Readonly<Record<string, (followed: Followed, language: Language) => string>>;
