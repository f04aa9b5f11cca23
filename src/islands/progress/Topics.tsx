import type { Words } from '../../narration/sentence.ts';
import { RECENT, type TopicMastery } from '../../progress/mastery.ts';
import { text } from '../text.ts';
import { Picture } from './Picture.tsx';

interface Props {
  /** All topics that exercises have. */
  readonly topics: readonly string[];
  readonly mastered: readonly TopicMastery[];
  /** The address of the page of practice. */
  readonly practice: string;
  readonly words: Words;
}

/** How the reader stands with each topic. */
export function Topics({ topics, mastered, practice, words }: Props) {
  return (
    <ul class="isl-topics">
      {topics.map((topic) => {
        const known = mastered.find((one) => one.topic === topic);
        const recent = known?.recent ?? [];
        const atOnce = recent.filter(Boolean).length;
        const key = known === undefined ? 'progress.topic.new' : known.isMastered ? 'progress.topic.mastered' : 'progress.topic.recent';
        return (
          <li key={topic} data-mastered={known?.isMastered === true}>
            <strong>
              <a href={`${practice}#topics=${topic}`}>{text(words, `topic.${topic}`)}</a>
            </strong>
            <span class="isl-come-row">
              {Array.from({ length: RECENT }, (_, index) => (
                <Picture key={index} name={recent[index] === undefined ? 'open' : recent[index] ? 'right' : 'wrong'} />
              ))}
            </span>
            <span>{text(words, key, { right: atOnce, all: recent.length })}</span>
          </li>
        );
      })}
    </ul>
  );
}
