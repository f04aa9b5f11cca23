import { describe, expect, test } from 'vitest';
import { PROFILE_NAMES } from '../tcp/profile.ts';
import { RULES } from '../tcp/rules/catalogue.ts';
import { BY_PROFILE } from './by-profile.ts';
import { CITATIONS, PROOFS, accountOf, saying } from './fidelity.ts';
import { REQUIREMENTS } from './requirements.ts';

const ROWS = REQUIREMENTS.groups.flatMap(({ rows }) => rows);
const IDS = new Set(ROWS.map(({ id }) => id));
/** Ids whose rows are all out of scope. */
const OUT = [...IDS].filter((id) => ROWS.every((row) => row.id !== id || row.out !== undefined));
const where = ({ id, file }: { readonly id: string; readonly file: string }) => `${id} in ${file}`;

test('the list has the 126 rows of Table 8', () => {
  expect(ROWS).toHaveLength(126);
});

describe('each requirement is done, done by a profile, or out of scope with a reason', () => {
  test.each(ROWS.filter(({ out }) => out === undefined))('$id: a rule, function or switch of src/tcp or src/simulation names it (in its comment or cite), and so does the title of a unit test', (row) => {
    const { by, proofs, standing } = accountOf(row);
    expect({ named: by.length > 0, proven: proofs.length > 0 }).toEqual({ named: true, proven: true });
    if (standing.is === 'by a profile') expect(standing.profiles).not.toEqual([]);
  });

  test('a reason is one of the list, and each reason of the list has its requirements', () => {
    expect(new Set(ROWS.flatMap(({ out }) => out ?? []))).toEqual(new Set(Object.keys(REQUIREMENTS.reasons)));
  });

  test('what is out of scope is named by nothing: take `out` from its row in content/requirements.json where the engine does it now', () => {
    expect([...CITATIONS, ...PROOFS].filter(({ id }) => OUT.includes(id)).map(where)).toEqual([]);
  });

  test('no id is named that Table 8 does not have', () => {
    expect([...CITATIONS, ...PROOFS].filter(({ id }) => !IDS.has(id)).map(where)).toEqual([]);
  });

  test('what a switch of Profile names is decided by it, in src/fidelity/by-profile.ts, and nothing else is', () => {
    const named = CITATIONS.filter(({ kind }) => kind === 'switch').map(({ id }) => id);
    expect(new Set(Object.keys(BY_PROFILE))).toEqual(new Set(named));
  });
});

test('the profile by which readers begin does everything that a MUST asks for', () => {
  const begins = PROFILE_NAMES[0];
  const lacks = ROWS.filter(({ level }) => level.startsWith('MUST')).filter((row) => {
    const { standing } = accountOf(row);
    return standing.is === 'by a profile' && !standing.profiles.includes(begins);
  });
  expect(lacks).toEqual([]);
});

/** The subsections of §3.10 that say what happens; §3.10.7 is only the heading of its four. */
const EVENTS = ['3.10.1', '3.10.2', '3.10.3', '3.10.4', '3.10.5', '3.10.6', '3.10.7.1', '3.10.7.2', '3.10.7.3', '3.10.7.4', '3.10.8'];

test.each(EVENTS)('RFC 9293 §%s has its rules', (section) => {
  expect(RULES.some(({ cite }) => new RegExp(`§${section.replaceAll('.', '\\.')}(?![.\\d])`).test(cite))).toBe(true);
});

test('every rule names the clause of an RFC', () => {
  expect(RULES.filter(({ cite }) => !/^RFC \d+ (?:§\d|Appendix [A-Z])/.test(cite))).toEqual([]);
});

test.each([
  ['a window that shrinks (RFC 9293 §3.8.6)', 'is survived (MUST-34), and no new data goes (SHLD-15)', 'a window that shrinks: is survived, and no new data goes'],
  ['', 'MUST-41: leaves every connection as it is', 'leaves every connection as it is'],
])('what a test proves is said without ids and clauses: %s, %s', (group, title, said) => {
  expect(saying({ id: '', file: '', group, title })).toBe(said);
});
