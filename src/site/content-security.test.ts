import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { policyOf, scriptHashes, withPolicy } from './content-security.ts';

const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

describe('the content security policy of a page', () => {
  test('names every inline script by its hash, byte for byte, and each once', () => {
    const html = '<head></head><script>\n a() </script><script type="module">b()</script><script>\n a() </script>';
    expect(scriptHashes(html)).toEqual([hash('\n a() '), hash('b()')]);
  });

  test('leaves out scripts with a source, and data', () => {
    expect(scriptHashes('<script type="module" src="/x.js"></script><script type="application/ld+json">{}</script>')).toEqual([]);
  });

  test('allows neither inline scripts at large nor eval', () => {
    const scripts = policyOf('<script>a()</script>').split('; ').find((part) => part.startsWith('script-src'));
    expect(scripts).toBe(`script-src 'self' 'wasm-unsafe-eval' ${hash('a()')}`);
  });

  test('stands first in the head', () => {
    expect(withPolicy('<!doctype html><html><head lang="en"><meta charset="utf-8"></head><header></header></html>')).toMatch(/^<!doctype html><html><head lang="en"><meta http-equiv="content-security-policy" content="[^"]+"><meta charset/);
  });
});
