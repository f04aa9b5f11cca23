/** Whether a fragment is a link to a place, whole or not, and not to a heading of the page. */
export function isLink(hash: string): boolean {
  return /^#s\d+(?:=|%|$)/i.test(hash);
}

/** Calls `onLink` with the link that the address holds, at once and whenever another one comes into it: pasted, or by the browser's Back. Returns what ends it. */
export function followAddress(onLink: (hash: string) => void): () => void {
  const look = () => {
    if (isLink(location.hash)) onLink(location.hash);
  };
  look();
  addEventListener('hashchange', look);
  return () => removeEventListener('hashchange', look);
}

/** Puts the link into the address in place of what it holds; an empty one takes it out. Not for every keystroke: browsers refuse when it comes too often, and then the address stays. */
export function replaceAddress(link: string): void {
  change('replaceState', link);
}

/** The same as a step of its own, which the browser's Back takes back. */
export function pushAddress(link: string): void {
  if (link !== location.hash) change('pushState', link);
}

function change(way: 'replaceState' | 'pushState', link: string): void {
  try {
    history[way](history.state, '', link === '' ? location.pathname + location.search : link);
  } catch {
    // Too many changes in a short time; the next one will do.
  }
}

/** The whole address that opens the link in this page. */
export function addressOf(link: string): string {
  return new URL(link, location.href).href;
}
