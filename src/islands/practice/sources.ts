import type { Source } from '../../exercise/pool.ts';
import { print } from '../../scenario/print.ts';
import { run } from '../../simulation/run.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { loadGallery } from '../lab/gallery.ts';
import type { Lang } from '../messages.ts';

/** A scenario of the course as practice knows it; it is run when something is first made of it. */
class CourseSource implements Source {
  readonly name: string;
  readonly scenario: Scenario;
  #trace: Trace | null = null;

  constructor(name: string, scenario: Scenario) {
    this.name = name;
    this.scenario = scenario;
  }

  get trace(): Trace {
    this.#trace ??= run(this.scenario);
    return this.#trace;
  }
}

/** The scenario of a source in the notation. */
export function textOf({ scenario }: Source): string {
  return print(scenario);
}

/** All scenarios of the course, in the same order in every language; rejects where they cannot be fetched. */
export async function loadSources(lang: Lang): Promise<readonly Source[]> {
  const groups = await loadGallery(lang);
  return groups.flatMap(({ scenarios }) => scenarios.map(({ name, scenario }) => new CourseSource(name, scenario)));
}
