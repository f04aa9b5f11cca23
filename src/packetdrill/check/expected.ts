import { FLAG_NAMES, flagsNamed, type FlagName } from '../../tcp/flags.ts';
import type { OptionItem, ScriptSegment } from '../script.ts';

const LETTER: Readonly<Record<FlagName, string>> = { FIN: 'F', SYN: 'S', RST: 'R', PSH: 'P', URG: 'U', ECE: 'E', CWR: 'W', ACK: '.' };

/** The order in which scripts write the letters. */
const WRITTEN: readonly FlagName[] = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ECE', 'CWR', 'ACK'];

/** The control bits as a script writes them: `S.`, `P.`, `-`. */
function flagLetters(flags: readonly FlagName[]): string {
  return WRITTEN.filter((name) => flags.includes(name)).map((name) => LETTER[name]).join('') || '-';
}

/** One option as a script writes it. */
export function optionText(item: OptionItem): string {
  switch (item.kind) {
    case 'mss':
    case 'wscale':
      return `${item.kind} ${item.value}`;
    case 'sack':
      return `sack ${item.blocks.map(({ left, right }) => `${left}:${right}`).join(' ')}`;
    case 'TS':
      return `TS val ${item.val ?? '...'} ecr ${item.ecr ?? '...'}`;
    case 'FO':
      return item.cookie === '' ? 'FO' : `FO ${item.cookie}`;
    case 'nop':
    case 'eol':
    case 'sackOK':
      return item.kind;
  }
}

function optionsText(options: ScriptSegment['options']): string {
  if (options === null || options.length === 0) return '';
  return options === 'unchecked' ? ' <...>' : ` <${options.map(optionText).join(',')}>`;
}

/** A segment as a script writes it. */
export function segmentText({ flags, seq, length, ack, win, urg, options }: ScriptSegment): string {
  const numbers = seq === null ? `...(${length})` : `${seq}:${seq + length}(${length})`;
  const fields = [ack === null ? '' : ` ack ${ack}`, win === null ? '' : ` win ${win}`, urg === null ? '' : ` urg ${urg}`].join('');
  return `${flagLetters(flags)} ${numbers}${fields}${optionsText(options)}`;
}

/** Whether two sets of control bits are the same. */
export function sameFlags(a: readonly FlagName[], b: readonly FlagName[]): boolean {
  return flagsNamed(a) === flagsNamed(b);
}

/** The names of the bits that are set in an octet of flags. */
export function namesOf(flags: number): readonly FlagName[] {
  return FLAG_NAMES.filter((_name, bit) => (flags & (1 << bit)) !== 0);
}
