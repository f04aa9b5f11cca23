import type { ComponentChildren } from 'preact';

/** A run of numbers in a picture of the sequence space. */
export interface Part {
  /** What it looks like; `edge`: a mark between two runs. */
  readonly look: 'out' | 'arrived' | 'lost' | 'unsent' | 'unread' | 'hole' | 'early' | 'edge';
  /** How many numbers it has; 0 for a mark. */
  readonly length: number;
  /** The numbers, as `101–200`; null: it is only drawn. */
  readonly range: string | null;
  readonly says: ComponentChildren;
}

/** Runs of numbers beside each other, in proportion as far as there is room, and the same as a list. */
export function Strip({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <>
      <div class="isl-strip" aria-hidden="true">
        {parts.map(({ look, length }, index) => (
          <span key={index} data-look={look} style={{ flexGrow: length }} />
        ))}
      </div>
      <ul class="isl-strip-list">
        {parts.map(({ look, range, says }, index) => (
          <li key={index}>
            <span class="isl-strip-key" data-look={look} aria-hidden="true" />
            {range !== null && <strong>{range}</strong>} {says}
          </li>
        ))}
      </ul>
    </>
  );
}
