/** How wide every sequence diagram is, px: what a phone of 360 px leaves beside the margins. */
export const WIDTH = 328;

/** Where the two life lines stand, px. */
export const LIFE = { A: 55, B: 273 } as const;
