import { FLAG_NAMES } from '../tcp/flags.ts';
import { PROFILE_NAMES } from '../tcp/profile.ts';
import { STATES } from '../tcp/state.ts';
import { RULES } from './grammar.ts';
import { piecesOf } from './shape.ts';
import type { RuleName } from './statement.ts';
import { VOCABULARY } from './vocabulary.ts';

/** What a word of the notation is: a word that sentences are built with, what a setting or a field is called, a name of a state, of control bits or of a profile, or a unit. */
export type Role = 'keyword' | 'parameter' | 'state' | 'flag' | 'profile' | 'unit';

const LEAVES: Readonly<Partial<Record<RuleName, Role>>> = { state: 'state', flags: 'flag', profile: 'profile', nth: 'keyword', time: 'unit', 'some time': 'unit', 'ack delay': 'unit' };

/** The rules whose words name what is set. */
const SETTINGS: readonly RuleName[] = ['setting', 'iss rule', 'secret'];

function shapesOf(name: RuleName): readonly string[] {
  const rule = RULES[name];
  return rule.kind === 'choice' ? Object.values(rule.shapes) : rule.kind === 'leaf' ? [] : [rule.shape];
}

/** The words of a sentence that say what is done, in a setting those that begin it or could be left out. */
function keywordsOf(name: RuleName): readonly string[] {
  return shapesOf(name).flatMap((shape) =>
    piecesOf(shape).flatMap((piece, at) => (piece.type === 'word' && (!SETTINGS.includes(name) || (name === 'setting' && at === 0) || !piece.required) ? [piece.word] : [])),
  );
}

const NAMES = Object.keys(RULES) as readonly RuleName[];
const leafWords = (name: RuleName): readonly string[] => {
  const rule = RULES[name];
  return rule.kind === 'leaf' ? rule.leaf.words : [];
};

const ROLES = new Map<string, Role>([
  ...VOCABULARY.map((word) => [word.toLowerCase(), 'parameter'] as const),
  ...NAMES.flatMap((name) => leafWords(name).map((word) => [word.toLowerCase(), LEAVES[name] ?? 'parameter'] as const)),
  ...NAMES.flatMap((name) => keywordsOf(name).map((word) => [word.toLowerCase(), 'keyword'] as const)),
  ...[...FLAG_NAMES].map((word) => [word.toLowerCase(), 'flag'] as const),
  ...[...STATES].map((word) => [word.toLowerCase(), 'state'] as const),
  ...[...PROFILE_NAMES].map((word) => [word.toLowerCase(), 'profile'] as const),
]);

/** What `word`, in whatever case, is in the notation; undefined where it is no word of it. */
export function roleOf(word: string): Role | undefined {
  return ROLES.get(word.toLowerCase());
}

/** The words of the notation that have this role, as written. */
export function wordsWithRole(role: Role): readonly string[] {
  return VOCABULARY.filter((word) => roleOf(word) === role);
}
