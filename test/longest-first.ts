import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first. */
const LONGEST = ['phone', 'desktop', 'exercise-opening', 'instructor', 'simulation', 'exercise-other-forms', 'read-a-capture', 'embed', 'make-exercise', 'random-runs', 'browser', 'sequence-layout'];

function rank({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at < 0 ? LONGEST.length : at;
}

/** Begins with what takes longest, so that no core is idle while the last file runs; a file's size, which else decides where nothing is known of earlier runs, says little of a test that is put to every page. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
