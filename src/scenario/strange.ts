const LOOKALIKES: Readonly<Record<string, string>> = {
  '+': ',',
  '/': ',',
  '&': ',',
  '|': ',',
  ';': ',',
  '、': ',',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};

/** What characters that the notation has no use for were probably meant to be, such as `,` for `，`; null where they are like nothing. */
export function lookalike(text: string): string | null {
  const plain = Array.from(text, (character) => LOOKALIKES[character] ?? character.normalize('NFKC')).join('');
  return plain !== text && /^[A-Za-z0-9,:_-]+$/.test(plain) ? plain : null;
}
