/** Whether the text has every word of the query, in any order and without regard to case; an empty query is in every text. */
export function hasEveryWord(text: string, query: string): boolean {
  const said = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => said.includes(word));
}
