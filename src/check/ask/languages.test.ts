import { expect, test } from 'vitest';
import { checkScenario } from '../scenario.ts';
import { asksIn } from './asks.ts';
import { courseAskProblems, type AskedPage } from './languages.ts';

const RUN = checkScenario('server listens\nclient connects\nclient closes\nserver closes\nstop when client is TIME-WAIT\n', '/run.scenario');

function page(language: string, slug: string, text: string): AskedPage {
  return { file: `/${language}/${slug}.mdx`, slug, language, text, asks: asksIn(text, { scenario: () => RUN, misconceptions: ['ack-names-last-byte', 'isn-is-zero', 'time-wait-is-client'] }) };
}

const ask = (list: string, { id = 'a', props = 'topic="closing"' } = {}) => `\n<Ask id="${id}" ${props} hint="h">\nQ\n\n${list}\n</Ask>\n`;
const TWO = '- [x] yes\n  so\n- [ ] no\n  so';
const told = (...pages: readonly AskedPage[]) => courseAskProblems(pages).map(({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} ${message}`);

test('a question that both languages ask alike has no problem', () => {
  expect(told(page('en', 'x', ask(TWO)), page('ko', 'x', ask('- [x] 예\n  네\n- [ ] 아니요\n  왜')))).toEqual([]);
});

test('one that a language lacks is told where it is', () => {
  expect(told(page('en', 'x', ask(TWO)), page('ko', 'x', ask(TWO, { id: 'b' })))).toEqual(['/en/x.mdx:2:1 In “ko” this page has no <Ask> with the id “a”.', '/ko/x.mdx:2:1 In “en” this page has no <Ask> with the id “b”.']);
});

test('an id is not on two pages of a language', () => {
  expect(told(page('en', 'x', ask(TWO)), page('en', 'y', ask(TWO)))).toEqual(['/en/y.mdx:2:1 The lesson “x” has an <Ask> with the id “a” too.']);
});

test.each([
  [ask(TWO, { props: 'topic="loss"' }), 'another topic'],
  [ask(TWO, { props: 'topic="closing" difficulty={2}' }), 'another difficulty'],
  [ask(TWO, { props: 'topic="closing" scenario="run"' }), 'another scenario'],
  [ask(TWO, { props: 'topic="closing" answer="many"' }), 'another kind of answer'],
  [ask(`${TWO}\n- [ ] more\n  so`), 'more or fewer answers'],
  [ask('- [ ] no\n  so\n- [x] yes\n  so'), 'other right answers'],
  [ask('- [x] yes\n  so\n- [ ] no {misconception="isn-is-zero"}\n  so'), 'other misconceptions'],
])('%j has %s than its counterpart', (text, what) => {
  expect(told(page('en', 'x', ask(TWO)), page('ko', 'x', text))).toEqual([`/ko/x.mdx:2:1 This <Ask> has ${what} in “ko” than in “en”.`]);
});

test('other expectations and other numbers are told too', () => {
  const expecting = (state: string) => ask(`- [x] yes\n  so\n- [ ] no {expect="client ${state}"}\n  so`, { props: 'topic="closing" scenario="run"' });
  expect(told(page('en', 'x', expecting('CLOSED')), page('ko', 'x', expecting('LISTEN')))).toEqual(['/ko/x.mdx:2:1 This <Ask> has other expectations in “ko” than in “en”.']);
  const typed = (right: string) => ask(`- [x] ${right}\n  so\n- [ ] …\n  so`, { props: 'topic="closing" answer="number"' });
  expect(told(page('en', 'x', typed('1')), page('ko', 'x', typed('2')))).toEqual(['/ko/x.mdx:2:1 This <Ask> has other numbers in “ko” than in “en”.']);
});
