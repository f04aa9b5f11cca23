import { useId, useState } from 'preact/hooks';
import type { Difficulty } from '../../exercise/difficulty.ts';
import type { Topic } from '../../exercise/topic.ts';
import { text } from '../text.ts';
import { Choices } from './Choices.tsx';
import type { ModeProps } from './mode-props.ts';
import { Paper } from './Paper.tsx';
import { MOST_QUESTIONS, SEEDS, type ExamTask } from './place.ts';

interface Props extends ModeProps {
  /** null as long as it is being put together. */
  readonly task: ExamTask | null;
  readonly onTask: (task: ExamTask | null) => void;
}

/** An exam: put together first, then worked through; its link gives the same to everybody. */
export function Exam({ task, onTask, ...mode }: Props) {
  if (task !== null) return <Paper key={JSON.stringify(task)} task={task} onLeave={() => onTask(null)} {...mode} />;
  return <Setup words={mode.words} onTask={onTask} />;
}

function Setup({ words, onTask }: Pick<Props, 'words' | 'onTask'>) {
  const id = useId();
  const [count, setCount] = useState('10');
  const [seed, setSeed] = useState(() => String(Math.floor(Math.random() * SEEDS)));
  const [topics, setTopics] = useState<readonly Topic[]>([]);
  const [difficulties, setDifficulties] = useState<readonly Difficulty[]>([]);
  const submit = (event: Event) => {
    event.preventDefault();
    onTask({ count: Number(count), seed: Number(seed), topics, difficulties });
  };
  return (
    <form class="isl-wanted isl-setup" onSubmit={submit}>
      <p>{text(words, 'practice.exam.how')}</p>
      <Choices topics={topics} difficulties={difficulties} words={words} isOpen onTopics={setTopics} onDifficulties={setDifficulties} />
      <p class="isl-setup-numbers">
        <label for={`${id}-count`}>{text(words, 'practice.exam.count')}</label>
        <input id={`${id}-count`} type="number" required min={1} max={MOST_QUESTIONS} step={1} value={count} onInput={(event) => setCount(event.currentTarget.value)} />
        <label for={`${id}-seed`}>{text(words, 'practice.exam.seed')}</label>
        <input id={`${id}-seed`} type="number" required min={0} max={SEEDS - 1} step={1} value={seed} onInput={(event) => setSeed(event.currentTarget.value)} />
      </p>
      <div class="isl-actions">
        <button type="submit" class="isl-primary">
          {text(words, 'practice.exam.begin')}
        </button>
      </div>
    </form>
  );
}
