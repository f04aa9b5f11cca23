import { createHighlighter } from 'shiki';
import { describe, expect, it } from 'vitest';
import { highlights } from '../scenario/highlight.ts';
import { sentencesFor } from '../scenario/sentences.ts';
import { SCENARIO_GRAMMAR } from './scenario-grammar.ts';

const NAMES = { A: 'client', B: 'server' };
const highlighter = await createHighlighter({ langs: [SCENARIO_GRAMMAR], themes: ['github-light'] });

/** Without a limit of time, which a busy machine would reach: the parts of a line that the grammar gives a scope, with the innermost one. */
function scoped(line: string): readonly (readonly [string, string])[] {
  const [tokens = []] = highlighter.codeToTokensBase(line, { lang: 'scenario' as never, theme: 'github-light', includeExplanation: true, tokenizeTimeLimit: 0 });
  return tokens.flatMap(({ explanation = [] }) => explanation.flatMap(({ content, scopes }) => (scopes.length > 1 ? [[content.trim(), scopes.at(-1)?.scopeName ?? ''] as const] : [])));
}

describe('the TextMate grammar', () => {
  it.each([
    ['lose 2nd client SYN # the first', [['lose', 'keyword.control'], ['2nd', 'constant.numeric'], ['SYN', 'constant.language'], ['# the first', 'comment.line.number-sign']]],
    ['stop when client is FIN-WAIT-2', [['stop', 'keyword.control'], ['when', 'keyword.control'], ['is', 'keyword.control'], ['FIN-WAIT-2', 'support.type']]],
    ['client keep-alive after 50ms', [['keep-alive', 'variable.parameter'], ['after', 'keyword.control'], ['50ms', 'constant.numeric']]],
  ])('%s', (line, parts) => {
    expect(scoped(line)).toEqual(parts);
  });

  it('finds every word of every sentence but the names of hosts, and what users are told', () => {
    for (const line of sentencesFor(NAMES)) {
      const words = highlights(line).filter(({ role }) => !['host-a', 'host-b', 'signal'].includes(role)).map(({ from, to }) => line.slice(from, to));
      expect(scoped(line).map(([content]) => content), line).toEqual(words);
    }
  });
});
