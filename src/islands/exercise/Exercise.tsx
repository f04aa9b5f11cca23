import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Exercise as Made } from '../../exercise/exercise.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { useWords } from '../use-words.ts';
import { AnswerKey } from './AnswerKey.tsx';
import type { Another } from './another.tsx';
import './exercise-words.ts';
import { Trial } from './Trial.tsx';
import { veil } from './veil.ts';

interface Props {
  /** The scenario in the notation, for further questions. */
  readonly scenario: string;
  /** The first question, made by the build from that scenario: an exercise as JSON, veiled, because it knows the answers. */
  readonly first: string;
  readonly lang: Lang;
  /** The page where it stands: its address without language. */
  readonly slug: string;
  /** The figure of the first question, drawn at build time. */
  readonly children?: ComponentChildren;
  /** The answer of the first question. */
  readonly answer?: ComponentChildren;
}

/** A question that the engine has made, graded and explained in the page; and as many more as the reader wants. */
export default function Exercise({ scenario, first: veiled, lang, slug, children, answer }: Props) {
  const { words, isWhole, makeWhole } = useWords(lang, 'diagram', 'rest', 'answers');
  const first = useMemo(() => JSON.parse(veil(veiled)) as Made, [veiled]);
  const [another, setAnother] = useState<Another | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const exercise = another?.exercise ?? first;

  const next = async () => {
    if (isWorking) return;
    setWorking(true);
    try {
      const [{ makeAnother }] = await Promise.all([import('./another.tsx'), makeWhole()]);
      setAnother(await makeAnother(scenario, exercise, lang));
      setFailed(false);
    } catch {
      setFailed(true);
    }
    setWorking(false);
  };

  return (
    <Trial
      key={exercise.id}
      exercise={exercise}
      scenario={scenario}
      lang={lang}
      slug={slug}
      words={words}
      isWhole={isWhole}
      figure={another === null ? children : another.figure}
      answer={another === null ? answer : <AnswerKey exercise={exercise} words={words} />}
      isNext={another !== null}
      next={{ label: text(words, 'attempt.another'), isWorking, onNext: () => void next() }}
      trouble={hasFailed ? text(words, 'attempt.another.failed') : null}
      onTurn={() => void makeWhole().catch(() => undefined)}
    />
  );
}
