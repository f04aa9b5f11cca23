import { COUNTED } from '../components/counted.ts';
import { KINDS } from '../exercise/exercise.ts';
import { TASKS } from '../exercise/partner/task.ts';
import { TOPICS } from '../exercise/topic.ts';
import { ANSWERS } from './ask/form.ts';
import type { PropKind, PropRule } from './props.ts';

/** The views that a figure can have. */
export const FIGURE_VIEWS = ['sequence', 'states'] as const;

/** Whose window a chart can draw. */
const WINDOW_LIMITS = ['window', 'congestion'] as const;

const must = (kind: PropKind): PropRule => ({ kind, required: true });
const may = (kind: PropKind): PropRule => ({ kind, required: false });

/** The components of the course, which lessons use without importing them, and the props of each. */
export const COMPONENTS: Readonly<Record<string, Readonly<Record<string, PropRule>>>> = {
  Goals: {},
  Question: {},
  Recap: {},
  HeaderDiagram: {},
  FlagBits: { flags: must({ type: 'flags' }) },
  Cite: { section: may({ type: 'section' }), rfc: may({ type: 'number', least: 1 }) },
  Figure: {
    scenario: must({ type: 'scenario' }),
    title: must({ type: 'text' }),
    view: may({ type: 'choice', of: FIGURE_VIEWS }),
    host: may({ type: 'host' }),
  },
  Count: { of: must({ type: 'choice', of: COUNTED }) },
  RequirementTable: {},
  ProfileTable: {},
  RuleTable: {},
  FirstByte: { title: must({ type: 'text' }) },
  WindowChart: {
    scenario: must({ type: 'scenario' }),
    title: must({ type: 'text' }),
    limit: must({ type: 'choice', of: WINDOW_LIMITS }),
    host: may({ type: 'host' }),
  },
  Term: { name: must({ type: 'term' }) },
  Glossary: {},
  Recording: {
    name: must({ type: 'recording' }),
    title: must({ type: 'text' }),
    at: may({ type: 'choice', of: ['client', 'server'] }),
    numbers: may({ type: 'choice', of: ['relative', 'real'] }),
    as: may({ type: 'choice', of: ['table', 'tcpdump'] }),
  },
  RealLinux: { name: must({ type: 'recording' }) },
  RecordingTable: {},
  HowLinuxDiffers: { of: must({ type: 'switches' }) },
  StateTable: {},
  CheatSheet: {},
  FinalExam: {},
  KeyTable: {},
  Lab: {},
  ReadCapture: {},
  Gallery: {},
  Practice: {},
  Progress: {},
  Simulation: { scenario: may({ type: 'scenario' }), script: may({ type: 'script' }), title: must({ type: 'text' }), controls: may({ type: 'controls' }) },
  Exercise: {
    scenario: must({ type: 'scenario' }),
    kind: must({ type: 'choice', of: KINDS }),
    seed: may({ type: 'number', least: 0 }),
  },
  BeTheEndpoint: { task: must({ type: 'choice', of: TASKS }), seed: may({ type: 'number', least: 0 }) },
  Ask: {
    id: must({ type: 'name' }),
    topic: must({ type: 'choice', of: TOPICS }),
    hint: must({ type: 'text' }),
    difficulty: may({ type: 'number', least: 1, most: 3 }),
    answer: may({ type: 'choice', of: ANSWERS }),
    scenario: may({ type: 'scenario' }),
  },
};

/** Of these props of a component exactly one has to be there. */
export const ONE_OF: Readonly<Record<string, readonly [string, string]>> = { Simulation: ['scenario', 'script'] };

/** Starlight's own components that lessons may use without importing them. */
export const STARLIGHT_COMPONENTS: readonly string[] = ['Aside', 'Badge', 'Card', 'CardGrid', 'FileTree', 'Icon', 'LinkButton', 'LinkCard', 'Steps', 'TabItem', 'Tabs'];
