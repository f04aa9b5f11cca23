/** An exercise as JSON with each link of its texts led from the page `home`, the path of its lesson: a link says the way from there, and the exercise stands elsewhere. */
export function ledFrom(home: string, exercise: string): string {
  const lead = (key: string, value: unknown): unknown => (key === 'html' && typeof value === 'string' ? value.replace(/(<a [^>]*href=")([^"]*)"/gu, (_whole, before: string, href: string) => `${before}${led(home, href)}"`) : value);
  return JSON.stringify(JSON.parse(exercise, lead));
}

const ORIGIN = 'https://handshake-lab.invalid';

function led(home: string, href: string): string {
  if (/^[a-z][a-z\d+.-]*:|^\/\//iu.test(href)) return href;
  const { pathname, search, hash } = new URL(href, ORIGIN + home);
  return pathname + search + hash;
}
