import ts from 'typescript';
import { REQUIREMENT_ID } from './requirements.ts';

/** A title of a test that names a requirement: what it proves. */
export interface Proof {
  /** The requirement's id. */
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** The title of the group around it; empty where there is none. */
  readonly group: string;
}

const CALLS = ['test', 'it', 'describe'];

/** Whether the call is one of a test: `it(…)`, `test.each(…)(…)`, `describe.each(…)(…)`. */
function isTest(call: ts.CallExpression): boolean {
  let callee: ts.Expression = call.expression;
  while (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) callee = callee.expression;
  return ts.isIdentifier(callee) && CALLS.includes(callee.text);
}

/** Whether a call that is one of a test is `describe(…)` in one of its forms. */
function isGroup(call: ts.CallExpression): boolean {
  return call.expression.getText().startsWith('describe');
}

/** The title that a node gives to a test or a group: the first argument of its call, or the `name` of a row of its table. */
function titleAt(node: ts.Node): string | null {
  const named = ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'name';
  const at = ts.isCallExpression(node) && isTest(node) ? node.arguments[0] : named ? node.initializer : undefined;
  return at !== undefined && ts.isStringLiteralLike(at) ? at.text : null;
}

/** The requirements that a file of unit tests proves, by the titles that name them. */
export function proofsIn(file: string, text: string): readonly Proof[] {
  const proofs: Proof[] = [];
  const visit = (node: ts.Node, group: string): void => {
    const title = titleAt(node);
    if (title !== null) for (const [id] of title.matchAll(REQUIREMENT_ID)) proofs.push({ id, file, title, group });
    const inside = title !== null && ts.isCallExpression(node) && isGroup(node) ? title : group;
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), '');
  return proofs;
}
