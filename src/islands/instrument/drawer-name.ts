/** The drawers of the Lab, in the order of their buttons. */
export const DRAWERS = ['gallery', 'editor', 'settings'] as const;

/** One of the drawers. */
export type DrawerName = (typeof DRAWERS)[number];
