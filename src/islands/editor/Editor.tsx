import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { problemText } from '../../narration/problem-text.ts';
import type { Words } from '../../narration/sentence.ts';
import { fixOf } from '../../scenario/fix.ts';
import { parse, type Parsed } from '../../scenario/parse.ts';
import type { Place } from '../../scenario/problem.ts';
import { keepKeys } from '../own-keys.ts';
import { text as say } from '../text.ts';
import type { Editing } from './code-mirror.ts';
import { Problems, type Told } from './Problems.tsx';
import './editor.css';

interface Props {
  /** What is shown; where it becomes another than was last told to `onChange`, it replaces what is written. */
  readonly text: string;
  readonly label: string;
  readonly words: Words;
  /** What has been written and what it says, after a pause; after a longer one where there are new problems. */
  readonly onChange: (text: string, parsed: Parsed) => void;
}

/** How long a reader pauses before the text is read, ms. */
const PAUSE = 300;

/** How long before problems are told that may be no more than an unfinished word, ms. */
const PATIENCE = 1200;

/** More problems than these are of no help at once. */
const MOST = 20;

function toldOf(text: string, { problems }: Parsed, words: Words): readonly Told[] {
  return problems.slice(0, MOST).map((problem) => ({ ...problemText(problem, words), where: problem.where, fix: fixOf(text, problem) }));
}

function offsetOf(text: string, { line, column }: Place): number {
  return text.split('\n').slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, column - 1);
}

/** An editor for the notation: at first a plain field, as soon as it has been fetched CodeMirror. */
export function Editor({ text, label, words, onChange }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const written = useRef(text);
  const told = useRef(text);
  const timer = useRef<number | null>(null);
  const count = useRef(0);
  const composes = useRef(false);
  const latest = useRef(onChange);
  latest.current = onChange;
  const [editing, setEditing] = useState<Editing | null>(null);
  const [past, setPast] = useState({ undo: false, redo: false });
  const [problems, setProblems] = useState<readonly Told[]>(() => toldOf(text, parse(text), words));

  const forget = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  const tell = (parsed: Parsed) => {
    forget();
    told.current = written.current;
    count.current = parsed.problems.length;
    setProblems(toldOf(written.current, parsed, words));
    latest.current(written.current, parsed);
  };
  const write = (changed: string) => {
    written.current = changed;
    forget();
    timer.current = window.setTimeout(() => {
      const parsed = parse(written.current);
      if (parsed.problems.length === 0 || parsed.problems.length < count.current) tell(parsed);
      else timer.current = window.setTimeout(() => tell(parse(written.current)), PATIENCE - PAUSE);
    }, PAUSE);
  };

  useEffect(() => {
    let wanted = true;
    const isWanted = () => wanted;
    let made: Editing | undefined;
    const start = async () => {
      const { edit } = await import('./code-mirror.ts');
      const { current: area } = field;
      const { current: parent } = box;
      if (!wanted || area === null || parent === null) return;
      // A syllable that is being put together would be torn apart.
      if (composes.current) await new Promise((resolve) => area.addEventListener('compositionend', () => setTimeout(resolve), { once: true }));
      if (!isWanted()) return;
      const hadFocus = document.activeElement === area;
      made = edit({
        parent,
        text: area.value,
        selection: { anchor: area.selectionStart, head: area.selectionEnd },
        labelledBy: `${id}-label`,
        describedBy: `${id}-keys`,
        words,
        onChange: write,
        onHistory: (undo, redo) => setPast({ undo, redo }),
      });
      if (hadFocus) made.focus();
      setEditing(made);
    };
    // Without CodeMirror the plain field goes on working.
    start().catch(() => undefined);
    return () => {
      wanted = false;
      if (timer.current !== null) tell(parse(written.current));
      made?.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    if (text === told.current) return;
    forget();
    told.current = text;
    written.current = text;
    if (editing !== null) editing.replace(text);
    else if (field.current !== null) field.current.value = text;
    const parsed = parse(text);
    count.current = parsed.problems.length;
    setProblems(toldOf(text, parsed, words));
  }, [text]);

  useEffect(() => editing?.show(problems), [editing, problems]);

  const go = (place: Place) => {
    if (editing !== null) editing.select(place);
    else {
      const from = offsetOf(written.current, place);
      field.current?.focus();
      field.current?.setSelectionRange(from, from + place.length);
    }
  };
  const fix = (place: Place, fixed: string) => {
    if (editing !== null) editing.put(place, fixed);
    else if (field.current !== null) {
      const from = offsetOf(written.current, place);
      field.current.setRangeText(fixed, from, from + place.length, 'end');
      field.current.focus();
      write(field.current.value);
    }
  };

  return (
    // The single letters that lead through a run are text here.
    // eslint-disable-next-line jsx-a11y-x/no-static-element-interactions
    <div class="isl-editor" onKeyDown={keepKeys}>
      <div class="isl-editor-bar">
        <p class="isl-editor-label" id={`${id}-label`}>
          {label}
        </p>
        {editing !== null && (
          <div class="isl-editor-tools">
            {/* An editor that loses the focus takes its list away, a moment later: also the one that was just asked for. */}
            <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => editing.suggest()}>
              {say(words, 'lab.editor.suggest')}
            </button>
            <button type="button" aria-disabled={!past.undo} onClick={() => editing.undo()}>
              {say(words, 'lab.editor.undo')}
            </button>
            <button type="button" aria-disabled={!past.redo} onClick={() => editing.redo()}>
              {say(words, 'lab.editor.redo')}
            </button>
          </div>
        )}
      </div>
      <div ref={box} class="isl-editor-box">
        {editing === null && (
          <textarea
            ref={field}
            class="isl-editor-field"
            defaultValue={text}
            rows={text.split('\n').length}
            lang="en"
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            aria-labelledby={`${id}-label`}
            onCompositionStart={() => (composes.current = true)}
            onCompositionEnd={() => (composes.current = false)}
            onInput={({ currentTarget }) => write(currentTarget.value)}
          />
        )}
      </div>
      <p class="isl-editor-keys" id={`${id}-keys`} data-later={editing === null ? '' : undefined}>
        {say(words, 'lab.editor.keys')}
      </p>
      {problems.length > 0 && <Problems problems={problems} words={words} onGo={go} onFix={fix} />}
    </div>
  );
}
