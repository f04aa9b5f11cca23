import { expect, test } from 'vitest';
import { withoutLateSheets, type ScriptFile } from './late-sheets.ts';

const FILES = new Map<string, ScriptFile>([
  ['_astro/Island.1.js', { imports: ['_astro/shared.2.js'], dynamicImports: ['_astro/Late.3.js'], sheets: ['_astro/Island.1.css'] }],
  ['_astro/shared.2.js', { imports: [], dynamicImports: [], sheets: ['_astro/shared.2.css'] }],
  ['_astro/Late.3.js', { imports: ['_astro/shared.2.js', '_astro/later.4.js'], dynamicImports: ['_astro/Island.1.js'], sheets: ['_astro/Late.3.css'] }],
  ['_astro/later.4.js', { imports: [], dynamicImports: [], sheets: ['_astro/later.4.css'] }],
  ['_astro/Other.5.js', { imports: [], dynamicImports: [], sheets: ['_astro/Other.5.css'] }],
]);

function page(island: string, sheets: readonly string[]): string {
  return `${sheets.map((sheet) => `<link rel="stylesheet" href="/tcp/_astro/${sheet}.css">`).join('')}<astro-island component-url="/tcp/_astro/${island}.js"></astro-island>`;
}

test('a page waits for the sheets of its islands, and for no sheet of what they fetch later', () => {
  const all = ['index.0', 'Island.1', 'shared.2', 'Late.3', 'later.4', 'Other.5'];
  expect(withoutLateSheets(page('Island.1', all), FILES)).toBe(page('Island.1', ['index.0', 'Island.1', 'shared.2', 'Other.5']));
});

test('what one island fetches later stays where another one needs it at once', () => {
  const both = page('Island.1', ['Late.3', 'later.4']) + page('Late.3', []);
  expect(withoutLateSheets(both, FILES)).toBe(both);
});
