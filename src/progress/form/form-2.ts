import * as v from 'valibot';
import { joinAnswers } from '../answers.ts';
import { withSection, type Progress } from '../progress.ts';
import { ANSWER, ERA, INSTANT, NAME } from './parts.ts';

const SECTION = v.object({
  era: ERA,
  mark: v.nullable(v.object({ read: v.boolean(), at: INSTANT })),
  answers: v.array(v.object(ANSWER)),
});

/** Version 2, the form of today: by lesson, each of which can be forgotten. */
export const FORM_2 = v.object({ era: ERA, sections: v.record(NAME, SECTION) });

/** The same with everything in the order that it has here, whoever wrote it. */
export function fromForm2({ era, sections }: v.InferOutput<typeof FORM_2>): Progress {
  return Object.entries(sections).reduce<Progress>((all, [slug, section]) => withSection(all, slug, { ...section, answers: joinAnswers(section.answers, []) }), { era, sections: {} });
}
