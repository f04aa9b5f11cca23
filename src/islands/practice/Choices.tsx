import type { Difficulty } from '../../exercise/difficulty.ts';
import { TOPICS, type Topic } from '../../exercise/topic.ts';
import type { Words } from '../../narration/sentence.ts';
import { text } from '../text.ts';

interface Props {
  readonly topics: readonly Topic[];
  readonly difficulties: readonly Difficulty[];
  readonly words: Words;
  /** Whether they are to be seen at once. */
  readonly isOpen: boolean;
  readonly onTopics: (topics: readonly Topic[]) => void;
  readonly onDifficulties: (difficulties: readonly Difficulty[]) => void;
}

/** Topics and difficulties to be asked about; nothing chosen means all. */
export function Choices({ topics, difficulties, words, isOpen, onTopics, onDifficulties }: Props) {
  const said = [
    ...(topics.length === 0 ? [text(words, 'practice.topics.all')] : topics.map((topic) => text(words, `topic.${topic}`))),
    ...(difficulties.length === 0 ? [text(words, 'practice.difficulty.all')] : difficulties.map((level) => text(words, `practice.difficulty.${String(level)}`))),
  ];
  return (
    <details class="isl-wishes" open={isOpen}>
      <summary>{said.join(' · ')}</summary>
      <Chips title={text(words, 'practice.topics')} all={TOPICS} chosen={topics} label={(topic) => text(words, `topic.${topic}`)} onChosen={onTopics} />
      <Chips title={text(words, 'practice.difficulty')} all={[1, 2, 3] as const} chosen={difficulties} label={(level) => text(words, `practice.difficulty.${String(level)}`)} onChosen={onDifficulties} />
    </details>
  );
}

interface ChipsProps<Item> {
  readonly title: string;
  readonly all: readonly Item[];
  readonly chosen: readonly Item[];
  readonly label: (item: Item) => string;
  readonly onChosen: (chosen: readonly Item[]) => void;
}

function Chips<Item extends string | number>({ title, all, chosen, label, onChosen }: ChipsProps<Item>) {
  const turned = (item: Item) => all.filter((one) => (one === item) !== chosen.includes(one));
  return (
    <fieldset class="isl-wish-list">
      <legend>{title}</legend>
      {all.map((item) => (
        <label key={item} class="isl-tick isl-wish">
          <input type="checkbox" checked={chosen.includes(item)} onChange={() => onChosen(turned(item))} />
          {label(item)}
        </label>
      ))}
    </fieldset>
  );
}
