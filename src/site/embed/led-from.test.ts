import { expect, test } from 'vitest';
import { ledFrom } from './led-from.ts';

test.each([
  ['../states/', '/tcp/en/states/'],
  ['../states/#who-has-a-state', '/tcp/en/states/#who-has-a-state'],
  ['#here', '/tcp/en/reset/#here'],
  ['https://www.rfc-editor.org/rfc/rfc9293#section-3.5', 'https://www.rfc-editor.org/rfc/rfc9293#section-3.5'],
])('%s leads to %s', (href, led) => {
  const exercise = (to: string) => JSON.stringify({ hint: { params: { text: 'href="x"', html: `<em>See</em> <a class="a" href="${to}">this</a>, <a href="${to}">that</a>` } } });
  expect(ledFrom('/tcp/en/reset/', exercise(href))).toBe(exercise(led));
});
