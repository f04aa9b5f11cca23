import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Lang } from '../messages.ts';
import { useWords } from '../use-words.ts';
import './exercise-words.ts';
import { Trial } from './Trial.tsx';
import { veil } from './veil.ts';

interface Props {
  /** The scenario that it is about, in the notation; null where it is about none. */
  readonly scenario: string | null;
  /** The question as JSON, veiled, because it knows the answers. */
  readonly exercise: string;
  readonly lang: Lang;
  /** The page where it stands: its address without language. */
  readonly slug: string;
  readonly answer?: ComponentChildren;
}

/** A question that an author has written, graded and explained in the page. */
export default function Authored({ scenario, exercise: veiled, lang, slug, answer }: Props) {
  const { words, isWhole, makeWhole } = useWords(lang, 'answers');
  const exercise = useMemo(() => JSON.parse(veil(veiled)) as Exercise, [veiled]);
  return <Trial exercise={exercise} scenario={scenario} lang={lang} slug={slug} words={words} isWhole={isWhole} figure={null} answer={answer} isNext={false} next={null} trouble={null} onTurn={() => void makeWhole().catch(() => undefined)} />;
}
