import { loadWordsHere } from '../messages.ts';

await Promise.all([loadWordsHere('capture'), loadWordsHere('lab'), loadWordsHere('diagram')]);
