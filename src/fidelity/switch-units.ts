import ts from 'typescript';
import { ENGINE_FILES } from './sources.ts';

/** What a number of a profile counts, as the comment of its switch says it: `ms`, `octets`, or nothing. */
export type Unit = 'ms' | 'octets' | null;

function unitIn(comment: string): Unit {
  if (/\bms\b/.test(comment)) return 'ms';
  return /\boctets\b/.test(comment) ? 'octets' : null;
}

function unitsOf(text: string): ReadonlyMap<string, Unit> {
  const source = ts.createSourceFile('profile.ts', text, ts.ScriptTarget.Latest, true);
  const profile = source.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'Profile');
  if (profile === undefined || !ts.isInterfaceDeclaration(profile)) throw new Error('src/tcp/profile.ts declares no interface Profile');
  return new Map(profile.members.map((member) => [member.name?.getText(source) ?? '', unitIn(text.slice(member.getFullStart(), member.getStart(source)))]));
}

/** The unit of each switch of `Profile`. */
export const SWITCH_UNITS: ReadonlyMap<string, Unit> = unitsOf(ENGINE_FILES.find(([file]) => file === 'src/tcp/profile.ts')?.[1] ?? '');
