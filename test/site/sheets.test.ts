import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DIST } from '../../scripts/site-build.ts';

const FOLDER = join(DIST, '_astro');

test('no style sheet asks of any element whether another one stands before it', () => {
  const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(5);
  expect(sheets.filter((name) => /[\s>]\*\s*[+~]\s*\*/u.test(readFileSync(join(FOLDER, name), 'utf8')))).toEqual([]);
});
