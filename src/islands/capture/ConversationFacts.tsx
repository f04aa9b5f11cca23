import type { Conversation } from '../../capture/conversation.ts';
import type { Observed } from '../../capture/observed.ts';
import { HOST_NAMES } from '../../capture/said.ts';
import { sayDuration } from '../../diagram/duration.ts';
import type { Words } from '../../narration/sentence.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { diagramWords } from '../diagram-words.ts';
import type { Lang } from '../messages.ts';
import { hostLabel, text } from '../text.ts';
import { phraseText } from '../../capture/phrase.ts';
import { countText, sizeText } from './units.ts';

interface Props {
  readonly conversation: Conversation;
  readonly observed: Observed;
  readonly words: Words;
  readonly lang: Lang;
}

/** What happened to a conversation, how long it took, where it was captured, and whose habits the two sides have. */
export function ConversationFacts({ conversation, observed, words, lang }: Props) {
  const { first, last, segments, octets } = conversation;
  const { trace, vantage, habits, left } = observed;
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) => text(words, `capture.${key}`, params);
  const nameOf = (host: 'A' | 'B') => hostLabel(words, trace.scenario.hosts[host].name);
  return (
    <>
      <p class="isl-conversation-said">{phraseText(conversation, words)}</p>
      <ul class="isl-conversation-facts">
        <li>{say('fact.frames', { first: first.frame, last: last.frame, duration: sayDuration(last.at - first.at, diagramWords(words)) })}</li>
        {HOST_IDS.map((host) => (
          <li key={host}>
            <span data-host={host}>{nameOf(host)}</span>: {say('fact.sent', { segments: countText(segments[host], lang), octets: sizeText(octets[host], lang) })}
            {habits[host].profile !== 'rfc9293' && `, ${say('fact.habits', { profile: text(words, `lab.settings.profile.${habits[host].profile}`) })}`}
          </li>
        ))}
        <li>{vantage.at === null ? say('fact.vantage.between') : say('fact.vantage', { host: HOST_NAMES[vantage.at] })}</li>
        {left > 0 && <li>{say('fact.left', { left: countText(left, lang) })}</li>}
      </ul>
    </>
  );
}
