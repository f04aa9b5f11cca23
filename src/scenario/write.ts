import { RULES, type Rule } from './grammar.ts';
import type { Names } from './line.ts';
import { piecesOf } from './shape.ts';
import type { RuleName, Values } from './statement.ts';

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Whether a value is the one that saying nothing stands for: null, or every field the same. */
function isAbsent(value: unknown, absent: unknown): boolean {
  if (value === null || absent === null) return value === absent;
  const fields = fieldsOf(value);
  return Object.entries(fieldsOf(absent)).every(([field, it]) => fields[field] === it);
}

function writeShape(shape: string, value: unknown, names: Names): string {
  const fields = fieldsOf(value);
  return piecesOf(shape)
    .map((piece) => {
      if (piece.type === 'value') return writeUnknown(piece.rule as RuleName, fields[piece.field], names);
      return piece.written ? piece.word : '';
    })
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll(' ,', ',');
}

function writeUnknown(name: RuleName, value: unknown, names: Names): string {
  const rule: Rule<unknown> = RULES[name];
  switch (rule.kind) {
    case 'leaf':
      return rule.leaf.write(value, names);
    case 'phrase':
      return writeShape(rule.shape, value, names);
    case 'optional':
      return value === undefined ? '' : writeShape(rule.shape, { [rule.field]: value }, names);
    case 'choice':
      if ('absent' in rule && isAbsent(value, rule.absent)) return '';
      return writeShape(rule.shapes[String(fieldsOf(value)['type'])] ?? '', value, names);
  }
}

/** A value in the notation, in canonical spelling; '' where it is what saying nothing stands for. */
export function write<R extends RuleName>(rule: R, value: Values[R], names: Names): string {
  return writeUnknown(rule, value, names);
}
