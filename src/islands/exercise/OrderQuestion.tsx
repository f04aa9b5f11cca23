import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OrderField } from '../../exercise/field.ts';
import { say } from '../../narration/say.ts';
import { text } from '../text.ts';
import type { AnswerProps } from './answer-props.ts';
import { listOf } from './attempt.ts';
import { moved, movedTo } from './moved.ts';
import { useDrag } from './use-drag.ts';

/** Items to be put in order: dragged by their handle, with two buttons each, or with the arrow keys on either button. */
export function OrderQuestion({ field, given, isRight, words, onAnswer }: AnswerProps<OrderField>) {
  const order = listOf(given);
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<HTMLElement | null>(null);
  const latest = useRef(order);
  latest.current = order;
  const [dragged, setDragged] = useState<string | null>(null);
  const drag = useDrag();

  // An element that changes its place loses the focus; it gets it back.
  useLayoutEffect(() => {
    focus.current?.focus();
    focus.current = null;
  }, [given]);

  const move = (value: string, by: -1 | 1) => {
    if (isRight) return;
    if (document.activeElement instanceof HTMLElement && list.current?.contains(document.activeElement) === true) focus.current = document.activeElement;
    onAnswer(moved(order, value, by));
  };
  const onKeyDown = (event: KeyboardEvent, value: string) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(value, event.key === 'ArrowUp' ? -1 : 1);
  };
  /** Before how many of the other items the pointer is. */
  const placeAt = (value: string, y: number) =>
    [...(list.current?.children ?? [])].filter((item, at) => {
      const { top, height } = item.getBoundingClientRect();
      return latest.current[at] !== value && top + height / 2 < y;
    }).length;
  const onGrip = (event: PointerEvent, value: string) => {
    if (isRight) return;
    event.preventDefault();
    drag(event, {
      onMove: (_x, y) => {
        setDragged(value);
        const next = movedTo(latest.current, value, placeAt(value, y));
        if (next.some((one, at) => one !== latest.current[at])) onAnswer(next);
      },
      onDrop: () => setDragged(null),
    });
  };

  return (
    <ol class="isl-order" ref={list}>
      {order.map((value, index) => {
        const item = field.items.find((one) => one.value === value);
        const said = item === undefined ? value : say(item.label, words);
        return (
          // The keys are those of the two buttons inside, caught for both in one place.
          // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
          <li key={value} class="isl-item" data-dragged={dragged === value} onKeyDown={(event) => onKeyDown(event, value)}>
            <span class="isl-item-text" data-grip={!isRight} onPointerDown={(event) => onGrip(event, value)}>
              {said}
            </span>
            {!isRight && (
              <span class="isl-moves">
              {([-1, 1] as const).map((by) => {
                const way = by < 0 ? 'up' : 'down';
                const isIdle = order[index + by] === undefined;
                return (
                  <button key={way} type="button" class="isl-move" aria-disabled={isIdle} aria-label={text(words, `attempt.${way}`, { item: said })} onClick={() => isIdle || move(value, by)}>
                    <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
                  </button>
                );
              })}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
