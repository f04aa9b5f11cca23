import { existsSync, readFileSync } from 'node:fs';
import { asksIn } from '../../check/ask/asks.ts';
import { LESSONS, lessonFile } from '../../check/course.ts';
import type { Library } from '../../check/lesson.ts';
import type { AskedQuestion } from '../../components/asked-question.ts';
import type { Language } from '../../components/language.ts';
import { exerciseAsked } from '../../exercise/asked.ts';

/** Every question of the lessons of one language that is written as it should be. */
export function askedQuestions(language: Language, library: Library): readonly AskedQuestion[] {
  return LESSONS.flatMap((lesson) => {
    const file = lessonFile(language, lesson);
    const asks = existsSync(file) ? asksIn(readFileSync(file, 'utf8'), library) : [];
    return asks.flatMap(({ name, asked, scenario }) => (asked === null ? [] : [{ lesson, name, exercise: encodeURIComponent(JSON.stringify(exerciseAsked(asked))), scenario }]));
  });
}
