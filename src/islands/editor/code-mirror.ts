import { closeCompletion, startCompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { linter, nextDiagnostic, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, type Extension, type Text } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder, tooltips } from '@codemirror/view';
import type { ProblemText } from '../../narration/problem-text.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Place } from '../../scenario/problem.ts';
import { completion } from './completion.ts';
import { replacement } from './replacement.ts';
import { roles } from './roles.ts';

/** What an editor begins with, and whom it tells what. */
export interface Beginning {
  readonly parent: HTMLElement;
  readonly text: string;
  /** UTF-16 units from the beginning. */
  readonly selection: { readonly anchor: number; readonly head: number };
  /** The id of the element that names it, and of the one that says how it is used. */
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly words: Words;
  /** The reader has changed the text. */
  readonly onChange: (text: string) => void;
  /** Whether there is something to undo, and to redo, whenever it may have changed. */
  readonly onHistory: (undo: boolean, redo: boolean) => void;
}

/** An editor at work. */
export interface Editing {
  focus(): void;
  /** Replaces what differs; the cursor stays where it can, and undo leads back. */
  replace(text: string): void;
  /** Underlines the problems. */
  show(problems: readonly (ProblemText & { readonly where: Place })[]): void;
  /** Selects a place and goes there. */
  select(place: Place): void;
  /** Puts a text in the place of another, and goes to the end of its line. */
  put(place: Place, text: string): void;
  /** Lists what could stand at the cursor. */
  suggest(): void;
  undo(): void;
  redo(): void;
  destroy(): void;
}

const fromOutside = Annotation.define<boolean>();

/** CodeMirror's own phrases, and the messages that say them. */
const PHRASES = {
  Completions: 'lab.editor.completions',
  'Control character': 'lab.editor.control-character',
  'Selection deleted': 'lab.editor.selection-deleted',
  close: 'lab.editor.close',
  Diagnostics: 'lab.editor.problems',
  'No diagnostics': 'lab.editor.none',
} as const;

function phrases(words: Words): Extension {
  return EditorState.phrases.of(Object.fromEntries(Object.entries(PHRASES).map(([phrase, key]) => [phrase, words[key] ?? phrase])));
}

/** A place as offsets, inside the text whatever has become of it. */
function rangeOf(doc: Text, { line, column, length }: Place): { readonly from: number; readonly to: number } {
  const at = doc.line(Math.min(Math.max(1, line), doc.lines));
  const from = Math.min(at.from + column - 1, at.to);
  return { from, to: Math.min(from + length, at.to) };
}

/** Starts CodeMirror. */
export function edit({ parent, text, selection, labelledBy, describedBy, words, onChange, onHistory }: Beginning): Editing {
  const state = EditorState.create({
    doc: text,
    selection,
    extensions: [
      lineNumbers(),
      history(),
      roles,
      completion(words),
      highlightSpecialChars(),
      linter(null),
      placeholder(words['lab.editor.empty'] ?? ''),
      EditorView.lineWrapping,
      // The island is a container, which fixed positions would be measured from, and cuts off what reaches out of it.
      tooltips({
        position: 'absolute',
        tooltipSpace: ({ dom }) => {
          const { left, right } = dom.getBoundingClientRect();
          return { left, right, top: 0, bottom: window.innerHeight };
        },
      }),
      keymap.of([{ key: 'F8', run: nextDiagnostic }, ...defaultKeymap, ...historyKeymap]),
      // The notation is English in every language.
      EditorView.contentAttributes.of({ 'aria-labelledby': labelledBy, 'aria-describedby': describedBy, lang: 'en' }),
      phrases(words),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        onHistory(undoDepth(update.state) > 0, redoDepth(update.state) > 0);
        if (!update.transactions.some((transaction) => transaction.annotation(fromOutside) === true)) onChange(update.state.doc.toString());
      }),
    ],
  });
  const view = new EditorView({ state, parent });
  return {
    focus: () => {
      view.focus();
    },
    replace: (wanted) => {
      closeCompletion(view);
      const changes = replacement(view.state.doc.toString(), wanted);
      if (changes !== null) view.dispatch({ changes, annotations: fromOutside.of(true) });
    },
    show: (problems) => {
      const diagnostics = problems.map(({ where, message, hint }) => ({ ...rangeOf(view.state.doc, where), severity: 'error' as const, message: `${message} ${hint}` }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    select: (place) => {
      const { from, to } = rangeOf(view.state.doc, place);
      view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 40 }) });
      view.focus();
    },
    put: (place, insert) => {
      const range = rangeOf(view.state.doc, place);
      const end = view.state.doc.lineAt(range.from).to + insert.length - (range.to - range.from);
      view.dispatch({ changes: { ...range, insert }, selection: { anchor: end }, scrollIntoView: true, userEvent: 'input' });
      view.focus();
    },
    suggest: () => {
      view.focus();
      startCompletion(view);
    },
    undo: () => {
      undo(view);
      view.focus();
    },
    redo: () => {
      redo(view);
      view.focus();
    },
    destroy: () => {
      view.destroy();
    },
  };
}
