import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { Icon } from '../Icon.tsx';
import { NumberField } from '../NumberField.tsx';
import { numberIn } from '../number-text.ts';
import { text } from '../text.ts';
import { usualTimes } from './usual-times.ts';

interface Props {
  readonly id: string;
  readonly type: 'delay' | 'duplicate';
  readonly trace: Trace;
  readonly flight: Flight;
  readonly words: Words;
  /** Called with 1 ms or more. */
  readonly onGiven: (ms: number) => void;
}

/** A quarter of an hour: nothing in TCP waits longer for a segment. */
const BOUNDS = { least: 1, most: 900_000 };

/** By how much a segment is to be late, or its copy; at first by a round trip. */
export function HowLong({ id, type, trace, flight, words, onGiven }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const times = usualTimes(trace, flight);
  const [typed, setTyped] = useState(() => String(2 * trace.scenario.delay));
  useEffect(() => {
    const input = form.current?.querySelector('input');
    input?.focus({ preventScroll: true });
    input?.select();
  }, []);
  const read = numberIn(typed, BOUNDS);
  return (
    <form
      ref={form}
      id={id}
      class="isl-how-long"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (read.ok) onGiven(read.value);
        else form.current?.querySelector('input')?.focus();
      }}
    >
      <NumberField label={text(words, `lab.wire.${type}.by`)} unit="ms" typed={typed} {...BOUNDS} words={words} onType={setTyped}>
        <button type="submit" class="isl-primary" aria-disabled={!read.ok}>
          <Icon name={type} /> {text(words, `lab.wire.${type}`)}
        </button>
      </NumberField>
      <div class="isl-presets" role="group" aria-label={text(words, 'lab.wire.presets')}>
        {times.map(({ name, ms }) => (
          <button key={name} type="button" aria-pressed={read.ok && read.value === ms} onClick={() => setTyped(String(ms))}>
            {text(words, `lab.wire.${name}`)} <span>{text(words, 'lab.wire.ms', { ms })}</span>
          </button>
        ))}
      </div>
    </form>
  );
}
