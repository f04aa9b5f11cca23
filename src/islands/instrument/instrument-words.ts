import { loadWordsHere } from '../messages.ts';

await loadWordsHere('lab');
await loadWordsHere('diagram');
