import { useEffect, useRef } from 'preact/hooks';

/** How far a pointer has to move before it drags, px: less is a press. */
const SLACK = 5;

/** What follows a pointer that drags something. */
export interface Drag {
  /** Where the pointer is, px of the window. */
  readonly onMove: (x: number, y: number) => void;
  /** It has been let go there. */
  readonly onDrop: (x: number, y: number) => void;
}

/** A hook: begins a drag at a `pointerdown`, whatever becomes of the element under the pointer meanwhile; a press that does not move stays a press. */
export function useDrag(): (event: PointerEvent, drag: Drag) => void {
  const end = useRef<() => void>(() => undefined);
  useEffect(() => () => end.current(), []);
  return (begin, { onMove, onDrop }) => {
    if (begin.button !== 0) return;
    end.current();
    let isDragging = false;
    const move = (event: PointerEvent) => {
      if (event.pointerId !== begin.pointerId) return;
      isDragging ||= Math.hypot(event.clientX - begin.clientX, event.clientY - begin.clientY) > SLACK;
      if (isDragging) onMove(event.clientX, event.clientY);
    };
    const up = (event: PointerEvent) => {
      if (event.pointerId !== begin.pointerId) return;
      end.current();
      if (!isDragging) return;
      if (event.type === 'pointerup') onDrop(event.clientX, event.clientY);
      else onDrop(-1, -1);
      // The press that ends a drag means nothing else.
      addEventListener('click', stop, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', stop, { capture: true }));
    };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', up);
    end.current = () => {
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', up);
    };
  };
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
