const PATHS = {
  same: 'M4 7.5h12M4 12.5h12',
  differs: 'M4 7.5h12M4 12.5h12M14 3 6 17',
  time: 'M10 3a7 7 0 1 0 .01 0M10 6v4.2l3 1.8',
  one: 'M4 10h12',
  other: 'M4 10h12M10 4v12',
} as const;

/** How two things stand to each other: the same, different, different in time only, or only one of them there. */
export type Standing = keyof typeof PATHS;

/** The sign for it: =, ≠, a clock, − for what only the first run has, + for what only the second has. The words stand beside it. */
export function Sign({ is }: { readonly is: Standing }) {
  return (
    <svg class="isl-compare-sign" viewBox="0 0 20 20" width="18" height="18" focusable="false" aria-hidden="true" data-is={is}>
      <path d={PATHS[is]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}
