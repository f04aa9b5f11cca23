import { loadWordsHere } from '../messages.ts';

await Promise.all([loadWordsHere('practice'), loadWordsHere('topics')]);
