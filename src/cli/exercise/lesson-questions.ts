import { readFileSync } from 'node:fs';
import { asksIn } from '../../check/ask/asks.ts';
import { lessonFile } from '../../check/course.ts';
import { scenarioLibrary } from '../../check/library.ts';
import { usesIn, type Use } from '../../check/uses.ts';
import type { Language } from '../../components/language.ts';
import { exerciseAsked } from '../../exercise/asked.ts';
import { KINDS } from '../../exercise/exercise.ts';
import { makeExercise } from '../../exercise/make-exercise.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Asking } from './questions.ts';

/** The exercises of a lesson, and what of it cannot be asked elsewhere, each with the reason. */
export interface LessonQuestions {
  readonly questions: readonly Asking[];
  readonly leftOut: readonly string[];
}

/** The exercises of a lesson in the order of its text, those that its author has written among them. */
export function lessonQuestions(slug: string, language: Language): LessonQuestions {
  const text = readFileSync(lessonFile(language, slug), 'utf8');
  const library = scenarioLibrary();
  const asks = asksIn(text, library);
  const traceOf = (name: string) => library.scenario(name)?.trace ?? null;
  const questions: Asking[] = [];
  const leftOut: string[] = [];
  for (const { name, offset, props } of usesIn(text)) {
    const ask = asks.find((one) => one.offset === offset);
    if (name === 'Exercise') questions.push(...madeOf(props, traceOf));
    else if (name === 'BeTheEndpoint') leftOut.push('<BeTheEndpoint> is a conversation with the engine, which no sheet of questions can hold.');
    else if (ask !== undefined && ask.asked !== null) questions.push({ exercise: exerciseAsked(ask.asked), trace: ask.scenario === null ? null : traceOf(ask.scenario), scenario: ask.scenario });
    else if (ask !== undefined) leftOut.push(`<Ask id="${ask.name}"> is not written as it should be: “handshake check” says why.`);
  }
  return { questions, leftOut };
}

function madeOf(props: Use['props'], traceOf: (name: string) => Trace | null): readonly Asking[] {
  const { scenario, kind, seed = 1 } = Object.fromEntries(props.map(({ name, value }) => [name, value]));
  const known = KINDS.find((one) => one === kind);
  const trace = typeof scenario === 'string' ? traceOf(scenario) : null;
  const exercise = known === undefined || trace === null || typeof seed !== 'number' ? null : makeExercise(trace, known, seed);
  return exercise === null || typeof scenario !== 'string' ? [] : [{ exercise, trace, scenario }];
}
