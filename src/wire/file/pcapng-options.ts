import { strFromU8 } from 'fflate';
import type { OctetQueue } from './octet-queue.ts';

/** An option of a block of pcapng: where its value stands, from the beginning of the block. */
export interface BlockOption {
  readonly code: number;
  readonly begin: number;
  readonly end: number;
}

/** The options from `begin` to before `end` of a block; what goes beyond is left out. */
export function blockOptions(queue: OctetQueue, begin: number, end: number, isLittleEndian: boolean): readonly BlockOption[] {
  const options: BlockOption[] = [];
  let at = begin;
  while (at + 4 <= end) {
    const code = queue.u16(at, isLittleEndian);
    const length = queue.u16(at + 2, isLittleEndian);
    if (code === 0 || at + 4 + length > end) break;
    options.push({ code, begin: at + 4, end: at + 4 + length });
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return options;
}

/** The first `longest` letters of an option's text; what is no UTF-8 in it becomes U+FFFD. */
export function optionText(queue: OctetQueue, { begin, end }: BlockOption, longest: number): string {
  // A letter is three octets at most; one of four is two UTF-16 units.
  return strFromU8(queue.slice(begin, Math.min(end, begin + longest * 3))).slice(0, longest);
}
