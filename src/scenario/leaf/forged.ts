import type { Forged } from '../../simulation/scenario.ts';
import { ACK, flagsOf, has } from '../../tcp/flags.ts';
import { isWord, problemAt } from '../line.ts';
import type { Problem } from '../problem.ts';
import { flagsLeaf } from './flags.ts';
import { FORGED_FIELDS, FORGED_ORDER, type ForgedField } from './forged-fields.ts';
import { refused, taken, wantsOf, type Leaf } from './leaf.ts';
import { digits, judge, wantsNumber } from './number.ts';

/** A forged segment: flags, then SEQ and, in any order, ACK, LEN and WND, each with its number. */
export const forgedLeaf: Leaf<Forged> = {
  words: FORGED_ORDER.map((field) => FORGED_FIELDS[field].word),
  read: (line, start, known) => {
    const flags = flagsLeaf.read(line, start, known);
    if (!flags.ok) return flags;
    const values: Partial<Record<ForgedField, number>> = {};
    const problems: Problem[] = [...flags.problems];
    let at = flags.next;
    for (;;) {
      const here = isWord(line, at, ',') ? at + 1 : at;
      const field = FORGED_ORDER.find((name) => isWord(line, here, FORGED_FIELDS[name].word));
      if (field === undefined) break;
      const { word, least, most } = FORGED_FIELDS[field];
      const range = { least, most };
      const number = digits(line, here + 1);
      if (number === null) return wantsNumber(here + 1, range);
      problems.push(...judge(line, here + 1, number.next, number.value, range));
      if (field in values) problems.push(problemAt(line, here, number.next, 'repeated-field', { field: word }));
      if (field === 'ack' && !has(flags.value, ACK)) {
        const both = flagsLeaf.write(flagsOf(flags.value, ACK), line.names);
        const given = flagsLeaf.write(flags.value, line.names);
        problems.push(problemAt(line, here, number.next, 'ack-without-flag', { flags: given, nearest: both }));
      }
      values[field] = number.value;
      at = number.next;
    }
    const { seq, ack = 0, length = 0, wnd = FORGED_FIELDS.wnd.most } = values;
    const left = FORGED_ORDER.filter((field) => !(field in values) && (field !== 'ack' || has(flags.value, ACK))).map((field) => FORGED_FIELDS[field].word);
    if (seq === undefined) return refused(at, left);
    return { ...taken(at, { flags: flags.value, seq, ack, length, wnd }, ...problems), more: wantsOf(left) };
  },
  write: (segment, names) => {
    const given = FORGED_ORDER.filter((field) => segment[field] !== FORGED_FIELDS[field].absent);
    const fields = given.map((field) => `${FORGED_FIELDS[field].word} ${String(segment[field])}`);
    return [flagsLeaf.write(segment.flags, names), ...fields].join(' ');
  },
};
