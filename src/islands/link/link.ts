import { fromBase64url, toBase64url } from './base64url.ts';
import { inflate, type Inflated } from './inflate.ts';
import type { Place } from './place.ts';
import { writePlace } from './place-text.ts';
import type { Decoded, LinkProblem } from './problem.ts';
import { readPlace } from './read-place.ts';

/** The version of the format: what `writePlace` says, compressed (zlib, RFC 1950) and in the letters of an address. */
const VERSION = 1;

/** So many characters of a link, and bytes of text, are read at most. */
const MOST_CHARACTERS = 1_000_000;
const MOST_BYTES = 100_000;

/** The fragment of an address that holds the place: `#s1=` and letters that no program needs to escape. */
export async function encode(place: Place): Promise<string> {
  const compressed = new Blob([writePlace(place)]).stream().pipeThrough(new CompressionStream('deflate'));
  return `#s${String(VERSION)}=${toBase64url(new Uint8Array(await new Response(compressed).arrayBuffer()))}`;
}

/** What a fragment holds, as far as it can be read. A fragment that is no link, such as a heading's, holds nothing and is no problem. Never rejects. */
export function decode(hash: string): Promise<Decoded> {
  return Promise.resolve(read(hash));
}

function read(hash: string): Decoded {
  const found = /^\s*#?\s*s(\d{1,6})(?:=(.*))?$/is.exec(unescaped(hash.slice(0, MOST_CHARACTERS)));
  if (found === null) return { place: null, problems: [] };
  const [, version, packed = ''] = found;
  if (Number(version) > VERSION) return nothing({ code: 'newer', params: { version: Number(version) } });
  // Blanks, brackets, dots and whatever else programs put into an address or behind it are no part of it.
  const letters = packed.replace(/[^\w-]/g, '');
  if (letters === '') return nothing({ code: 'empty', params: {} });
  const { bytes, end } = inflate(fromBase64url(letters), MOST_BYTES);
  const text = new TextDecoder().decode(bytes).replaceAll('\r', ' ');
  const { place, problems } = readPlace(text);
  if (place === null) return nothing({ code: isOneCase(letters) ? 'case' : 'nothing', params: {} });
  const damaged = damage(end, place).filter(({ code }) => problems.every((one) => one.code !== code));
  return { place, problems: [...damaged, ...problems] };
}

function nothing(problem: LinkProblem): Decoded {
  return { place: null, problems: [problem] };
}

function damage(end: Inflated['end'], { branches: { length: branches } }: Place): readonly LinkProblem[] {
  switch (end) {
    case 'whole':
      return [];
    case 'cut':
      return [{ code: 'cut', params: { branches } }];
    case 'damaged':
      return [{ code: 'changed', params: { branches } }];
    case 'too large':
      return [{ code: 'too-large', params: { branches } }];
  }
}

/** A link of some length has letters of both kinds. */
function isOneCase(letters: string): boolean {
  return letters.length > 16 && (letters === letters.toLowerCase() || letters === letters.toUpperCase());
}

/** The text as it was before programs escaped it, some of them twice. */
function unescaped(text: string): string {
  const once = (escaped: string) => escaped.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return once(once(once(text)));
}
