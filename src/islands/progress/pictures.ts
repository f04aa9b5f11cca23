const RING = '<circle cx="10" cy="10" r="6.75" fill="none"/>';
const DISC = '<circle cx="10" cy="10" r="8.25" fill="currentColor" stroke="none"/>';

/** How far a lesson or an exercise has come, as the inside of an SVG of 20 by 20: told apart by their shapes. */
export const PICTURES = {
  new: RING,
  begun: `${RING}<path d="M10 5.75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor" stroke="none"/>`,
  read: '<path d="m3.5 10.5 4.25 4.25 8.75-9.5" fill="none"/>',
  done: `${DISC}<path class="hl-cut" d="m6 10.4 2.8 2.8 5.2-6" fill="none"/>`,
  open: RING,
  right: `${DISC}<path class="hl-cut" d="m6 10.4 2.8 2.8 5.2-6" fill="none"/>`,
  wrong: `${RING}<path d="m7.4 7.4 5.2 5.2m0-5.2-5.2 5.2" fill="none"/>`,
} as const;

/** The names of the pictures. */
export type PictureName = keyof typeof PICTURES;
