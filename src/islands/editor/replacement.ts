/** The smallest change of one stretch that makes a text into another, as offsets; null where they are the same. */
export function replacement(text: string, wanted: string): { readonly from: number; readonly to: number; readonly insert: string } | null {
  if (text === wanted) return null;
  const shorter = Math.min(text.length, wanted.length);
  let before = 0;
  while (before < shorter && text[before] === wanted[before]) before += 1;
  let after = 0;
  while (after < shorter - before && text.at(-1 - after) === wanted.at(-1 - after)) after += 1;
  return { from: before, to: text.length - after, insert: wanted.slice(before, wanted.length - after) };
}
