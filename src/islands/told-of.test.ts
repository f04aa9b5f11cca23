import fc from 'fast-check';
import { expect, test } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import ko from '../../content/i18n/ko.json' with { type: 'json' };
import { inGeneral } from '../narration/in-general.ts';
import { reasonsOf } from '../narration/reason.ts';
import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';
import { faultyScenario } from '../simulation/arbitrary.ts';
import { run } from '../simulation/run.ts';
import type { Trace } from '../simulation/trace.ts';
import { diagramWords } from './diagram-words.ts';
import { drawnRows } from './rows.ts';
import { toldOf } from './told-of.ts';

/** What every island says. */
const ofAll = (words: Words): Words => Object.fromEntries(Object.entries(words).filter(([key]) => /^(?:island|narration)\./.test(key)));

const everything = (trace: Trace, words: Words) =>
  [trace.moments.length, ...trace.moments.keys()].map((until) => {
    const moment = trace.moments[until];
    const reasons = moment?.kind === 'endpoint' ? reasonsOf(moment, trace) : [];
    return { rows: drawnRows(trace, diagramWords(words), until), why: reasons.map(({ rule, sentence }) => [say(sentence, words), inGeneral(rule, words)]) };
  });

test.each([['en', en], ['ko', ko]] as const)('with what a run is told by, every moment of it reads as with all the words (%s)', (_, all: Words) => {
  fc.assert(
    fc.property(faultyScenario({ A: 100, B: 300 }), (scenario) => {
      const trace = run(scenario);
      const told = toldOf(trace, all);
      expect(everything(trace, { ...ofAll(all), ...told })).toEqual(everything(trace, all));
      expect(Object.keys(told).length).toBeLessThan(Object.keys(all).filter((key) => key.startsWith('rule.')).length);
    }),
    { numRuns: 12 },
  );
});
