import { autocompletion, insertCompletionText, pickedCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { Words } from '../../narration/sentence.ts';
import { completionsAt, type Completion as Possible } from '../../scenario/complete.ts';
import { isSentence } from '../../scenario/expected.ts';
import { namesOf } from '../../scenario/names.ts';

/** Choosing it leads on to the next word. */
const goesOn = ({ insert }: Possible): boolean => insert.endsWith(' ');

const possible = new WeakMap<Completion, Possible>();

function option(one: Possible, words: Words): Completion {
  const { label, kind, detail, insert, from, to } = one;
  const made: Completion = {
    label,
    ...(kind === 'sentence' ? { section: words['lab.editor.sentences'] ?? '' } : {}),
    ...(detail === undefined ? {} : { detail }),
    apply: (view, completion) => {
      const length = view.state.doc.length;
      view.dispatch({ ...insertCompletionText(view.state, insert, Math.min(from, length), Math.min(to, length)), annotations: pickedCompletion.of(completion) });
    },
  };
  possible.set(made, one);
  return made;
}

/** Asked for, it lists what could stand there; while one types it keeps silent where a sentence is complete, so that Enter ends the line. */
function possibleAt({ state, pos, explicit }: CompletionContext, words: Words): CompletionResult | null {
  const text = state.doc.toString();
  const line = state.doc.lineAt(pos);
  if (!explicit && isSentence(text.slice(line.from, pos), namesOf(text))) return null;
  const found = completionsAt(text, pos);
  const [first] = found;
  if (first === undefined) return null;
  return {
    from: first.from,
    options: found.map((one) => option(one, words)),
    filter: false,
    getMatch: (completion) => {
      const typed = text.slice(possible.get(completion)?.from, pos);
      return typed !== '' && completion.label.toLowerCase().startsWith(typed.toLowerCase()) ? [0, typed.length] : [];
    },
  };
}

/** Completion by the grammar, while one types and when asked for (Ctrl+Space). */
export function completion(words: Words): Extension {
  return autocompletion({
    override: [(context) => possibleAt(context, words)],
    icons: false,
    // So many fit without scrolling, which a list that never has the focus could not be asked to do; the next ones are a page further.
    maxRenderedOptions: 7,
    activateOnCompletion: (chosen) => {
      const one = possible.get(chosen);
      return one !== undefined && goesOn(one);
    },
  });
}
