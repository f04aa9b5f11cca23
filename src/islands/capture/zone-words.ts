import { loadWordsHere } from '../messages.ts';

await loadWordsHere('zone');
