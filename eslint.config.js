import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import a11y from 'eslint-plugin-jsx-a11y-x';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const BELOW_SCENARIO = ['tcp', 'simulation', 'scenario'];
const FOLDS = ['wire', 'capture', 'inspection', 'diagram', 'narration', 'exercise', 'packetdrill', 'recording'];

/** Which rooms each room may import, itself always: the one place where the architecture's arrow is written down. */
const MAY_IMPORT = {
  tcp: [],
  simulation: ['tcp'],
  scenario: ['tcp', 'simulation'],
  wire: BELOW_SCENARIO,
  capture: [...BELOW_SCENARIO, 'wire', 'narration'],
  inspection: BELOW_SCENARIO,
  diagram: BELOW_SCENARIO,
  narration: BELOW_SCENARIO,
  exercise: [...BELOW_SCENARIO, 'narration', 'wire', 'diagram'],
  packetdrill: BELOW_SCENARIO,
  recording: BELOW_SCENARIO,
  fidelity: ['tcp'],
  progress: [],
  components: [...BELOW_SCENARIO, ...FOLDS, 'fidelity', 'progress', 'islands'],
  islands: [...BELOW_SCENARIO, ...FOLDS, 'progress'],
  check: [...BELOW_SCENARIO, ...FOLDS, 'components', 'islands'],
  site: [...BELOW_SCENARIO, ...FOLDS, 'fidelity', 'progress', 'components', 'islands', 'check'],
  cli: [...BELOW_SCENARIO, ...FOLDS, 'components', 'check'],
};

const PURE = ['tcp', 'simulation', 'scenario', 'wire', 'capture', 'inspection', 'diagram', 'narration', 'exercise', 'packetdrill', 'recording', 'progress'];
const PURE_FILES = PURE.map((room) => `src/${room}/**/*.ts`);
/** Tests, and what makes arbitrary values for them. */
const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/arbitrary.ts', 'test/**'];

/** Packages that are as pure as the rooms: functions of their arguments. */
const PURE_PACKAGES = ['leven', '@noble/hashes/(?:sha2|utils)\\.js', 'valibot', 'ts-fsrs', 'fflate'];

/** Clocks, chance, timers, the page and the machine: what a pure room has none of. */
const IMPURE_GLOBALS = [
  ...['Date', 'performance', 'Temporal', 'crypto'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'requestIdleCallback'],
  ...['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'self', 'globalThis'],
  ...['process', 'Buffer', 'global', '__dirname', '__filename', 'fetch', 'console', 'Worker', 'structuredClone'],
];

const IMPURE = {
  'no-restricted-globals': ['error', ...IMPURE_GLOBALS.map((name) => ({ name, message: 'This room is pure: no clock, chance, page or machine. Pass it in, or do it in an edge.' }))],
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'This room is pure: take a seeded generator as a parameter.' }],
  'no-restricted-imports': ['error', { patterns: [{ regex: `^(?!\\.|(?:${PURE_PACKAGES.join('|')})$)`, message: 'This room is pure: it imports its own project, and packages that are pure themselves (PURE_PACKAGES).' }] }],
  'no-restricted-syntax': [
    'error',
    { selector: 'ImportExpression', message: 'This room is pure: it loads nothing while it runs.' },
    { selector: 'AwaitExpression', message: 'This room is pure: nothing in it waits.' },
    { selector: 'MetaProperty[meta.name="import"]', message: 'This room is pure: it does not know where it stands.' },
  ],
};

export default defineConfig(
  globalIgnores(['dist/', 'lib/', '.astro/', '.cache/', 'node_modules/', 'public/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers and the notation's words are written into texts everywhere; objects and null still may not be.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.astro'],
    extends: [astro.configs.recommended, astro.configs['jsx-a11y-strict']],
    rules: {
      // What scrolls by itself must be reachable by keyboard: a named group (axe: scrollable-region-focusable).
      'astro/jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['group', 'region'], tags: [] }],
    },
  },
  { files: ['**/*.tsx'], extends: [a11y.configs.strict] },
  {
    files: ['**/*.{ts,tsx,astro,js,mjs}'],
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  {
    files: ['src/**/*.{ts,tsx,astro}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
      'boundaries/elements': [{ type: 'room', pattern: 'src/*', capture: ['name'] }],
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import'],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: '"{{from.captured.name}}" may not import from "{{to.captured.name}}": imports run downwards only (ARCHITECTURE.md, Rooms).',
          policies: [
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
            ...Object.entries(MAY_IMPORT).map(([name, others]) => ({
              from: { element: { type: 'room', captured: { name } } },
              allow: { to: { element: { type: 'room', captured: { name: [name, ...others] } } } },
            })),
          ],
        },
      ],
    },
  },
  { files: PURE_FILES, ignores: ['src/diagram/edge/**', ...TESTS], rules: IMPURE },
  {
    files: TESTS,
    rules: {
      // A test reads better with the value that it knows to be there; what is missing fails it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
);
