/** Whether a fragment is a link to a place, whole or not, and not to a heading of the page. */
export function isLink(hash: string): boolean {
  return /^#s\d+(?:=|%|$)/i.test(hash);
}

/** Whether a fragment was meant as a link, however damaged it is: it leads to nothing that stands in the page. */
function isMeant(hash: string): boolean {
  return isLink(hash) || (hash.length > 1 && document.querySelector(':target') === null);
}

/** Calls `onLink` with what the address holds as a link, whole or not, at once and whenever another one comes into it: pasted, or by the browser's Back. Returns what ends it. */
export function followAddress(onLink: (hash: string) => void): () => void {
  const follow = (hash: string) => {
    if (isMeant(hash)) onLink(hash);
  };
  const look = ({ newURL }: HashChangeEvent) => {
    const { hash } = new URL(newURL);
    // What was last done here may have been written over it meanwhile.
    if (isLink(hash) && location.hash !== hash) replaceAddress(hash);
    follow(hash);
  };
  follow(location.hash);
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
