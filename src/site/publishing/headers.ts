/** The headers of the site's files beyond those that any host sends. */
export type Headers = Readonly<Record<string, string>>;

/** Everything in _astro is named by its content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The headers for a path below the base, such as `/en/states/`: how long it may be kept, and that only pages that are made for it stand in frames of other sites, which a policy inside of a page cannot say (CSP 3 §6.4.2). */
export function headersFor(path: string): Headers {
  return {
    'Cache-Control': path.startsWith('/_astro/') ? FOR_EVER : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    ...(isPage(path) && !isEmbed(path) ? { 'Content-Security-Policy': "frame-ancestors 'self'" } : {}),
  };
}

/** Whether the page is made to stand in frames of other sites. */
function isEmbed(path: string): boolean {
  return /^\/[^/]+\/embed\//.test(path);
}

function isPage(path: string): boolean {
  return path.endsWith('/') || path.endsWith('.html');
}
