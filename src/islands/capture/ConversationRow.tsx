import type { Conversation } from '../../capture/conversation.ts';
import { sayDuration } from '../../diagram/duration.ts';
import type { Words } from '../../narration/sentence.ts';
import { diagramWords } from '../diagram-words.ts';
import { Icon } from '../Icon.tsx';
import { memo } from '../memo.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { endpointText } from '../../wire/packet/endpoint-text.ts';
import { outcomeOf } from './outcome.ts';
import { countText, sizeText } from './units.ts';

interface Props {
  readonly conversation: Conversation;
  /** What happened to it. */
  readonly said: string;
  readonly words: Words;
  readonly lang: Lang;
  readonly onOpen: (number: number) => void;
}

/** A conversation of the list: who, what happened, when, how much; its phrase opens it. */
export const ConversationRow = memo(({ conversation, said, words, lang, onOpen }: Props) => {
  const { number, ends, segments, octets, first, last, faulty, happened } = conversation;
  const say = diagramWords(words);
  const column = (name: string) => (
    <span class="isl-list-name" aria-hidden="true">
      {text(words, `capture.column.${name}`)}
    </span>
  );
  return (
    <tr data-conversation={number} data-outcome={outcomeOf(happened)}>
      <td class="isl-list-number">{number}</td>
      <th scope="row">
        <button type="button" class="isl-list-open" onClick={() => onOpen(number)}>
          {said}
        </button>
        {faulty > 0 && <small>{text(words, 'capture.faulty', { count: countText(faulty, lang) })}</small>}
      </th>
      <td class="isl-list-ends">
        <span data-host="A">{endpointText(ends.A)}</span> <Icon name="right" label="→" /> <span data-host="B">{endpointText(ends.B)}</span>
      </td>
      <td>
        {column('start')}
        {sayDuration(first.at, say)}
      </td>
      <td>
        {column('duration')}
        {sayDuration(last.at - first.at, say)}
      </td>
      <td>
        {column('segments')}
        {countText(segments.A, lang)} + {countText(segments.B, lang)}
      </td>
      <td>
        {column('octets')}
        {sizeText(octets.A, lang)} + {sizeText(octets.B, lang)}
      </td>
    </tr>
  );
});
