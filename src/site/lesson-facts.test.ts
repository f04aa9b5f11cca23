import { expect, test } from 'vitest';
import { lessonFactProblems, type WrittenLesson } from './lesson-facts.ts';

const lesson = (slug: string, language: string, facts: string): WrittenLesson => ({ slug, language, file: `${language}/${slug}.mdx`, text: `---\ntitle: A\n${facts}\n---\n\nText.\n` });

test('lessons that say how long they take, and build on earlier ones, are well', () => {
  expect(lessonFactProblems(['en', 'ko'].flatMap((language) => [lesson('states', language, 'minutes: 20'), lesson('reset', language, 'minutes: 15\nprerequisites: [states]')]))).toEqual([]);
});

test('what is missing, too early or different is told with its place', () => {
  const problems = lessonFactProblems([
    lesson('states', 'en', 'description: B'),
    lesson('states', 'ko', 'description: B'),
    lesson('reset', 'en', 'minutes: 15\nprerequisites: [states, summary]'),
    lesson('reset', 'ko', 'minutes: 15\nprerequisites: [states]'),
    lesson('summary', 'en', 'minutes: 15'),
    lesson('summary', 'ko', 'prerequisites:\n  - summary\nminutes: 16'),
  ]);
  expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    'en/states.mdx:2 The lesson “states” does not say how long it takes.',
    'ko/states.mdx:2 The lesson “states” does not say how long it takes.',
    'en/reset.mdx:4 The lesson “reset” builds on “summary”, which does not come before it.',
    'ko/summary.mdx:3 The lesson “summary” builds on “summary”, which does not come before it.',
    'ko/reset.mdx:4 The lesson “reset” has other prerequisites in “ko” than in “en”.',
    'ko/summary.mdx:5 The lesson “summary” has other minutes in “ko” than in “en”.',
  ]);
});

test('front matter that Astro refuses is left to Astro', () => {
  expect(lessonFactProblems([lesson('states', 'en', 'minutes: long')])).toEqual([]);
});
