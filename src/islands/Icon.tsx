/** Icons that are drawn as areas. */
const AREAS = {
  start: 'M5 4h2v12H5zM16 4v12l-8-6z',
  back: 'M14 4v12l-9-6z',
  step: 'M6 4v12l9-6z',
  end: 'M4 4v12l8-6zM13 4h2v12h-2z',
  reset: 'M10 4V1L5.5 5 10 9V6a4.5 4.5 0 1 1-4.5 4.5h-2A6.5 6.5 0 1 0 10 4z',
  right: 'M2 9h11V5l6 5-6 5v-4H2z',
  left: 'M18 9H7V5l-6 5 6 5v-4h11z',
  play: 'M5 3v14l11.5-7z',
  pause: 'M5 4h3.5v12H5zM11.5 4H15v12h-3.5z',
} as const;

/** Icons that are drawn as lines. */
const LINES = {
  lose: 'M1.5 10h8M11.5 6l6.5 8m0-8-6.5 8',
  delay: 'M10 6v4.25l2.75 1.75M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z',
  duplicate: 'M2.5 6.5h11m-3-3 3 3-3 3M6.5 13.5h11m-3-3 3 3-3 3',
  hold: 'M2 10h9.5m-3.5-3.5 3.5 3.5L8 13.5M16 4v12',
  release: 'M4 4v12M7.5 10h10m-3.5-3.5 3.5 3.5-3.5 3.5',
  deliver: 'M3.5 5l5 5-5 5M10.5 5l5 5-5 5',
  restore: 'M7 4 3.5 7.5 7 11M3.5 7.5H12a4 4 0 0 1 0 8H8',
  listen: 'M6.5 6.5a5 5 0 0 0 0 7M13.5 6.5a5 5 0 0 1 0 7M3.7 3.7a9 9 0 0 0 0 12.6M16.3 3.7a9 9 0 0 1 0 12.6M10 10h.01',
  connect: 'M7 10h6M7 10a2.25 2.25 0 1 1-4.5 0A2.25 2.25 0 0 1 7 10zM17.5 10a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0z',
  accept: 'm4 10.5 4 4 8-9',
  send: 'M17 3 3 8.5l6 2.5 2.5 6zM17 3l-8 8',
  urgent: 'M10 3.5v8.5M10 16h.01',
  close: 'M10 3v7M6 5.2a6.3 6.3 0 1 0 8 0',
  'close-both': 'M10 3v7M6 5.2a6.3 6.3 0 1 0 8 0M10 13.5h.01',
  abort: 'M11 2.5 4.5 11.5H10l-1 6 6.5-9H10z',
  read: 'M10 3v8.5M6.5 8l3.5 3.5L13.5 8M3.5 13v3.5h13V13',
  status: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM10 9.5v4M10 6.75h.01',
  crash: 'M16.5 10a6.5 6.5 0 1 1-2.2-4.9M16.5 2.5V6.5h-4',
  inject: 'M2.5 16h15M10 3v8.5M6.5 8l3.5 3.5L13.5 8',
  gallery: 'M3 3.5h5.5V9H3zM11.5 3.5H17V9h-5.5zM3 11.5h5.5V17H3zM11.5 11.5H17V17h-5.5z',
  editor: 'M3 5h9M3 10h14M3 15h6',
  settings: 'M3 6h6m4 0h4M3 14h3m4 0h7M13 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM10 14a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  cross: 'm5 5 10 10M15 5 5 15',
  undo: 'M7 4 3.5 7.5 7 11M3.5 7.5H12a4 4 0 0 1 0 8H8',
  redo: 'm13 4 3.5 3.5L13 11M16.5 7.5H8a4 4 0 0 0 0 8h4',
  share: 'M7.3 8.8l5.4-2.8M7.3 11.2l5.4 2.8M7.5 10a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0zM17 5a2.25 2.25 0 1 1-4.5 0A2.25 2.25 0 0 1 17 5zM17 15a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0z',
  help: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM8 8.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.2M10 13.75h.01',
} as const;

/** The names of the icons. */
export type IconName = keyof typeof AREAS | keyof typeof LINES;

interface Props {
  readonly name: IconName;
  /** What assistive technology says for it; nothing where a word stands beside it. */
  readonly label?: string;
}

const ALL: Readonly<Record<IconName, string>> = { ...AREAS, ...LINES };

/** A small picture: the page's font has no such character. */
export function Icon({ name, label }: Props) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg class="isl-icon" viewBox="0 0 20 20" width="18" height="18" focusable="false" {...named}>
      {name in LINES ? <path fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" d={ALL[name]} /> : <path fill="currentColor" d={ALL[name]} />}
    </svg>
  );
}
