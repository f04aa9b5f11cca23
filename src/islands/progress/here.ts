import { createStore } from './store.ts';

/** Progress on this device, as this page knows it; it hears of what other open pages write. */
export const store = createStore(() => localStorage);

addEventListener('storage', ({ storageArea }) => {
  // Whoever asks for a blocked storage gets an error; but then nothing is heard of it either.
  if (storageArea === localStorage) store.look();
});

// A page that comes back from the browser's memory has heard nothing in the meantime.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) store.look();
});
