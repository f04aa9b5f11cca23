import { expect, test } from 'vitest';
import type { Language } from '../components/language.ts';
import { lessonFactProblems } from './lesson-facts.ts';
import { readText, type Page } from './page.ts';

const lesson = (slug: string, language: Language, facts: string): Page => ({ slug, language, file: `${language}/${slug}.mdx`, path: '', ...readText(`---\ntitle: A\n${facts}\n---\n\nText.\n`) });
const problemsOf = (pages: readonly Page[]) => lessonFactProblems({ pages, lessons: [...new Set(pages.map(({ slug }) => slug))] });

test('lessons that say how long they take, and build on earlier ones, are well', () => {
  expect(problemsOf((['en', 'ko'] as const).flatMap((language) => [lesson('states', language, 'minutes: 20'), lesson('reset', language, 'minutes: 15\nprerequisites: [states]')]))).toEqual([]);
});

test('what is missing, too early or different is told with its place', () => {
  const problems = problemsOf([
    lesson('states', 'en', 'description: B'),
    lesson('states', 'ko', 'description: B'),
    lesson('reset', 'en', 'minutes: 15\nprerequisites: [states, summary]'),
    lesson('reset', 'ko', 'minutes: 15\nprerequisites: [states]'),
    lesson('summary', 'en', 'minutes: 15'),
    lesson('summary', 'ko', 'prerequisites:\n  - summary\nminutes: 16'),
  ]);
  expect(problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)).toEqual([
    'en/states.mdx:2:1 The lesson “states” does not say how long it takes.',
    'ko/states.mdx:2:1 The lesson “states” does not say how long it takes.',
    'en/reset.mdx:4:25 The lesson “reset” builds on “summary”, which does not come before it.',
    'ko/reset.mdx:4:1 The lesson “reset” has other prerequisites in “ko” than in “en”.',
    'ko/summary.mdx:4:5 The lesson “summary” builds on “summary”, which does not come before it.',
    'ko/summary.mdx:5:1 The lesson “summary” has other minutes in “ko” than in “en”.',
  ]);
});

test('front matter that Astro refuses is left to Astro', () => {
  expect(problemsOf([lesson('states', 'en', 'minutes: long')])).toEqual([]);
});
