/** All but letters, digits and harmless signs; a colon is harmless before a space. */
const STRANGE = /:(?! )|[^\p{L}\p{N} .,:=↓·“”()'…+/-]/gu;
const WORD_END = /\bend\b/giu;
const WRAP_PREFIX = /^(no)?wrap/iu;

/** The text as Mermaid must be given it to show exactly these characters: everything that it could interpret becomes a character number. */
export function escapeMermaid(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(STRANGE, numbered)
    .replace(WORD_END, (word) => numbered(word.slice(0, 1)) + word.slice(1))
    .replace(WRAP_PREFIX, (word) => numbered(word.slice(0, 1)) + word.slice(1));
}

function numbered(character: string): string {
  return `#${character.codePointAt(0) ?? 32};`;
}

/** The text as SVG must be given it, in content and in attributes. */
export function escapeSvg(text: string): string {
  return escapeContent(text).replaceAll('"', '&quot;');
}

/** The text as it stands in an SVG's content. */
export function escapeContent(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
