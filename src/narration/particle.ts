/** The pairs of Korean particles as a template writes them, with the form after a final consonant and the one after a vowel. */
const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
  '(이)라는': ['이라는', '라는'],
};

/** How Koreans read the words of TCP aloud, where the last letter would mislead. */
const READ: Readonly<Record<string, string>> = {
  SYN: '신',
  FIN: '핀',
  ACK: '크',
  RST: '티',
  LISTEN: '슨',
  CLOSED: '드',
  ESTABLISHED: '드',
  RECEIVED: '드',
  SENT: '트',
  WAIT: '트',
  CLOSING: '징',
  NXT: '트',
  UNA: '나',
  WND: '드',
  MSS: '스',
  MSL: '엘',
};

/** Letters whose Korean names end in a consonant; at the end of a longer word R is silent. */
const LETTERS: Readonly<Record<string, string>> = { L: '엘', M: '엠', N: '엔', R: '알' };
const DIGITS = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'] as const;

function lastSyllable(text: string): string {
  const word = /[A-Za-z]+$/.exec(text)?.[0];
  if (word !== undefined) {
    const letter = word.slice(-1).toUpperCase();
    return READ[word] ?? (letter === 'R' && word.length > 1 ? undefined : LETTERS[letter]) ?? '이';
  }
  const last = text.slice(-1);
  return DIGITS[Number.parseInt(last, 10)] ?? last;
}

/** The final consonant of the syllable as Unicode orders them: 0 for none, 8 for ㄹ. */
function finalConsonant(syllable: string): number {
  const place = (syllable.codePointAt(0) ?? 0) - 0xac00;
  return place >= 0 && place < 11172 ? place % 28 : 0;
}

const MARKED = /([^\s()<>"'’”]+)[)>"'’”]*(은\(는\)|이\(가\)|을\(를\)|과\(와\)|\(으\)로|\(이\)라는)/gu;

/** The text with every `이(가)`, `은(는)`, `을(를)`, `과(와)`, `(으)로` and `(이)라는` in the form that the word before it asks for, digits and Latin letters as Koreans read them. */
export function withParticles(text: string): string {
  return text.replace(MARKED, (whole: string, word: string, mark: string) => {
    const pair = PAIRS[mark];
    if (pair === undefined) return whole;
    const final = finalConsonant(lastSyllable(word));
    const closed = final !== 0 && !(mark === '(으)로' && final === 8);
    return whole.slice(0, whole.length - mark.length) + (closed ? pair[0] : pair[1]);
  });
}
