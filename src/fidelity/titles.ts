import ts from 'typescript';
import { REQUIREMENT_ID } from './requirements.ts';

/** A title of a test that names a requirement: what it proves. */
export interface Proof {
  /** The requirement's id. */
  readonly id: string;
  readonly file: string;
  readonly title: string;
}

const CALLS = ['test', 'it', 'describe'];

/** Whether the call is one of a test: `it(…)`, `test.each(…)(…)`, `describe.each(…)(…)`. */
function isTest(call: ts.CallExpression): boolean {
  let callee: ts.Expression = call.expression;
  while (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) callee = callee.expression;
  return ts.isIdentifier(callee) && CALLS.includes(callee.text);
}

/** The title that a node gives to a test: the first argument of its call, or the `name` of a row of its table. */
function titleAt(node: ts.Node): string | null {
  const at = ts.isCallExpression(node) && isTest(node) ? node.arguments[0] : ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'name' ? node.initializer : undefined;
  return at !== undefined && ts.isStringLiteralLike(at) ? at.text : null;
}

/** The requirements that a file of unit tests proves, by the titles that name them. */
export function proofsIn(file: string, text: string): readonly Proof[] {
  const proofs: Proof[] = [];
  const visit = (node: ts.Node): void => {
    const title = titleAt(node);
    if (title !== null) for (const [id] of title.matchAll(REQUIREMENT_ID)) proofs.push({ id, file, title });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return proofs;
}
