import { expect, test } from 'vitest';
import { headersFile } from './headers-file.ts';
import { headersFor } from './headers.ts';

test('a host that reads _headers lets other sites frame what is made for it, and nothing else', () => {
  expect(headersFile(['/', '/en/states/', '/en/embed/three-way/', '/ko/embed/run/'], '/tcp/')).toBe(
    [
      '/tcp/*',
      '  X-Content-Type-Options: nosniff',
      '/tcp/_astro/*',
      '  Cache-Control: public, max-age=31536000, immutable',
      '/tcp/',
      "  Content-Security-Policy: frame-ancestors 'self'",
      '/tcp/en/states/',
      "  Content-Security-Policy: frame-ancestors 'self'",
      '',
    ].join('\n'),
  );
});

test.each([
  ['/_astro/a.js', 'public, max-age=31536000, immutable', undefined],
  ['/en/states/', 'no-cache', "frame-ancestors 'self'"],
  ['/404.html', 'no-cache', "frame-ancestors 'self'"],
  ['/en/embed/three-way/', 'no-cache', undefined],
  ['/en/embed/run/index.html', 'no-cache', undefined],
  ['/scenarios/three-way.txt', 'no-cache', undefined],
])('%s: %s, %s', (path, cache, policy) => {
  const headers = headersFor(path);
  expect([headers['Cache-Control'], headers['Content-Security-Policy']]).toEqual([cache, policy]);
});
