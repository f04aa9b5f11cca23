import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { KINDS, type Exercise as Question } from '../../exercise/exercise.ts';
import { AnswerKey } from '../exercise/AnswerKey.tsx';
import Exercise from '../exercise/Exercise.tsx';
import { veil } from '../exercise/veil.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { useWords } from '../use-words.ts';

interface Props {
  readonly lang: Lang;
  readonly slug: string;
  /** The base under which the site is published. */
  readonly base: string;
}

/** A question that has been made, with what it was made from. */
interface Made {
  readonly scenario: string;
  readonly exercise: Question;
  readonly figure: ComponentChildren;
}

/** The question that the address asks for: `?scenario=…&kind=…&seed=…`. */
export default function MadeExercise({ lang, slug, base }: Props) {
  const { words, makeWhole } = useWords(lang, 'diagram', 'rest', 'answers');
  const [made, setMade] = useState<Made | 'coming' | 'failed'>('coming');
  useEffect(() => {
    Promise.all([make(lang, base, new URLSearchParams(location.search)), makeWhole()]).then(([one]) => setMade(one), () => setMade('failed'));
  }, []);
  if (typeof made === 'string') {
    return (
      <p class="hl-embed-note" role="status">
        {text(words, made === 'failed' ? 'attempt.embed.failed' : 'attempt.embed.coming')}
      </p>
    );
  }
  const { exercise, scenario, figure } = made;
  return (
    <Exercise scenario={scenario} first={veil(JSON.stringify(exercise))} lang={lang} slug={slug} answer={<AnswerKey exercise={exercise} words={words} />}>
      {figure}
    </Exercise>
  );
}

/** Rejects where there is no such scenario, or no question of this kind can be made of it. */
async function make(lang: Lang, base: string, asked: URLSearchParams): Promise<Made> {
  const name = asked.get('scenario') ?? '';
  const kind = KINDS.find((one) => one === asked.get('kind'));
  const seed = Number(asked.get('seed') ?? 1);
  if (kind === undefined || !/^[\w-]+$/u.test(name) || !Number.isSafeInteger(seed) || seed < 0) throw new Error('The address names no exercise');
  const [answer, { makeNamed }] = await Promise.all([fetch(`${base.replace(/\/$/u, '')}/scenarios/${name}.txt`), import('./make.ts')]);
  if (!answer.ok) throw new Error(`The scenario "${name}": ${String(answer.status)}`);
  const scenario = await answer.text();
  return { scenario, ...(await makeNamed(scenario, kind, seed, lang)) };
}
