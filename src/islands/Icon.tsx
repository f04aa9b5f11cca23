const PATHS = {
  start: 'M5 4h2v12H5zM16 4v12l-8-6z',
  back: 'M14 4v12l-9-6z',
  step: 'M6 4v12l9-6z',
  end: 'M4 4v12l8-6zM13 4h2v12h-2z',
  reset: 'M10 4V1L5.5 5 10 9V6a4.5 4.5 0 1 1-4.5 4.5h-2A6.5 6.5 0 1 0 10 4z',
  right: 'M2 9h11V5l6 5-6 5v-4H2z',
  left: 'M18 9H7V5l-6 5 6 5v-4h11z',
} as const;

/** The names of the icons. */
export type IconName = keyof typeof PATHS;

interface Props {
  readonly name: IconName;
  /** What assistive technology says for it; nothing where a word stands beside it. */
  readonly label?: string;
}

/** A small picture: the page's font has no such character. */
export function Icon({ name, label }: Props) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg class="isl-icon" viewBox="0 0 20 20" width="18" height="18" focusable="false" {...named}>
      <path fill="currentColor" d={PATHS[name]} />
    </svg>
  );
}
