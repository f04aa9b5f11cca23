import { useEffect, useState } from 'preact/hooks';
import type { AsScenario, Refusal } from '../../capture/scenario-from.ts';
import { scenarioSaid } from '../../capture/scenario-said.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import { copyText } from '../copy/clipboard.ts';
import { linkTo } from '../link/late-link.ts';
import { begin } from '../session.ts';
import { text } from '../text.ts';

interface Props {
  readonly made: AsScenario | Refusal;
  /** The Lab in the page's language. */
  readonly lab: string;
  readonly words: Words;
}

/** A conversation as a scenario: how near it comes, its text to be copied, and the way to the Lab; or why there is none. */
export function MadeScenario({ made, lab, words }: Props) {
  return (
    <>
      <p role="status">{say(scenarioSaid(made), words)}</p>
      {typeof made !== 'string' && <Taken made={made} lab={lab} words={words} />}
    </>
  );
}

function Taken({ made, lab, words }: { readonly made: AsScenario; readonly lab: string; readonly words: Words }) {
  const [link, setLink] = useState<string | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    let wanted = true;
    // Where it cannot be made, the text is still there to be taken along.
    linkTo(begin(made.scenario, true), { view: 'ladder', selected: null, compared: null }).then((fragment) => wanted && setLink(fragment), () => undefined);
    return () => {
      wanted = false;
    };
  }, [made]);
  return (
    <>
      {/* It scrolls by itself and has no button inside: the keyboard has to reach it. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex */}
      <pre role="group" aria-label={text(words, 'capture.scenario')} tabIndex={0} translate={false}>
        <code>{made.text}</code>
      </pre>
      <div class="isl-actions">
        <button type="button" onClick={() => void copyText(made.text).then(setCopied)}>
          {text(words, 'capture.scenario.copy')}
        </button>
        <span role="status">{copied === null ? '' : text(words, copied ? 'capture.scenario.copied' : 'capture.scenario.not-copied')}</span>
      </div>
      {link !== null && (
        <p class="isl-to-lab">
          <a href={`${lab}${link}`}>{text(words, 'island.lab')}</a>
        </p>
      )}
    </>
  );
}
