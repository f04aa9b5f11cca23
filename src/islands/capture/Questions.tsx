import { useEffect, useRef, useState } from 'preact/hooks';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Trace } from '../../simulation/trace.ts';
import '../exercise/exercise-words.ts';
import type { Lang } from '../messages.ts';
import { Posed } from '../practice/Posed.tsx';
import '../practice/practice-words.ts';
import { usePosed } from '../practice/use-posed.ts';
import { text } from '../text.ts';
import { useWords } from '../use-words.ts';
import { nextQuestion } from './asking.ts';

interface Props {
  /** The run that is asked about. */
  readonly trace: Trace;
  readonly lang: Lang;
}

/** Questions about a conversation, one after the other; how they are answered is kept nowhere. */
export function Questions({ trace, lang }: Props) {
  const { words, isWhole, makeWhole } = useWords(lang, 'diagram', 'rest', 'answers');
  const posing = usePosed(lang, makeWhole);
  const [isEmpty, setEmpty] = useState(false);
  const asked = useRef<readonly Exercise[]>([]);
  const ask = () => {
    const exercise = nextQuestion(trace, asked.current);
    setEmpty(exercise === null);
    if (exercise === null) return;
    asked.current = [...asked.current, exercise];
    posing.pose({ source: { name: '', scenario: trace.scenario, trace }, exercise });
  };
  useEffect(ask, []);
  if (isEmpty) return <p role="status">{text(words, asked.current.length === 0 ? 'capture.questions.none' : 'capture.questions.done')}</p>;
  return <Posed posing={posing} slug={null} canShow={false} isNext={asked.current.length > 0} lang={lang} words={words} isWhole={isWhole} makeWhole={makeWhole} onNext={ask} />;
}
