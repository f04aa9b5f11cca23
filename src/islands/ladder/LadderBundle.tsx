import type { Bundle } from './bundle.ts';

interface Props {
  readonly bundle: Bundle;
  /** The id of the one flight that it is, where that stands out: the pointer is at it, or the reader has chosen it. */
  readonly flight?: number;
  readonly isChosen?: boolean;
}

/** Segments that look alike. */
export function LadderBundle({ bundle: { look, ahead, line, origins, crosses, tips, bodies, pauses }, flight, isChosen = false }: Props) {
  return (
    <g class={look} data-flight={flight}>
      {ahead !== '' && <path class="isl-ladder-ahead" d={ahead} />}
      {isChosen && <path class="isl-ladder-halo" d={line} />}
      <path class="isl-ladder-line" d={line} />
      {origins !== '' && <path class="isl-ladder-origin" d={origins} />}
      {crosses !== '' && <path class="isl-ladder-cross" d={crosses} />}
      {tips !== '' && <path class="isl-ladder-tip" d={tips} />}
      {bodies !== '' && <path class="isl-ladder-body" d={bodies} />}
      {pauses !== '' && <path class="isl-ladder-pause" d={pauses} />}
    </g>
  );
}
