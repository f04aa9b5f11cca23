import type { VNode } from 'preact';
import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { exam, type Drawn } from '../../exercise/pool.ts';
import { firstAttempt, tried, type Attempt, type Try } from '../exercise/attempt.ts';
import type { ModeProps } from './mode-props.ts';
import type { ExamTask } from './place.ts';

/** A reader's exam. */
export interface PaperState {
  readonly questions: readonly Drawn[];
  /** At the place of each question. */
  readonly attempts: readonly Attempt[];
  /** At the place of each question, as far as they are drawn. */
  readonly figures: readonly VNode[];
  readonly hasFailed: boolean;
  /** Something is done with one question, or, without `at`, with all. */
  readonly onTry: (what: Try, at?: number) => void;
}

interface Deed {
  readonly what: Try;
  readonly at: number | undefined;
}

function after(attempts: readonly Attempt[], { what, at }: Deed): readonly Attempt[] {
  return attempts.map((attempt, place) => (at === undefined || at === place ? tried(attempt, what) : attempt));
}

/** The questions of an exam, how they are answered, and their figures, which are drawn one after the other. */
export function usePaper(task: ExamTask, { sources, lang, makeWhole }: Pick<ModeProps, 'sources' | 'lang' | 'makeWhole'>): PaperState {
  const questions = useMemo(() => exam(sources, task, task.count, task.seed), [sources, task]);
  const [attempts, dispatch] = useReducer(after, questions, (drawn): readonly Attempt[] => drawn.map(({ exercise }) => firstAttempt(exercise)));
  const [figures, setFigures] = useState<readonly VNode[]>([]);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isOld = false;
    const drawAll = async () => {
      const [{ figureOf }] = await Promise.all([import('../exercise/another.tsx'), makeWhole()]);
      for (const { exercise, source } of questions) {
        const figure = await figureOf(exercise, source.trace, lang);
        if (isOld) return;
        setFigures((drawn) => [...drawn, figure]);
      }
    };
    drawAll().catch(() => setFailed(true));
    return () => void (isOld = true);
  }, [questions]);
  return { questions, attempts, figures, hasFailed, onTry: (what, at) => dispatch({ what, at }) };
}
