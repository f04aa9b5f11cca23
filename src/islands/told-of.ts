import { GENERAL } from '../narration/in-general.ts';
import type { Words } from '../narration/sentence.ts';
import type { Trace } from '../simulation/trace.ts';
import { diagramWords } from './diagram-words.ts';
import { drawnRows } from './rows.ts';

/** What an island needs of `words` to tell this run from its first moment to its last, beyond what every island says: why each moment happened, and what its diagram says on the way. */
export function toldOf(trace: Trace, words: Words): Words {
  const asked = new Set<string>([...GENERAL, ...trace.moments.flatMap((moment) => (moment.kind === 'endpoint' ? moment.because.map((rule) => `rule.${rule}`) : []))]);
  const say = diagramWords(words);
  const heard: typeof say = (key, params) => {
    asked.add(key);
    return say(key, params);
  };
  for (let until = 0; until <= trace.moments.length; until += 1) drawnRows(trace, heard, until);
  return Object.fromEntries([...asked].sort().flatMap((key) => (words[key] === undefined ? [] : [[key, words[key]]])));
}
