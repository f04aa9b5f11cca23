import { headersFor, type Headers } from './headers.ts';

/** The headers as a file `_headers`, which Netlify, Cloudflare Pages and others read: a rule for all files, one for what never changes, and one for each page. `paths` are below the base, which the rules have before them. Rules add up on these hosts, so none of them takes back what another says. */
export function headersFile(paths: readonly string[], base: string): string {
  const under = base.replace(/\/$/, '');
  const everywhere = { 'X-Content-Type-Options': 'nosniff' };
  const own = (path: string): Headers => ({ ...policyOf(headersFor(path)) });
  const rules: readonly (readonly [string, Headers])[] = [
    ['/*', everywhere],
    ['/_astro/*', { 'Cache-Control': headersFor('/_astro/')['Cache-Control'] ?? '' }],
    ...paths.toSorted().map((path) => [path, own(path)] as const),
  ];
  return rules.flatMap(([path, headers]) => (Object.keys(headers).length === 0 ? [] : [`${under}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)])).join('\n') + '\n';
}

function policyOf(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name === 'Content-Security-Policy'));
}
