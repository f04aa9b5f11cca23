import type { Field } from '../../exercise/field.ts';
import type { Objection } from '../../exercise/grade/verdict.ts';
import type { Sentence, Words } from '../../narration/sentence.ts';
import type { Lang } from '../messages.ts';
import { Said } from '../Said.tsx';
import { text } from '../text.ts';
import { Explanation } from './Explanation.tsx';
import { Misconception } from './Misconception.tsx';

interface Props {
  readonly field: Field;
  readonly of: readonly Objection[];
  readonly lang: Lang;
  readonly words: Words;
}

/** What is wrong with an answer, part by part where it has parts: why, and which known misconception leads there. */
export function Objections({ field, of, lang, words }: Props) {
  return (
    <>
      {of.map(({ part, misconception, why }, at) => (
        <div key={`${part ?? ''}-${String(at)}`} class="isl-objection">
          {part !== null && (
            <p class="isl-objection-part">
              <Part field={field} part={part} words={words} />
            </p>
          )}
          {misconception !== null && <Misconception id={misconception} lang={lang} words={words} />}
          <Explanation of={why} words={words} />
        </div>
      ))}
    </>
  );
}

/** What a part is called; nothing where the field has no parts. */
function Part({ field, part, words }: { readonly field: Field; readonly part: string; readonly words: Words }) {
  switch (field.type) {
    case 'many':
    case 'match': {
      const labelled: readonly { readonly value: string; readonly label: Sentence }[] = field.type === 'many' ? field.options : field.items;
      const label = labelled.find(({ value }) => value === part)?.label;
      return label === undefined ? part : <Said of={label} words={words} />;
    }
    case 'path':
      return text(words, 'attempt.path.step', { n: Number(part) + 1 });
    case 'choice':
    case 'order':
    case 'number':
      return null;
  }
}
