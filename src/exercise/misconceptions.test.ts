import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { courseWords } from '../../test/course-traces.ts';

const PLACES = JSON.parse(readFileSync(new URL('../../content/misconceptions.json', import.meta.url), 'utf8')) as Readonly<Record<string, unknown>>;

test.each(['en', 'ko'] as const)('in %s a misconception that has a truth or a place has a name, and a named one has its place', (language) => {
  const keys = Object.keys(courseWords(language)).filter((key) => key.startsWith('misconception.'));
  const named = keys.filter((key) => key.endsWith('.name')).map((key) => key.slice('misconception.'.length, -'.name'.length));
  const explained = keys.filter((key) => !key.endsWith('.name')).map((key) => key.slice('misconception.'.length));
  expect(named.toSorted()).toEqual(Object.keys(PLACES).toSorted());
  expect(explained.filter((id) => !named.includes(id))).toEqual([]);
});
