/** A text as the value of an attribute in HTML or MDX, in quotation marks; both read entities there. */
export function quoted(value: string): string {
  return `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replace(/\s+/g, ' ')}"`;
}
