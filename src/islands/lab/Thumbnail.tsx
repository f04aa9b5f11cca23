const WIDTH = 56;
const HEIGHT = 40;
/** How much lower a segment arrives than it leaves. */
const SLANT = 3;

interface Props {
  /** As GalleryScenario has them: `a` of host A, `b` of host B, a capital for a lost one. */
  readonly segments: string;
}

/** A run at a glance: both hosts, and a stroke for each segment from the side that sent it; a lost one ends in a cross halfway. */
export function Thumbnail({ segments }: Props) {
  const room = HEIGHT - 8 - SLANT;
  const apart = Math.min(7, room / Math.max(1, segments.length - 1));
  return (
    <svg class="isl-thumb" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false" data-dense={apart < 3}>
      <path class="isl-thumb-a" d={`M4 1V${HEIGHT - 1}`} />
      <path class="isl-thumb-b" d={`M${WIDTH - 4} 1V${HEIGHT - 1}`} />
      {segments.split('').map((letter, at) => (
        <path key={at} class={`isl-thumb-${letter.toLowerCase()}`} d={stroke(letter, 4 + at * apart, apart)} />
      ))}
    </svg>
  );
}

function stroke(letter: string, y: number, apart: number): string {
  const toRight = letter.toLowerCase() === 'a';
  const isLost = letter !== letter.toLowerCase();
  const [from, to] = toRight ? [4, WIDTH - 4] : [WIDTH - 4, 4];
  const half = isLost ? 0.5 : 1;
  const [x, end] = [from + (to - from) * half, y + SLANT * half];
  const arm = Math.min(3, Math.max(1.5, apart / 2));
  const cross = `M${x - arm} ${end - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`;
  return `M${from} ${y}L${x} ${end}${isLost ? cross : ''}`;
}
