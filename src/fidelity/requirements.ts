import data from '../../content/requirements.json' with { type: 'json' };

/** A text in every language of the course. */
export interface Said {
  readonly en: string;
  readonly ko: string;
}

/** How strongly RFC 9293 asks for something, by its text; Table 8 sets MAY-5, MAY-10, MAY-11 and SHLD-25 in other columns. */
export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY';

/** A row of Table 8 of RFC 9293, Appendix B. */
export interface Requirement {
  /** The id that the RFC gives it, such as `MUST-37`; a few ids have more than one row. */
  readonly id: string;
  readonly level: Level;
  /** The section of RFC 9293 that asks for it. */
  readonly section: string;
  /** Why it is out of scope, as a key of `reasons`; absent where it is not. */
  readonly out?: string;
  /** What it asks for, in our words. */
  readonly text: Said;
}

/** A group of Table 8. */
export interface Group {
  readonly title: Said;
  readonly rows: readonly Requirement[];
}

interface Requirements {
  /** Why something is out of scope. */
  readonly reasons: Readonly<Record<string, Said>>;
  readonly groups: readonly Group[];
}

/** Every requirement of RFC 9293, as content/requirements.json lists them. */
export const REQUIREMENTS = data as Requirements;

/** Finds the ids of requirements in a text. */
export const REQUIREMENT_ID = /\b(?:MUST|SHLD|MAY|REC)-\d+\b/g;
