import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../components/language.ts';
import { exerciseAsked } from '../../exercise/asked.ts';
import { LESSONS, lessonFile } from '../course.ts';
import { scenarioLibrary } from '../library.ts';
import { asksIn } from './asks.ts';

const library = scenarioLibrary();

/** What a reader believes without ever taking a wrong step in a run: only a question of an author can find it out. */
const UNSEEN = [
  'accept-does-the-handshake',
  'accept-opens-a-port',
  'close-wait-is-a-timer',
  'fin-timeout-is-time-wait',
  'isn-is-zero',
  'ports-have-states',
  'psh-is-priority',
  'server-time-wait-after-first-fin',
  'simultaneous-open-makes-two',
  'three-way-proves-alive',
  'time-wait-waits-for-late-data',
  'urg-is-a-channel',
];

test.each(LANGUAGES)('in %s the lessons ask about every misconception that no run can show', (language) => {
  const asks = LESSONS.flatMap((slug) => asksIn(readFileSync(lessonFile(language, slug), 'utf8'), library));
  const caught = new Set(asks.flatMap(({ asked }) => (asked === null ? [] : exerciseAsked(asked).misconceptions)));
  expect(UNSEEN.filter((misconception) => !caught.has(misconception))).toEqual([]);
});
