import type { Connection } from '../stack/host.ts';
import { evaluate, readExpression } from './expression.ts';
import { infoOf } from './info.ts';

/** What an assertion comes to; `claim` is its text. */
export type Verdict = { readonly type: 'holds' } | { readonly type: 'fails'; readonly claim: string } | { readonly type: 'unsupported'; readonly reason: string };

/** The condition before the message of an `assert`: up to a comma outside of parentheses. */
function conditionOf(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (text[at] === ',' && depth === 0) return text.slice(0, at);
  }
  return text;
}

function judge(statement: string, connection: Connection | null): Verdict {
  if (/^print\b/.test(statement)) return { type: 'holds' };
  const asserted = /^assert\b\s*(.*)$/s.exec(statement)?.[1];
  if (asserted === undefined) return { type: 'unsupported', reason: `“${statement}” is not an assertion` };
  const claim = conditionOf(asserted).trim();
  const expression = readExpression(claim);
  if (expression === null || connection === null) return { type: 'unsupported', reason: `“${claim}” is not an expression that is known here` };
  const value = evaluate(expression, infoOf(connection));
  if (typeof value === 'string') return { type: 'unsupported', reason: `${value} is not something that the engine knows` };
  return value === 0 ? { type: 'fails', claim } : { type: 'holds' };
}

/** Judges the Python between `%{` and `}%`: assertions on what TCP_INFO tells; what is printed claims nothing. */
export function runCode(text: string, connection: Connection | null): Verdict {
  for (const statement of text.split(/[\n;]/).map((line) => line.trim())) {
    if (statement === '' || statement.startsWith('#')) continue;
    const verdict = judge(statement, connection);
    if (verdict.type !== 'holds') return verdict;
  }
  return { type: 'holds' };
}
