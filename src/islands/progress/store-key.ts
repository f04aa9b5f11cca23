/** Where a reader's progress is kept on their device. */
export const STORE_KEY = 'handshake-lab:progress';

/** How the keys begin under which records are kept that could not be read. */
export const ASIDE = `${STORE_KEY}:unreadable-`;
