import type { Lang } from '../messages.ts';

const STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** So many octets as a person says it: `1.5 MB`. */
export function sizeText(octets: number, lang: Lang): string {
  const step = Math.min(STEPS.length - 1, octets < 1000 ? 0 : Math.floor(Math.log10(octets) / 3));
  return new Intl.NumberFormat(lang, { style: 'unit', unit: STEPS[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short', maximumSignificantDigits: 3 }).format(octets / 1000 ** step);
}

/** A count with its digits in groups: `12,345`. */
export function countText(count: number, lang: Lang): string {
  return new Intl.NumberFormat(lang).format(count);
}
