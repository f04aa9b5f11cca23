import { expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace, courseWords } from '../../../test/course-traces.ts';
import { timers } from '../../inspection/timers.ts';
import { variables } from '../../inspection/variables.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { run } from '../../simulation/run.ts';
import { PROFILE_NAMES } from '../../tcp/profile.ts';
import { STATES } from '../../tcp/state.ts';

/** The keys of the words that the panel composes for what any course scenario shows under any profile. */
function composed(): ReadonlySet<string> {
  const keys = new Set(STATES.map((state) => `state.${state}`));
  for (const name of COURSE_SCENARIOS) {
    for (const profile of PROFILE_NAMES) {
      const trace = run({ ...courseTrace(name).scenario, profile });
      for (const host of HOST_IDS) {
        for (let shown = 0; shown <= trace.moments.length; shown += 1) {
          for (const row of variables(trace, host, shown)) {
            if (row.id !== 'state') keys.add(`var.${row.id}`);
            if (row.name === null) keys.add(`name.${row.id}`);
            if (row.id === 'snd.fin' || row.id === 'phase') keys.add(`value.${row.value}`);
          }
          for (const { kind } of timers(trace, host, shown)) {
            keys.add(`timer.${kind}`);
            keys.add(`when.${kind}`);
          }
        }
      }
    }
  }
  return keys;
}

test.each(['en', 'ko'] as const)('%s has a sentence for every state, variable and timer that a scenario shows, and a word for its value', (language) => {
  const words = courseWords(language);
  expect([...composed()].filter((key) => words[`lab.inside.${key}`] === undefined)).toEqual([]);
});
