/** Names that Windows gives to devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A name for a file, without ending, made of a title in any language: small letters, digits and hyphens, legal on every system. */
export function fileName(title: string): string {
  const words = title.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  const name = Array.from(words).slice(0, 60).join('').replace(/^-+|-+$/g, '');
  return name === '' || RESERVED.test(name) ? `handshake-${name}`.replace(/-$/, '') : name;
}
