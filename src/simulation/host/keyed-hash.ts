/** A number 0…2³²−1 for this key and text, as if by chance, the same for the same two. */
export function keyedHash(key: number, text: string): number {
  let state = (key ^ 0x811c_9dc5) >>> 0;
  for (let at = 0; at < text.length; at += 1) {
    state = Math.imul(state ^ text.charCodeAt(at), 0xcc9e_2d51);
    state = Math.imul((state << 15) | (state >>> 17), 0x1b87_3593) ^ key;
  }
  state = Math.imul(state ^ (state >>> 16), 0x85eb_ca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2_ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
