import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentError } from './content-error.ts';
import { ROOT } from '../check/course.ts';

const problem = (file: string, line: number, message: string) => ({ file: fileURLToPath(new URL(file, ROOT)), line, column: 3, message, hint: `Hint ${String(line)}.` });

test('an error stands at its first problem, and tells the others with their places', () => {
  const error = contentError([problem('content/docs/en/a.mdx', 7, 'First.'), problem('content/scenarios/b.scenario', 2, 'Second.')]);
  expect(error.message).toBe('First.\n\nand 1 more:\ncontent/scenarios/b.scenario:2:3  Second.\n    Hint 2.');
  expect(error).toMatchObject({ hint: 'Hint 7.', loc: { file: fileURLToPath(new URL('content/docs/en/a.mdx', ROOT)), line: 7, column: 3 } });
});

test('a problem of a scenario that is used twice is told once', () => {
  const twice = [problem('content/scenarios/b.scenario', 2, 'Second.'), problem('content/scenarios/b.scenario', 2, 'Second.')];
  expect(contentError(twice).message).toBe('Second.');
});

test('a message with the word “window” keeps its hint: Astro would take the error for a browser’s', () => {
  expect(String(contentError([problem('content/scenarios/b.scenario', 2, 'client window x')]))).not.toContain('window');
});
