import { KINDS } from '../exercise/exercise.ts';
import { asksIn, type Ask } from './ask/asks.ts';
import { repeatedExercises } from './exercise-id.ts';
import { problemsIn } from './fault.ts';
import { nearest } from './nearest.ts';
import type { Trace } from '../simulation/trace.ts';
import { COMPONENTS, ONE_OF, STARLIGHT_COMPONENTS } from './components.ts';
import { placeAt, type ContentProblem } from './problem.ts';
import { describe, example, fits, guess, type PropRule } from './props.ts';
import type { CheckedScenario } from './scenario.ts';
import { scriptProblems } from './script.ts';
import { repeatedTerms } from './terms.ts';
import type { Tree } from './tree.ts';
import { allUsesIn, ownNames, usesIn, type Use, type WrittenProp } from './uses.ts';

/** What a lesson is checked against. */
export interface Library {
  /** The names of all scenarios. */
  readonly names: readonly string[];
  /** The scenario of this name; null where there is none. */
  readonly scenario: (name: string) => CheckedScenario | null;
  /** The names of the terms of the glossary. */
  readonly terms: readonly string[];
  /** The misconceptions that the course knows by name. */
  readonly misconceptions: readonly string[];
  /** Whether an exercise of this kind can be made from this run. */
  readonly applies: (kind: string, trace: Trace, seed: number) => boolean;
}

/** A lesson, judged. */
export interface CheckedLesson {
  readonly problems: readonly ContentProblem[];
  /** The components of the course and of Starlight that the lesson uses without importing them. */
  readonly components: readonly string[];
  /** Whether a simulation of it may have more than its quiet controls. */
  readonly hasControls: boolean;
  /** The questions that its author has written. */
  readonly asks: readonly Ask[];
}

/** Checks every use of a component in the text of a lesson: its name, its props and their values, its scenario. */
export function checkLesson(text: string, file: string, library: Library): CheckedLesson {
  const own = ownNames(text);
  const uses = usesIn(text).filter(({ name }) => !own.includes(name.split('.')[0] ?? name));
  const problemAt = (offset: number, message: string, hint: string): ContentProblem => ({ file, ...placeAt(text, offset), message, hint });
  const isKnown = ({ name }: Use) => name in COMPONENTS || STARLIGHT_COMPONENTS.includes(name);
  const asks = uses.some(({ name }) => name === 'Ask') ? asksIn(text, library) : [];
  return {
    problems: [
      ...uses.flatMap((use) => (isKnown(use) ? [...problemsOf(use, library, problemAt), ...scriptProblems(use, text, file)] : [unknownComponent(use, problemAt)])),
      ...problemsIn(file, text, [...repeatedTerms(text, uses), ...repeatedExercises(uses, text, library), ...asks.flatMap(({ faults }) => faults)]),
    ],
    components: [...new Set(uses.filter(isKnown).map(({ name }) => name))],
    hasControls: uses.some(({ name, props, spreads }) => name === 'Simulation' && (spreads || props.some((prop) => prop.name === 'controls'))),
    asks,
  };
}

/** The names of the scenarios that a lesson uses, known or not. */
export function scenariosIn(tree: Tree, text: string): readonly string[] {
  return [...new Set(allUsesIn(tree, text).flatMap(({ props }) => props.flatMap(({ name, value }) => (name === 'scenario' && typeof value === 'string' ? [value] : []))))];
}

type ProblemAt = (offset: number, message: string, hint: string) => ContentProblem;

function unknownComponent({ name, offset }: Use, problemAt: ProblemAt): ContentProblem {
  const known = [...Object.keys(COMPONENTS), ...STARLIGHT_COMPONENTS];
  return problemAt(offset, `There is no component <${name}>.`, `Did you mean <${nearest(name, known)}>? The course has ${Object.keys(COMPONENTS).join(', ')}.`);
}

function problemsOf(use: Use, library: Library, problemAt: ProblemAt): readonly ContentProblem[] {
  const rules = COMPONENTS[use.name];
  if (rules === undefined) return [];
  const meant = use.props.filter(({ name }) => rules[name] === undefined).map(({ name }) => nearest(name, Object.keys(rules)));
  const missing = Object.entries(rules).flatMap(([prop, { kind, required }]) =>
    // A name that is mistyped is told once, as what it is.
    required && !use.spreads && !meant.includes(prop) && !use.props.some(({ name }) => name === prop)
      ? [problemAt(use.offset, `<${use.name}> needs “${prop}”.`, `Write ${prop}=${example(kind)}: ${describe(kind)}.`)]
      : [],
  );
  const wrong = use.props.flatMap((prop) => wrongProp(use, prop, rules[prop.name], Object.keys(rules), problemAt));
  return [...missing, ...oneOf(use, meant, problemAt), ...wrong, ...unknownTerms(use, library, problemAt), ...scenarioProblems(use, library, problemAt)];
}

/** The one of two that has to be there. */
function oneOf(use: Use, meant: readonly string[], problemAt: ProblemAt): readonly ContentProblem[] {
  const pair = ONE_OF[use.name];
  const rules = COMPONENTS[use.name];
  if (pair === undefined || rules === undefined) return [];
  const there = use.props.filter(({ name }) => pair.includes(name));
  const [, second] = there;
  const [one, other] = pair;
  if (second !== undefined) return [problemAt(second.offset, `<${use.name}> has both “${one}” and “${other}”.`, 'Leave one of them out.')];
  if (there.length > 0 || use.spreads || pair.some((name) => meant.includes(name))) return [];
  const how = pair.flatMap((name) => (rules[name] === undefined ? [] : [`${name}=${example(rules[name].kind)}: ${describe(rules[name].kind)}`]));
  return [problemAt(use.offset, `<${use.name}> needs “${one}” or “${other}”.`, `Write ${how.join('; or ')}.`)];
}

function wrongProp(use: Use, prop: WrittenProp, rule: PropRule | undefined, known: readonly string[], problemAt: ProblemAt): readonly ContentProblem[] {
  if (rule === undefined) {
    const hint = known.length === 0 ? `<${use.name}> takes none.` : `Did you mean “${nearest(prop.name, known)}”? <${use.name}> takes ${known.join(', ')}.`;
    return [problemAt(prop.offset, `<${use.name}> has no “${prop.name}”.`, hint)];
  }
  if (prop.value === undefined || fits(prop.value, rule.kind)) return [];
  const hint = [guess(prop.value, rule.kind), `It has to be ${describe(rule.kind)}.`].join(' ').trim();
  return [problemAt(prop.offset, `“${prop.name}” of <${use.name}> cannot be ${JSON.stringify(prop.value)}.`, hint)];
}

function unknownTerms(use: Use, { terms }: Library, problemAt: ProblemAt): readonly ContentProblem[] {
  return use.props.flatMap(({ name, value, offset }) => {
    if (COMPONENTS[use.name]?.[name]?.kind.type !== 'term' || typeof value !== 'string' || value.trim() === '' || terms.includes(value)) return [];
    return [problemAt(offset, `There is no term “${value}”.`, `Did you mean “${nearest(value, terms)}”? Terms stand in content/glossary.json.`)];
  });
}

function scenarioProblems(use: Use, library: Library, problemAt: ProblemAt): readonly ContentProblem[] {
  const written = new Map(use.props.map((prop) => [prop.name, prop]));
  const prop = written.get('scenario');
  if (prop === undefined || typeof prop.value !== 'string' || prop.value.trim() === '' || COMPONENTS[use.name]?.['scenario'] === undefined) return [];
  const checked = library.scenario(prop.value);
  if (checked === null) return [problemAt(prop.offset, `There is no scenario “${prop.value}”.`, `Did you mean “${nearest(prop.value, library.names)}”? Scenarios are the files in content/scenarios.`)];
  const { trace } = checked;
  if (trace === null || checked.problems.length > 0) return checked.problems;
  const [kind, seed, host] = [written.get('kind'), written.get('seed'), written.get('host')];
  const names = [trace.scenario.hosts.A.name, trace.scenario.hosts.B.name];
  if (typeof host?.value === 'string' && !names.includes(host.value)) {
    return [problemAt(host.offset, `The scenario “${prop.value}” has no host “${host.value}”.`, `Its hosts are ${names.join(' and ')}.`)];
  }
  if (use.name !== 'Exercise' || typeof kind?.value !== 'string' || !KINDS.some((known) => known === kind.value)) return [];
  return library.applies(kind.value, trace, typeof seed?.value === 'number' ? seed.value : 1)
    ? []
    : [problemAt(kind.offset, `No exercise of the kind “${kind.value}” can be made from the scenario “${prop.value}”.`, 'Choose another kind, or a scenario in which more happens.')];
}
