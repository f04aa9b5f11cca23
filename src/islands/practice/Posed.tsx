import { text } from '../text.ts';
import { AnswerKey } from '../exercise/AnswerKey.tsx';
import { Trial } from '../exercise/Trial.tsx';
import { Failed } from './Failed.tsx';
import type { ModeProps } from './mode-props.ts';
import { textOf } from './sources.ts';
import type { Posing } from './use-posed.ts';

interface Props extends Pick<ModeProps, 'lang' | 'words' | 'isWhole' | 'makeWhole'> {
  readonly posing: Posing;
  /** The page that the answer counts for; null: it counts for none. */
  readonly slug: string | null;
  /** Whether the run can be shown by the simulator: one that comes from a scenario. */
  readonly canShow?: boolean;
  /** Whether a question stood here before. */
  readonly isNext: boolean;
  readonly onNext: () => void;
}

/** The question on view, or that it is on its way. */
export function Posed({ posing: { posed, isWorking, hasFailed }, lang, words, isWhole, makeWhole, slug, canShow = true, isNext, onNext }: Props) {
  if (posed === null && hasFailed) return <Failed said={text(words, 'attempt.another.failed')} words={words} onAgain={onNext} />;
  if (posed === null) return <p role="status">{isWorking && text(words, 'practice.coming')}</p>;
  const { exercise, source } = posed.drawn;
  return (
    <Trial
      key={exercise.id}
      exercise={exercise}
      scenario={canShow ? textOf(source) : null}
      lang={lang}
      slug={slug}
      words={words}
      isWhole={isWhole}
      figure={posed.figure}
      answer={<AnswerKey exercise={exercise} words={words} />}
      isNext={isNext}
      next={{ label: text(words, 'practice.next'), isWorking, onNext }}
      trouble={hasFailed ? text(words, 'attempt.another.failed') : null}
      onTurn={() => void makeWhole().catch(() => undefined)}
    />
  );
}
