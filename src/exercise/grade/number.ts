import type { NumberField } from '../field.ts';
import { found, MISSING, type Finding } from './verdict.ts';

/** What two texts have in common that are the same answer: full-width digits are digits, `0x` begins the same number in hexadecimal, case, blanks, `_`, `,` and zeros in front do not matter. */
export function normal(text: string): string {
  const bare = text.normalize('NFKC').replace(/[\s_,'’]/gu, '').toUpperCase();
  if (/^0X[\dA-F]{1,8}$/.test(bare)) return String(Number(bare));
  return /^\d+$/.test(bare) ? bare.replace(/^0+(?=\d)/, '') : bare;
}

/** A right number, a wrong one that is known, or any other. */
export function gradeNumber({ accepted, mistakes, otherwise }: NumberField, answer: string): Finding {
  const given = normal(answer);
  if (given === '') return MISSING;
  if (accepted.some((value) => normal(value) === given)) return found([]);
  const { misconception, why } = mistakes.find(({ value }) => normal(value) === given) ?? { misconception: null, why: otherwise };
  return found([{ part: null, misconception, why }]);
}
