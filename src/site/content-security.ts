import { createHash } from 'node:crypto';

/** Scripts of these types are data, which no policy governs. */
const DATA = /\stype\s*=\s*["']?(?:application\/(?:ld\+)?json|speculationrules|text\/plain)/i;

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;

/** The hash sources of all inline scripts of a page, each once, in the order of the page. */
export function scriptHashes(html: string): readonly string[] {
  const inline = [...html.matchAll(SCRIPT)].filter(([, attributes = '']) => !/\ssrc\s*=/i.test(attributes) && !DATA.test(attributes));
  return [...new Set(inline.map(([, , code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`))];
}

/** The policy of a page: only scripts of the site itself and those that stand in the page, nothing from elsewhere, no eval. The search engine of the site is WebAssembly. Mermaid and Starlight set style attributes. */
export function policyOf(html: string): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scriptHashes(html)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The page with its policy as the first thing in its head; a page without a head as it is. */
export function withPolicy(html: string): string {
  return html.replace(/<head\b[^>]*>/i, (head) => `${head}<meta http-equiv="content-security-policy" content="${policyOf(html)}">`);
}
