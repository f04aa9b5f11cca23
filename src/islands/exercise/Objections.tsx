import type { Field } from '../../exercise/field.ts';
import type { Objection } from '../../exercise/grade/verdict.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Lang } from '../messages.ts';
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
          {part !== null && <p class="isl-objection-part">{partText(field, part, words)}</p>}
          {misconception !== null && <Misconception id={misconception} lang={lang} words={words} />}
          <Explanation of={why} words={words} />
        </div>
      ))}
    </>
  );
}

/** What a part is called. */
function partText(field: Field, part: string, words: Words): string {
  switch (field.type) {
    case 'many': {
      const option = field.options.find(({ value }) => value === part);
      return option === undefined ? part : say(option.label, words);
    }
    case 'match': {
      const item = field.items.find(({ value }) => value === part);
      return item === undefined ? part : say(item.label, words);
    }
    case 'path':
      return text(words, 'attempt.path.step', { n: Number(part) + 1 });
    case 'choice':
    case 'order':
    case 'number':
      return '';
  }
}
