import { wordsWithRole, type Role } from '../scenario/role.ts';

/** What themes call the roles of words. */
const SCOPES: Readonly<Record<Role, string>> = {
  state: 'support.type',
  flag: 'constant.language',
  profile: 'support.type',
  keyword: 'keyword.control',
  parameter: 'variable.parameter',
  unit: 'constant.numeric',
};

/** A pattern that finds the words of a role, in whatever case, the longest first: `FIN-WAIT-2` before what it begins with. */
function patternOf([role, name]: [string, string]): { readonly match: string; readonly name: string } {
  const words = wordsWithRole(role as Role).filter((word) => !/^\d/.test(word)).toSorted((a, b) => b.length - a.length);
  return { match: `(?i)(?<![\\w-])(?:${words.join('|')})(?![\\w-])`, name };
}

/** The notation of scenarios as a TextMate grammar, made of its vocabulary: for code blocks in lessons and for the excerpt that an error shows. */
export const SCENARIO_GRAMMAR = {
  name: 'scenario',
  scopeName: 'source.scenario',
  patterns: [
    { match: '#.*$', name: 'comment.line.number-sign' },
    { match: '(?<![\\w-])\\d[\\d_]*(?:\\.\\d+)?(?:st|nd|rd|th|ms|min|s)?(?![\\w-])', name: 'constant.numeric' },
    ...Object.entries(SCOPES).map(patternOf),
  ],
  repository: {},
};
