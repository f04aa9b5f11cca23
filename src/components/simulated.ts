import { linkTo } from '../islands/link/link-to.ts';
import { toldOf } from '../islands/told-of.ts';
import { entered } from '../islands/stepping.ts';
import type { Words } from '../narration/sentence.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { packed } from '../simulation/packed.ts';
import { draw } from './drawing.ts';
import type { Language } from './language.ts';
import { scenarioRun, scriptRun } from './scenario-run.ts';
import { withBase } from './with-base.ts';
import { messagesIn } from './words.ts';

/** What a lesson says of a simulation; either `scenario` or `script`. */
export interface SimulationProps {
  /** The name of a file in content/scenarios. */
  readonly scenario?: string;
  /** A scenario, written out. */
  readonly script?: string;
  readonly title: string;
}

/** A simulation as a page has it before anyone touches it. */
export interface Simulated {
  readonly scenario: Scenario;
  /** Its run, packed. */
  readonly run: string;
  /** What tells that run in the page's language, beyond what every island says. */
  readonly told: Words;
  /** The figure of the whole run. */
  readonly svg: string;
  /** The address of the Lab, with this run. */
  readonly lab: string;
}

/** Runs and draws a simulation of a lesson; `id` is unique on its page. */
export async function simulated({ scenario = '', script, title }: SimulationProps, language: Language, id: string): Promise<Simulated> {
  const trace = script === undefined ? scenarioRun(scenario) : scriptRun(script);
  const { svg } = await draw({ trace, language, id, title });
  const link = await linkTo(entered(trace), { view: 'ladder', selected: null, compared: null });
  return { scenario: trace.scenario, run: packed(trace), told: toldOf(trace, messagesIn(language)), svg, lab: withBase(`${language}/lab/`, import.meta.env.BASE_URL) + link };
}
