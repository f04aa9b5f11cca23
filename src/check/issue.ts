import { z } from 'astro/zod';
import type { Fault } from './fault.ts';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What was read, what it should have been, and where its parts stand in the text. */
export interface Judged {
  readonly value: unknown;
  readonly form: z.ZodType;
  /** Where the value at a path begins. */
  readonly offsetOf: (path: Path) => number;
  /** Where its name begins. */
  readonly keyOf: (path: Path) => number;
}

/** What is wrong with data that is not of its form, in words for its author. */
export function issueFaults(issue: Issue, judged: Judged): readonly Fault[] {
  const { value, offsetOf, keyOf, form } = judged;
  const name = nameOf(issue.path);
  const offset = offsetOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(form, issue.path);
      return issue.keys.map((key) => unknownKey(key, known, keyOf([...issue.path, key])));
    }
    case 'invalid_type': {
      if (valueAt(value, issue.path) === undefined) return [{ offset, message: `${name} is missing.`, hint: `It has to be ${kindOf(issue.expected)}.` }];
      return [{ offset, message: `${name} cannot be ${shown(valueAt(value, issue.path))}.`, hint: `It has to be ${kindOf(issue.expected)}.` }];
    }
    case 'invalid_value': {
      const written = valueAt(value, issue.path);
      const known = issue.values.map(String);
      const guess = typeof written === 'string' ? `Did you mean "${nearest(written, known)}"? ` : '';
      return [{ offset, message: `${name} cannot be ${shown(written)}.`, hint: `${guess}It has to be ${known.length > 1 ? 'one of ' : ''}${known.map((one) => `"${one}"`).join(', ')}.` }];
    }
    case 'invalid_key':
      return [{ offset: keyOf(issue.path), message: `“${String(issue.path.at(-1))}” cannot be a name here.`, hint: issue.issues[0]?.message ?? '' }];
    case 'too_small':
      if (issue.origin !== 'number' && issue.minimum === 1) return [{ offset, message: `${name} cannot be ${shown(valueAt(value, issue.path))}.`, hint: 'It cannot be empty.' }];
      return [{ offset, message: `${name} cannot be ${shown(valueAt(value, issue.path))}.`, hint: `It has to be at least ${String(issue.minimum)}.` }];
    case 'too_big':
      return [{ offset, message: `${name} cannot be ${shown(valueAt(value, issue.path))}.`, hint: `It has to be at most ${String(issue.maximum)}.` }];
    default:
      return [{ offset, message: `${name} cannot be ${shown(valueAt(value, issue.path))}.`, hint: wordsOf(issue) }];
  }
}

/** A name that nothing reads. */
export function unknownKey(key: string, known: readonly string[], offset: number): Fault {
  return { offset, message: `There is no “${key}”.`, hint: `Did you mean “${nearest(key, known)}”? There is ${known.join(', ')}.` };
}

/** The names that the form knows at this path. */
export function keysAt(form: z.ZodType, path: Path): readonly string[] {
  let at: unknown = z.toJSONSchema(form, { unrepresentable: 'any', io: 'input' });
  for (const part of path) at = typeof part === 'number' ? within(at, 'items') : (within(within(at, 'properties'), String(part)) ?? within(at, 'additionalProperties'));
  const properties = within(at, 'properties');
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

function within(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(within, value);
}

function nameOf(path: Path): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('').replace(/^\./, '');
  return name === '' ? 'This' : `“${name}”`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? String(value) : text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const KINDS: Readonly<Record<string, string>> = { string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of names with values', record: 'a group of names with values', date: 'a date' };

function kindOf(expected: string): string {
  return KINDS[expected] ?? expected;
}

/** A union fails in as many ways as it has members: each says what it would have taken. */
function wordsOf(issue: Issue): string {
  if (issue.code !== 'invalid_union') return issue.message.endsWith('.') ? issue.message : `${issue.message}.`;
  const kinds = issue.errors.flatMap(([first]) => (first === undefined ? [] : [first.code === 'invalid_type' ? kindOf(first.expected) : first.code === 'invalid_value' ? first.values.map((one) => `"${String(one)}"`).join(' or ') : first.message]));
  return `It has to be ${[...new Set(kinds)].join(', or ')}.`;
}
