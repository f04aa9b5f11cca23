import type { OptionItem, ScriptSegment } from '../script.ts';
import { optionText, sameFlags } from './expected.ts';

function isList(options: ScriptSegment['options']): options is readonly OptionItem[] {
  return options !== null && options !== 'unchecked';
}

/** An option with what is not to be compared exactly left out: a TSval is compared with the clock, elsewhere. */
function comparable(item: OptionItem, wanted: OptionItem | undefined): string {
  if (item.kind !== 'TS' || wanted?.kind !== 'TS') return optionText(item);
  return optionText({ ...item, val: null, ecr: wanted.ecr === null ? null : item.ecr });
}

function optionsDiffer(wanted: ScriptSegment['options'], came: readonly OptionItem[]): boolean {
  if (wanted === 'unchecked') return false;
  // Without a list there may be nothing but what the connection has negotiated for every segment.
  if (!isList(wanted)) return came.some(({ kind }) => kind !== 'TS' && kind !== 'nop' && kind !== 'eol');
  return wanted.length !== came.length || came.some((item, index) => comparable(item, wanted[index]) !== comparable(wanted[index] ?? item, wanted[index]));
}

/** Whether a segment may stand where the line names a mark of the IP header; `ect01` is either. */
function ecnDiffers(wanted: ScriptSegment['ecn'], came: ScriptSegment['ecn']): boolean {
  return wanted !== null && wanted !== came && !(wanted === 'ect01' && came === 'ect0');
}

/** The names of the fields in which a segment differs from the line that expects it; none where it is as expected. */
export function differences(wanted: ScriptSegment, came: ScriptSegment): readonly string[] {
  const found: string[] = [];
  if (ecnDiffers(wanted.ecn, came.ecn)) found.push('ECN field');
  if (!sameFlags(wanted.flags, came.flags)) found.push('flags');
  if (wanted.seq !== null && wanted.seq !== came.seq) found.push('sequence number');
  if (wanted.length !== came.length) found.push('length');
  if (came.ack !== null && (wanted.ack ?? 0) !== came.ack) found.push('acknowledgment number');
  if (wanted.win !== null && wanted.win !== came.win) found.push('window');
  if (wanted.urg !== null && wanted.urg !== (came.urg ?? 0)) found.push('urgent pointer');
  if (optionsDiffer(wanted.options, isList(came.options) ? came.options : [])) found.push('options');
  return found;
}
