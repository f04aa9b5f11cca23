import type { Clause } from '../narration/sentence.ts';
import { sentence, type Sentence } from '../narration/sentence.ts';
import type { Explained, Mistake, Option } from './field.ts';

/** A wrong answer before it becomes an option. */
export interface Wrong {
  readonly value: string;
  /** The misconception that it comes from; its sentence explains it then. */
  readonly misconception?: string;
  /** Why it is wrong, beside the misconception. */
  readonly why?: readonly Explained[];
}

/** A sentence that explains, without a clause unless one is given. */
export function explained(of: Sentence, clause: Clause | null = null): Explained {
  return { sentence: of, clause };
}

/** The option for the right answer. */
export function rightOption(value: string, label: Sentence): Option {
  return { value, label, misconception: null, why: [] };
}

/** A wrong answer that is known, with the truth about the misconception before what else is wrong. */
export function mistakeOf({ value, misconception, why = [] }: Wrong): Mistake {
  const truth = misconception === undefined ? [] : [explained(sentence(`misconception.${misconception}`))];
  return { value, misconception: misconception ?? null, why: [...truth, ...why] };
}

/** The option for a wrong answer. */
export function wrongOption(wrong: Wrong, label: Sentence): Option {
  return { ...mistakeOf(wrong), label };
}

/** The first `count` wrong answers that are neither right nor there already. */
export function distinct(wrong: readonly Wrong[], right: string, count: number): readonly Wrong[] {
  const seen = new Set([right]);
  const kept: Wrong[] = [];
  for (const one of wrong) {
    if (kept.length === count || seen.has(one.value)) continue;
    seen.add(one.value);
    kept.push(one);
  }
  return kept;
}

/** The label of a state, a flag list or a number: the same in every language. */
export function plain(text: string): Sentence {
  return sentence('exercise.option', { text });
}
