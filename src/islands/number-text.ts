/** Which whole numbers a field takes. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** The number in a field, or what is wrong with what stands there. */
export type NumberText = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: 'missing' | 'not-whole' | 'range' };

/** What a reader has typed, as a whole number: blanks around it, and `_` or `,` between groups of digits, are no matter. */
export function numberIn(typed: string, { least, most }: Bounds): NumberText {
  const trimmed = typed.trim();
  if (trimmed === '') return { ok: false, problem: 'missing' };
  if (!/^-?(?:\d{1,3}(?:,\d{3})+|\d+(?:_\d+)*)$/.test(trimmed)) return { ok: false, problem: 'not-whole' };
  const value = Number(trimmed.replace(/[_,]/g, ''));
  return value >= least && value <= most ? { ok: true, value } : { ok: false, problem: 'range' };
}
