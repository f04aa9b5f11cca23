import { useRef, type MutableRef } from 'preact/hooks';

/** A reference that stays the same and always holds the value of the latest render: for callbacks of rows that are not rendered again. */
export function useLatest<Value>(value: Value): MutableRef<Value> {
  const held = useRef(value);
  held.current = value;
  return held;
}
