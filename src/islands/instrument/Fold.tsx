import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly isOpen?: boolean;
  /** What is in it, made only while it is open. */
  readonly children: () => ComponentChildren;
}

/** A part of an instrument that can be folded away. */
export function Fold({ title, isOpen = false, children }: Props) {
  const [open, setOpen] = useState(isOpen);
  const details = useRef<HTMLDetailsElement>(null);
  // The reader may have opened it before this was awake.
  useEffect(() => setOpen((before) => before || details.current?.open === true), []);
  return (
    <details ref={details} class="isl-fold" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span role="heading" aria-level={3}>
          {title}
        </span>
      </summary>
      {open && <div class="isl-fold-inside">{children()}</div>}
    </details>
  );
}
