import type { ComponentChildren } from 'preact';

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of a host's picture that can be folded away, and stays so from step to step. */
export function Fold({ title, children }: Props) {
  return (
    <details class="isl-inside-group" open>
      <summary class="isl-inside-heading">{title}</summary>
      {children}
    </details>
  );
}
