import { expect, test } from 'vitest';
import { RULES } from '../tcp/rules/catalogue.ts';
import { citeUrl, clause, eachClause } from './cite-url.ts';

test.each([
  ['RFC 9293 §3.10.7.2', 'https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2'],
  ['RFC 9293 §3.10.7.4, RFC 5961 §3.2', 'https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4'],
  ['RFC 9293 §3.10.7.4, SHLD-31', 'https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4'],
  ['RFC 9293 Appendix A.2', 'https://www.rfc-editor.org/rfc/rfc9293#appendix-A.2'],
  ['RFC 9293 Figure 7', 'https://www.rfc-editor.org/rfc/rfc9293#figure-7'],
  ['RFC 6298', 'https://www.rfc-editor.org/rfc/rfc6298'],
])('%s', (cite, url) => {
  expect(citeUrl(cite)).toBe(url);
});

test('a cite without an RFC is our own mistake', () => {
  expect(() => citeUrl('§3.5')).toThrow('No RFC');
});

test('the cite of every rule leads to a section', () => {
  for (const { cite } of RULES) expect(citeUrl(cite)).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#section-\d/);
});

test('a cite of several RFCs is a link for each of them, and one of several sections of the same RFC is one', () => {
  expect(eachClause(clause('RFC 8985 §6.2; RFC 9937 §6.2, RFC 9293 §3.8.2, MAY-18'))).toEqual([
    { cite: 'RFC 8985 §6.2', url: 'https://www.rfc-editor.org/rfc/rfc8985#section-6.2' },
    { cite: 'RFC 9937 §6.2', url: 'https://www.rfc-editor.org/rfc/rfc9937#section-6.2' },
    { cite: 'RFC 9293 §3.8.2, MAY-18', url: 'https://www.rfc-editor.org/rfc/rfc9293#section-3.8.2' },
  ]);
});
