/** A path of the site, given without a slash at its beginning, below the base under which the site is published. */
export function withBase(path: string, base: string): string {
  return `${base.replace(/\/$/, '')}/${path}`;
}
