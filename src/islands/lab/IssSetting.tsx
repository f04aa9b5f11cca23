import { useId, useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { LIMITS } from '../../simulation/limits.ts';
import { numberIn } from '../number-text.ts';
import { text } from '../text.ts';
import { Choice } from './Choice.tsx';
import { settingWords, type HostProps } from './host-props.ts';
import { NumberSetting } from './NumberSetting.tsx';
import { withHost, withIssBy } from './set.ts';

/** How a host chooses its initial sequence numbers. */
export function IssSetting({ scenario, host, words, onScenario }: HostProps) {
  const { iss, issBy } = scenario.hosts[host];
  const type = issBy?.type ?? 'list';
  const { said } = settingWords(words);
  const choose = (chosen: typeof type) => onScenario(withIssBy(scenario, host, chosen === 'list' ? null : chosen === 'seed' ? { type: 'seed', seed: 1 } : { type: 'rfc6528' }));
  return (
    <Choice
      label={said('iss')}
      value={type}
      options={[
        ['list', said('iss.list')],
        ['seed', said('iss.seed')],
        ['rfc6528', said('iss.rfc6528')],
      ]}
      onChoose={choose}
    >
      {issBy === undefined && <NumberList numbers={iss} words={words} onNumbers={(numbers) => onScenario(withHost(scenario, host, { iss: numbers }))} />}
      {issBy?.type === 'seed' && <NumberSetting label={said('seed')} value={issBy.seed} bounds={LIMITS.number} words={words} onValue={(seed) => onScenario(withIssBy(scenario, host, { type: 'seed', seed }))} />}
      {issBy?.type === 'rfc6528' && <NumberSetting label={said('secret')} value={issBy.secret ?? 0} bounds={LIMITS.number} words={words} onValue={(secret) => onScenario(withIssBy(scenario, host, { type: 'rfc6528', secret }))} />}
    </Choice>
  );
}

interface ListProps {
  readonly numbers: readonly number[];
  readonly words: Words;
  readonly onNumbers: (numbers: readonly number[]) => void;
}

/** Sequence numbers in a row, apart by blanks or by a comma and a blank. */
function NumberList({ numbers, words, onNumbers }: ListProps) {
  const id = useId();
  const [typed, setTyped] = useState(numbers.join(', '));
  const [shown, setShown] = useState(numbers);
  if (shown !== numbers) {
    setShown(numbers);
    setTyped(numbers.join(', '));
  }
  const read = numbersIn(typed);
  const onChange = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    const found = numbersIn(currentTarget.value);
    if (found !== null && found.join() !== numbers.join()) onNumbers(found);
  };
  return (
    <div class="isl-number">
      <label for={id} class="isl-number-label">
        {text(words, 'lab.settings.iss.numbers')}
      </label>
      <span class="isl-number-box">
        <input id={id} type="text" autocomplete="off" value={typed} aria-invalid={read === null} aria-describedby={`${id}-hint`} onInput={(event) => setTyped(event.currentTarget.value)} onChange={onChange} />
      </span>
      <p class="isl-number-hint" id={`${id}-hint`} data-wrong={read === null} aria-live="polite">
        {read === null && text(words, 'lab.settings.iss.wrong', { most: LIMITS.number.most.toLocaleString('en') })}
      </p>
    </div>
  );
}

/** The sequence numbers in a text, one or more; null where something else is there. */
function numbersIn(typed: string): readonly number[] | null {
  const parts = typed.trim().split(/\s*,\s+|\s+|,(?!\d{3}\b)/u);
  const read = parts.map((part) => numberIn(part, LIMITS.number));
  const values = read.flatMap((one) => (one.ok ? [one.value] : []));
  return values.length === read.length ? values : null;
}
