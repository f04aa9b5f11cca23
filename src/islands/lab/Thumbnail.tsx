import { THUMBNAIL, type Thumbnail as Drawn } from '../../diagram/thumbnail/thumbnail.ts';
import './thumbnail.css';

interface Props {
  readonly of: Drawn;
  /** What it shows, for whoever does not see it; without it what stands beside it says enough. */
  readonly told?: string;
}

/** A run at a glance. */
export function Thumbnail({ of, told }: Props) {
  const { width, height } = THUMBNAIL;
  const spoken = told === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': told } as const);
  return (
    <svg class="isl-thumb" viewBox={`0 0 ${width} ${height}`} width={width} height={height} data-dense={of.isDense ? '' : undefined} focusable="false" {...spoken}>
      {of.strokes.map(({ look, d }) => (
        <path key={look} class={look} d={d} />
      ))}
    </svg>
  );
}
