import type { Clause } from './sentence.ts';

const CITE = /^RFC (\d+)(?: (?:§(\d+(?:\.\d+)*)|Appendix ([A-Z](?:\.\d+)*)|(Figure|Table) (\d+)))?/;

/** Where a clause such as `RFC 9293 §3.10.7.2` can be read at rfc-editor.org; throws where the cite names no RFC. */
export function citeUrl(cite: string): string {
  const found = CITE.exec(cite);
  if (found === null) throw new Error(`No RFC in the cite "${cite}"`);
  const [, rfc, section, appendix, drawn, number] = found;
  const page = `https://www.rfc-editor.org/rfc/rfc${rfc ?? ''}`;
  if (section !== undefined) return `${page}#section-${section}`;
  if (appendix !== undefined) return `${page}#appendix-${appendix}`;
  return drawn === undefined ? page : `${page}#${drawn.toLowerCase()}-${number ?? ''}`;
}

/** The clause of a cite. */
export function clause(cite: string): Clause {
  return { cite, url: citeUrl(cite) };
}

/** A clause that rests on several RFCs as one for each, in their order. */
export function eachClause({ cite }: Clause): readonly Clause[] {
  return cite.split(/[;,] (?=RFC )/).map(clause);
}
