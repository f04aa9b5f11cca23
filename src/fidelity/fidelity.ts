import { PROFILE_NAMES, type ProfileName } from '../tcp/profile.ts';
import { PROFILES } from '../tcp/profiles.ts';
import { BY_PROFILE } from './by-profile.ts';
import { citationsIn, type Citation } from './citations.ts';
import { REQUIREMENTS, type Requirement, type Said } from './requirements.ts';
import { ENGINE_FILES, TEST_FILES } from './sources.ts';
import { proofsIn, type Proof } from './titles.ts';

/** What the engine does about a requirement. */
export type Standing =
  | { readonly is: 'done' }
  /** Only where a profile chooses it. */
  | { readonly is: 'by a profile'; readonly profiles: readonly ProfileName[] }
  | { readonly is: 'out of scope'; readonly reason: Said };

/** A requirement, with what is done about it, where, and what proves it. */
export interface Account {
  readonly requirement: Requirement;
  readonly standing: Standing;
  /** The rules, functions and switches that name it. */
  readonly by: readonly Citation[];
  readonly proofs: readonly Proof[];
}

/** Every place in the engine that names a requirement. */
export const CITATIONS: readonly Citation[] = ENGINE_FILES.flatMap(([file, text]) => citationsIn(file, text));

/** Every title of a test that names one. */
export const PROOFS: readonly Proof[] = TEST_FILES.flatMap(([file, text]) => proofsIn(file, text));

/** A parenthesis that names requirements or RFCs, and ids that stand before a colon. */
const NAMING = /\s*\([^()]*\b(?:(?:MUST|SHLD|MAY|REC)-\d+|RFC \d+)[^()]*\)|^(?:(?:MUST|SHLD|MAY|REC)-\d+[, ]*)+: /g;

function standingOf({ id, out }: Requirement): Standing {
  const reason = out === undefined ? undefined : REQUIREMENTS.reasons[out];
  if (reason !== undefined) return { is: 'out of scope', reason };
  const does = BY_PROFILE[id];
  const profiles = does === undefined ? PROFILE_NAMES : PROFILE_NAMES.filter((name) => does(PROFILES[name]));
  return profiles.length === PROFILE_NAMES.length ? { is: 'done' } : { is: 'by a profile', profiles };
}

/** What a test proves: its group and its title, without the ids and clauses that they name. */
export function saying({ group, title }: Proof): string {
  return [group, title].map((text) => text.replace(NAMING, '')).filter((text) => text !== '').join(': ');
}

/** The account of one requirement. */
export function accountOf(requirement: Requirement): Account {
  const standing = standingOf(requirement);
  const mine = <Of extends { readonly id: string }>(all: readonly Of[]) => (standing.is === 'out of scope' ? [] : all.filter(({ id }) => id === requirement.id));
  return { requirement, standing, by: mine(CITATIONS), proofs: mine(PROOFS) };
}
