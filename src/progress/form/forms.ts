import * as v from 'valibot';
import type { Progress } from '../progress.ts';
import { FORM_1, fromForm1 } from './form-1.ts';
import { FORM_2, fromForm2 } from './form-2.ts';

/** What was kept, read; or where it is not what it should be. */
export type Read = { readonly progress: Progress } | { readonly where: string };

type Reader = (kept: unknown) => Read;

function reader<const Schema extends v.GenericSchema>(schema: Schema, today: (kept: v.InferOutput<Schema>) => Progress): Reader {
  return (kept) => {
    const { success, output, issues } = v.safeParse(schema, kept, { abortEarly: true });
    return success ? { progress: today(output) } : { where: v.getDotPath(issues[0]) ?? '' };
  };
}

/** Every form in which progress has ever been kept, by its version, from 1 on. A new form is added at the end; none is ever taken away. */
export const FORMS: readonly Reader[] = [reader(FORM_1, fromForm1), reader(FORM_2, fromForm2)];

/** The version that is written today. */
export const VERSION = FORMS.length;
