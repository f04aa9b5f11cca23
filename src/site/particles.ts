/** After which sounds a particle stands: after a final consonant, after a vowel, after a vowel or ㄹ, after a consonant other than ㄹ, or after any. */
type After = 'consonant' | 'vowel' | 'vowel or ㄹ' | 'consonant but ㄹ' | 'any';

/** What may hang on a Korean noun: particles, and the commonest forms of the copula and of 하다 and 되다. */
const ENDINGS: Readonly<Record<After, readonly string[]>> = {
  consonant: ['은', '이', '을', '과', '이나', '이든', '이란', '이라', '이라고', '이라는', '이며', '이면', '이고', '이랑', '이다'],
  vowel: ['는', '가', '를', '와', '나', '든', '란', '라고', '라는', '랑'],
  'vowel or ㄹ': ['로', '로서', '로써', '로부터'],
  'consonant but ㄹ': ['으로', '으로서', '으로써', '으로부터'],
  any: ['의', '에', '에서', '에게', '에게서', '께', '도', '만', '까지', '부터', '마다', '보다', '처럼', '조차', '마저', '밖에', '뿐', '입니다', '입니까', '일까', '인가', '하다', '하는', '하면', '하고', '한다', '합니다', '되다', '되는', '되면', '된다', '됩니다'],
};

const ALL = Object.entries(ENDINGS)
  .flatMap(([after, endings]) => endings.map((ending) => ({ ending, after: after as After })))
  .toSorted((one, other) => other.ending.length - one.ending.length);

/** The final consonant of a Korean syllable as Unicode orders them: 0 for none, 8 for ㄹ; null for any other character. */
function finalOf(character: string): number | null {
  const place = character.charCodeAt(0) - 0xac00;
  return place >= 0 && place < 11172 ? place % 28 : null;
}

function fits(stem: string, after: After): boolean {
  const final = finalOf(stem.slice(-1));
  // Latin letters and digits are read in more ways than one.
  if (final === null) return /[\p{L}\p{N}]$/u.test(stem);
  switch (after) {
    case 'consonant':
      return final !== 0;
    case 'vowel':
      return final === 0;
    case 'vowel or ㄹ':
      return final === 0 || final === 8;
    case 'consonant but ㄹ':
      return final !== 0 && final !== 8;
    case 'any':
      return true;
  }
}

/** Of a Korean stem two syllables have to be left: 길이 and 속도 are words as they stand. */
function isStem(stem: string): boolean {
  return /[A-Za-z0-9]$/u.test(stem) || /[가-힣]{2}$/u.test(stem);
}

function stemOf(word: string): string {
  const found = ALL.find(({ ending, after }) => word.endsWith(ending) && isStem(word.slice(0, -ending.length)) && fits(word.slice(0, -ending.length), after));
  return found === undefined ? word : stemOf(word.slice(0, -found.ending.length));
}

/** What is looked for without the particles on its Korean words, so that 연결을 finds 연결이 as well. Every stem begins the word that it is taken from, and a search looks for beginnings: nothing is lost. What stands in quotation marks stays as it is. */
export function withoutParticles(query: string): string {
  return query.replace(/"[^"]*"?|[\p{L}\p{N}_.-]*[가-힣]/gu, (part) => (part.startsWith('"') ? part : stemOf(part)));
}
