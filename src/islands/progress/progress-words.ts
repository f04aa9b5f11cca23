import { loadWordsHere } from '../messages.ts';

await Promise.all([loadWordsHere('progress'), loadWordsHere('topics'), loadWordsHere('marks')]);
