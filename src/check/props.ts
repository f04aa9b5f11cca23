import { linuxDiffers } from '../components/profile-switches.ts';
import { CONTROL_GROUPS, controlGroups } from '../islands/control-group.ts';
import { FLAG_NAMES } from '../tcp/flags.ts';
import { nearest } from './nearest.ts';
import { recordingNames } from './recordings.ts';

/** The words of a list of switches that are no switch in which Linux differs. */
function notDiffering(value: string): readonly string[] {
  return value.trim().split(/\s+/).filter((word) => !linuxDiffers().some((name) => name === word));
}

/** What the value of a prop has to be. */
export type PropKind =
  | { readonly type: 'text' }
  /** A whole number, `least` or more, `most` at most where that is given. */
  | { readonly type: 'number'; readonly least: number; readonly most?: number }
  /** A name that the author gives: small letters and digits, with hyphens between them. */
  | { readonly type: 'name' }
  | { readonly type: 'choice'; readonly of: readonly string[] }
  /** Names of control bits, separated by commas; may be empty. */
  | { readonly type: 'flags' }
  /** The section of an RFC, such as `3.10.7.4`. */
  | { readonly type: 'section' }
  /** The name of a file in content/scenarios, without its ending. */
  | { readonly type: 'scenario' }
  /** A scenario, written out between backticks. */
  | { readonly type: 'script' }
  /** Names of groups of controls, separated by blanks, or `all`. */
  | { readonly type: 'controls' }
  /** Names of switches of the profiles in which Linux differs, separated by blanks. */
  | { readonly type: 'switches' }
  /** The name of a file in content/recordings, without its ending. */
  | { readonly type: 'recording' }
  /** The name of a term in content/glossary.json. */
  | { readonly type: 'term' }
  /** The name of one of the scenario's hosts. */
  | { readonly type: 'host' };

/** One prop of a component. */
export interface PropRule {
  readonly kind: PropKind;
  readonly required: boolean;
}

/** How a value is described to an author: `one of "sequence", "states"`. */
export function describe(kind: PropKind): string {
  switch (kind.type) {
    case 'text':
      return 'a text in quotation marks';
    case 'number':
      return kind.most === undefined ? `a whole number, ${kind.least} or more, in braces` : `a whole number from ${kind.least} to ${kind.most}, in braces`;
    case 'name':
      return 'a name of small letters, digits and hyphens, such as "who-waits"';
    case 'choice':
      return `one of ${kind.of.map((choice) => `"${choice}"`).join(', ')}`;
    case 'flags':
      return `names of control bits, separated by commas (${FLAG_NAMES.join(', ')})`;
    case 'controls':
      return `"all", or names of groups separated by blanks (${CONTROL_GROUPS.join(', ')})`;
    case 'section':
      return 'the number of a section, such as "3.10.7.4"';
    case 'scenario':
      return 'the name of a file in content/scenarios, without .scenario';
    case 'script':
      return 'a scenario, written out between {` and `}';
    case 'switches':
      return 'names of switches in which the profile linux differs, separated by blanks';
    case 'recording':
      return 'the name of a file in content/recordings, without .json';
    case 'term':
      return 'the name of a term in content/glossary.json';
    case 'host':
      return 'the name of one of the hosts of the scenario';
  }
}

/** How a right value would be written after the name of the prop. */
export function example(kind: PropKind): string {
  switch (kind.type) {
    case 'text':
      return '"…"';
    case 'number':
      return `{${kind.least}}`;
    case 'name':
      return '"who-waits"';
    case 'choice':
      return `"${kind.of[0] ?? ''}"`;
    case 'flags':
      return '"SYN,ACK"';
    case 'controls':
      return '"step lose play"';
    case 'section':
      return '"3.10.7.4"';
    case 'scenario':
      return '"three-way"';
    case 'script':
      return '{`…`}';
    case 'switches':
      return '"rtoMin msl"';
    case 'recording':
      return '"01-normal-close4"';
    case 'term':
      return '"time-wait"';
    case 'host':
      return '"client"';
  }
}

/** Whether the value, as far as it can be judged by itself, is of the kind. */
export function fits(value: string | number | boolean, kind: PropKind): boolean {
  if (kind.type === 'number') return typeof value === 'number' && Number.isSafeInteger(value) && value >= kind.least && value <= (kind.most ?? value);
  if (typeof value !== 'string') return false;
  switch (kind.type) {
    case 'choice':
      return kind.of.includes(value);
    case 'flags':
      return value.trim() === '' || value.split(',').every((name) => FLAG_NAMES.some((known) => known === name.trim()));
    case 'controls':
      return value.trim() !== '' && controlGroups(value).unknown.length === 0;
    case 'name':
      return /^[a-z\d]+(?:-[a-z\d]+)*$/.test(value);
    case 'switches':
      return value.trim() !== '' && notDiffering(value).length === 0;
    case 'recording':
      return recordingNames().includes(value);
    case 'section':
      return /^(?:\d+|[A-Z])(?:\.\d+)*$/.test(value);
    case 'text':
    case 'scenario':
    case 'script':
    case 'term':
    case 'host':
      return value.trim() !== '';
  }
}

/** What an author may have meant by a value that does not fit; '' where nothing is near. */
export function guess(value: string | number | boolean, kind: PropKind): string {
  if (typeof value !== 'string' || value.trim() === '') return '';
  switch (kind.type) {
    case 'choice':
      return `Did you mean "${nearest(value, kind.of)}"?`;
    case 'switches':
      return notDiffering(value).map((word) => `Did you mean “${nearest(word, linuxDiffers())}” by “${word}”?`).join(' ');
    case 'recording':
      return `Did you mean "${nearest(value, recordingNames())}"?`;
    case 'controls': {
      const { unknown } = controlGroups(value);
      if (unknown.includes('all')) return '“all” stands alone.';
      return unknown.map((word) => `Did you mean “${nearest(word, [...CONTROL_GROUPS, 'all'])}” by “${word}”?`).join(' ');
    }
    default:
      return '';
  }
}
