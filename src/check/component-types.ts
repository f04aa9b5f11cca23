import { COMPONENTS, ONE_OF, STARLIGHT_COMPONENTS } from './components.ts';
import { describe, type PropKind, type PropRule } from './props.ts';

/** What each component of the course is, in a few words. */
export const ABOUT: Readonly<Record<string, string>> = {
  Goals: 'A list: what a reader will have learnt.',
  Question: 'The question that the next figure answers.',
  Recap: 'A list: what to remember.',
  HeaderDiagram: 'The TCP header, to the bit.',
  FlagBits: 'The octet of the control bits.',
  Cite: 'A link to a clause: of RFC 9293, or of the RFC that `rfc` names.',
  Figure: 'A run, drawn: its segments, or the way of one host through the states. What stands inside is its caption.',
  Count: 'A number that the build counts.',
  RequirementTable: 'Every requirement of RFC 9293, and what the engine does about it.',
  ProfileTable: 'Every switch of the profiles.',
  RuleTable: 'Every rule of the engine.',
  FirstByte: 'How many round trips pass until a request leaves, with TCP, TLS and QUIC side by side.',
  WindowChart: 'Over the time of a run: what the sender might send, and what is in flight.',
  Term: 'A word with its definition from the glossary.',
  Glossary: 'Every term of the course.',
  Recording: 'What a real system recorded, beside the run of the engine.',
  RealLinux: 'What a real Linux did, folded up beside a figure, and where the engine parts from it.',
  RecordingTable: 'Every recording of a real Linux, and whether the engine does the same.',
  HowLinuxDiffers: 'What of a lesson Linux does otherwise, by the values of the profiles.',
  StateTable: 'Every state of a connection: its ways in and out, and where one meets it.',
  CheatSheet: 'What one looks up of TCP, on one sheet of paper.',
  FinalExam: 'The exam over the whole course, made when a reader begins it.',
  KeyTable: 'Every key of the simulator.',
  Lab: 'The whole simulator.',
  ReadCapture: 'Reads a capture of the reader’s on their device.',
  Gallery: 'Every scenario of the course.',
  Practice: 'Questions from the whole course.',
  Progress: 'What the reader has read, answered and mastered.',
  Simulation: 'A run that the reader steps through and breaks; more with `controls`.',
  Exercise: 'A question that the engine makes of a run, and judges.',
  BeTheEndpoint: 'A conversation in which the reader is one TCP and the engine the other.',
  Ask: 'A question of your own: a paragraph, and a list of answers with feedback below each.',
};

/** What the course has names for. */
export interface Names {
  readonly scenarios: readonly string[];
  readonly terms: readonly string[];
}

/** A declaration file that tells editors of MDX what lessons may use without importing it: each component with its props, what they mean and what they can be. Made from the same tables that lessons are checked against. */
export function componentTypes(names: Names): string {
  const own = Object.entries(COMPONENTS).map(([name, rules]) => `  /** ${ABOUT[name] ?? ''} */\n  ${name}: (props: ${propsOf(name, rules)}) => import('preact').JSX.Element;`);
  // Their types are in .astro files, which only Astro's own tools can read.
  const theirs = STARLIGHT_COMPONENTS.map((name) => `  /** Of Starlight: https://starlight.astro.build/components/using-components/ */\n  ${name}: (props: { [prop: string]: unknown; children?: import('preact').ComponentChildren }) => import('preact').JSX.Element;`);
  return `type CourseScenario = ${union(names.scenarios)};
type CourseTerm = ${union(names.terms)};

interface MDXProvidedComponents {
${[...own, ...theirs].join('\n')}
}
`;
}

function union(choices: readonly string[]): string {
  return choices.length === 0 ? 'string' : choices.map((choice) => JSON.stringify(choice)).join(' | ');
}

/** The type of a component's props; of two of which one has to be there, either. */
function propsOf(name: string, rules: Readonly<Record<string, PropRule>>): string {
  const pair: readonly string[] = ONE_OF[name] ?? [];
  const line = (prop: string, { kind, required }: PropRule) => `    /** ${described(kind)} */\n    ${prop}${required ? '' : '?'}: ${typeOf(kind)};\n`;
  const usual = Object.entries(rules).filter(([prop]) => !pair.includes(prop)).map(([prop, rule]) => line(prop, rule));
  const all = `{\n${usual.join('')}    children?: import('preact').ComponentChildren;\n  }`;
  const either = pair.map((one) => `{\n${pair.map((prop) => (rules[prop] === undefined ? '' : prop === one ? line(prop, { ...rules[prop], required: true }) : `    ${prop}?: never;\n`)).join('')}  }`);
  return either.length === 0 ? all : `${all} & (${either.join(' | ')})`;
}

function described(kind: PropKind): string {
  const text = describe(kind);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function typeOf(kind: PropKind): string {
  switch (kind.type) {
    case 'number':
      return 'number';
    case 'choice':
      return union(kind.of);
    case 'scenario':
      return 'CourseScenario';
    case 'term':
      return 'CourseTerm';
    case 'text':
    case 'name':
    case 'flags':
    case 'section':
    case 'script':
    case 'controls':
    case 'recording':
    case 'switches':
    case 'host':
      return 'string';
  }
}
