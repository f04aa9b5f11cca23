/** The text with every printable character of ASCII turned half way round the others (ROT47), so that nobody reads the answers in the source of a page by chance; it compresses as well as before. Done twice it is undone. */
export function veil(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(33 + ((character.charCodeAt(0) - 33 + 47) % 94)));
}
