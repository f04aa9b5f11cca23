import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { embedSnippet } from './embed-snippet.ts';

test('the frame has the address and the title as they are, whatever is in them', () => {
  const [address, title] = ['https://example.org/ko/embed/run/?title=a&theme=dark#s1=x"y', 'What “SYN” & <FIN> "say"'];
  const frame = new JSDOM(embedSnippet(address, title)).window.document.body.children[0];
  expect([...(frame?.attributes ?? [])].map(({ name, value }) => [name, value])).toEqual([
    ['src', address],
    ['title', title],
    ['width', '100%'],
    ['height', '640'],
    ['style', 'border: 0'],
    ['loading', 'lazy'],
  ]);
});
