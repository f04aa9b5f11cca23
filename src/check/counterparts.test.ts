import { expect, test } from 'vitest';
import { missingPages } from './counterparts.ts';

test('pages that both languages have are complete', () => {
  expect(missingPages(['en/states.mdx', 'ko/states.mdx', 'ko/more/deep.mdx', 'en/more/deep.mdx'], ['en', 'ko'])).toEqual([]);
});

test('a page is missed in each language that lacks it', () => {
  expect(missingPages(['en/states.mdx', 'ko/reset.mdx', 'en/reset.mdx', 'ko/more/x.mdx'], ['en', 'ko'])).toEqual([
    { missing: 'ko/states.mdx', written: 'en/states.mdx' },
    { missing: 'en/more/x.mdx', written: 'ko/more/x.mdx' },
  ]);
});
