import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Parsed } from '../../scenario/parse.ts';
import { print } from '../../scenario/print.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import { wordsIn, type Lang } from '../messages.ts';
import { text as say } from '../text.ts';
import './editor-words.ts';
import { Editor } from './Editor.tsx';

interface Props {
  readonly scenario: Scenario;
  readonly lang: Lang;
  /** The reader has written another scenario, in a text without problems. */
  readonly onScenario: (scenario: Scenario) => void;
}

/** A scenario as text that can be changed. What is written stays as it is, comments too, until the scenario becomes another by other means. */
export function ScenarioText({ scenario, lang, onScenario }: Props) {
  const words = wordsIn(lang);
  const printed = print(scenario);
  const known = useRef(printed);
  const [text, setText] = useState(printed);
  const [count, setCount] = useState(0);

  useLayoutEffect(() => {
    if (printed === known.current) return;
    known.current = printed;
    setText(printed);
    setCount(0);
  }, [printed]);

  const change = (written: string, { scenario: said, problems }: Parsed) => {
    setText(written);
    setCount(problems.length);
    if (problems.length > 0) return;
    const now = print(said);
    if (now === known.current) return;
    known.current = now;
    onScenario(said);
  };

  return (
    <div class="isl-scenario-text">
      <Editor text={text} label={say(words, 'lab.editor.label')} words={words} onChange={change} />
      <p class="isl-editor-status" role="status">
        {count === 0 ? say(words, 'lab.editor.sound') : say(words, 'lab.editor.unsound', { count })}
      </p>
    </div>
  );
}
