import { useRef, useState } from 'preact/hooks';
import type { MatchField } from '../../exercise/field.ts';
import { say } from '../../narration/say.ts';
import { text } from '../text.ts';
import { Said } from '../Said.tsx';
import type { AnswerProps } from './answer-props.ts';
import { listOf } from './attempt.ts';
import { nextEmpty, placed, placesOf } from './match-places.ts';
import { PartMark } from './PartMark.tsx';
import { partVerdict } from './part-verdict.ts';
import { useDrag } from './use-drag.ts';

/** Items, each of which is to be given one of the options: the option is pressed for the item that waits, or dragged to an item. */
export function MatchQuestion(props: AnswerProps<MatchField>) {
  const { field, given, fixed, isRight, words, onAnswer } = props;
  const places = placesOf(field, listOf(given));
  const isFixed = (at: number) => isRight || fixed.includes(field.items[at]?.value ?? '');
  const [chosen, choose] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const drag = useDrag();
  const waiting = chosen ?? nextEmpty(places, 0);
  const labelOf = (value: string) => field.options.find((one) => one.value === value)?.label;

  const give = (at: number, option: string) => {
    if (isFixed(at) || (!field.repeats && places.some((one, place) => one === option && isFixed(place)))) return;
    const next = placed(field, places, at, option);
    onAnswer(next);
    choose(null);
  };
  const itemAt = (x: number, y: number): number | null => {
    const found = [...(list.current?.children ?? [])].findIndex((row) => {
      const { left, right, top, bottom } = row.getBoundingClientRect();
      return x >= left && x <= right && y >= top && y <= bottom;
    });
    return found < 0 || isFixed(found) ? null : found;
  };
  const onGrip = (event: PointerEvent, option: string) => {
    if (isRight) return;
    drag(event, {
      onMove: (x, y) => {
        setDragged(option);
        setOver(itemAt(x, y));
      },
      onDrop: (x, y) => {
        setDragged(null);
        setOver(null);
        const at = itemAt(x, y);
        if (at !== null) give(at, option);
      },
    });
  };

  return (
    <div class="isl-match">
      <ul ref={list} class="isl-match-items">
        {field.items.map(({ value, label }, at) => {
          const verdict = partVerdict(props, value);
          const has = labelOf(places[at] ?? '');
          return (
            <li key={value} class="isl-match-item" data-over={over === at} data-mark={verdict}>
              <span class="isl-match-label">
                <Said of={label} words={words} />
              </span>
              <button
                type="button"
                class="isl-slot"
                aria-pressed={!isFixed(at) && waiting === at}
                aria-disabled={isFixed(at)}
                onClick={() => isFixed(at) || choose(at)}
              >
                <span class="sr-only">{say(label, words)}: </span>
                {has === undefined ? <span class="isl-slot-empty">{text(words, 'attempt.match.choose')}</span> : <Said of={has} words={words} />}
                <PartMark of={verdict} words={words} />
              </button>
            </li>
          );
        })}
      </ul>
      {!isRight && (
        <ul class="isl-match-options" aria-label={text(words, 'attempt.match.options')}>
          {field.options.map(({ value, label }) => {
            const isUsed = !field.repeats && places.includes(value);
            const isIdle = waiting === null;
            return (
              <li key={value}>
                <button type="button" class="isl-chip" data-used={isUsed} data-dragged={dragged === value} aria-disabled={isIdle} onPointerDown={(event) => onGrip(event, value)} onClick={() => waiting !== null && give(waiting, value)}>
                  <Said of={label} words={words} />
                  {isUsed && <span class="sr-only"> {text(words, 'attempt.match.used')}</span>}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
