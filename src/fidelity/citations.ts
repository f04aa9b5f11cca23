import ts from 'typescript';
import { REQUIREMENT_ID } from './requirements.ts';

/** What kind of thing names a requirement. */
export type Kind = 'rule' | 'function' | 'constant' | 'type' | 'switch';

/** A place in the engine's sources that names a requirement. */
export interface Citation {
  /** The requirement's id. */
  readonly id: string;
  readonly file: string;
  readonly kind: Kind;
  /** The id of the rule, the name of the export, or `Type.field`. */
  readonly name: string;
}

interface Named {
  readonly kind: Kind;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The text of a string property of an object literal; null where it has none of this name. */
function stringOf(literal: ts.ObjectLiteralExpression, key: string): string | null {
  for (const property of literal.properties) {
    if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name) && property.name.text === key && ts.isStringLiteral(property.initializer)) return property.initializer.text;
  }
  return null;
}

function has(literal: ts.ObjectLiteralExpression, key: string): boolean {
  return literal.properties.some(({ name }) => name !== undefined && ts.isIdentifier(name) && name.text === key);
}

function nameOf(statement: ts.Statement): Omit<Named, 'from' | 'to'> | null {
  if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) return { kind: 'function', name: statement.name.text };
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return { kind: 'type', name: statement.name.text };
  const variable = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
  return variable !== undefined && ts.isIdentifier(variable.name) ? { kind: 'constant', name: variable.name.text } : null;
}

/** The rules of a file whose cite is a constant of the file, by the constant's name. */
function citing(source: ts.SourceFile): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, readonly string[]>();
  const visit = (node: ts.Node): void => {
    const id = ts.isObjectLiteralExpression(node) ? stringOf(node, 'id') : null;
    for (const property of id !== null && ts.isObjectLiteralExpression(node) ? node.properties : []) {
      const cite = ts.isPropertyAssignment(property) && property.name.getText(source) === 'cite' && ts.isIdentifier(property.initializer) ? property.initializer.text : null;
      if (id !== null && cite !== null) rules.set(cite, [...(rules.get(cite) ?? []), id]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return rules;
}

/** Every named thing of a file, those inside after those around them: top-level declarations, fields of interfaces, rules. */
function named(source: ts.SourceFile): readonly Named[] {
  const found: Named[] = [];
  const note = (node: ts.Node, kind: Kind, name: string): void => {
    found.push({ kind, name, from: node.getFullStart(), to: node.end });
  };
  const rules = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) && has(node, 'cite')) {
      const id = stringOf(node, 'id');
      if (id !== null) note(node, 'rule', id);
    }
    ts.forEachChild(node, rules);
  };
  for (const statement of source.statements) {
    const it = nameOf(statement);
    if (it !== null) note(statement, it.kind, it.name);
    if (ts.isInterfaceDeclaration(statement)) {
      const { name } = statement;
      for (const member of statement.members) {
        if (member.name !== undefined && ts.isIdentifier(member.name)) note(member, name.text === 'Profile' ? 'switch' : 'type', name.text === 'Profile' ? member.name.text : `${name.text}.${member.name.text}`);
      }
    }
    rules(statement);
  }
  return found;
}

/**
 * The requirements that a source file of the engine names, each with what names it: the rule around it or that has the constant around it for its cite, the field of an
 * interface that it documents, or the declaration that it documents or stands in. Each once; an id outside of all these throws.
 */
export function citationsIn(file: string, text: string): readonly Citation[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const places = named(source);
  const rules = citing(source);
  const found = new Map<string, Citation>();
  for (const { 0: id, index } of text.matchAll(REQUIREMENT_ID)) {
    const place = places.findLast(({ from, to }) => from <= index && index < to);
    if (place === undefined) throw new Error(`${file} names ${id} outside of every declaration: move it to what fulfils it`);
    const { kind, name } = place;
    const cited = kind === 'constant' ? (rules.get(name) ?? []) : [];
    for (const rule of cited) found.set(`${id} ${rule}`, { id, file, kind: 'rule', name: rule });
    if (cited.length === 0) found.set(`${id} ${name}`, { id, file, kind, name });
  }
  return [...found.values()];
}
