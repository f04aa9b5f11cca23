import type { Flight, Trace } from '../../simulation/trace.ts';
import { fateAfter, shownWhenSent } from '../at-moment.ts';
import type { ControlGroup } from '../control-group.ts';
import type { Deed, WireDeed } from '../deed.ts';
import { flightInFocus } from '../flight-in-focus.ts';
import { offeredFor } from '../hands/offered.ts';
import { deedOfKey, KEY_DEEDS, type KeyDeed } from '../keys.ts';

interface Handlers {
  readonly groups: readonly ControlGroup[];
  readonly trace: Trace;
  readonly shown: number;
  /** The segment in question. */
  readonly flight: Flight | undefined;
  readonly onDeed: (deed: Deed) => void;
  readonly onPlay: () => void;
  readonly onSelect: (flight: number | null) => void;
  readonly onView: () => void;
  readonly onBranch: () => void;
  readonly onCompare: () => void;
  readonly onHelp: () => void;
  /** A key asked for what cannot be done now. */
  readonly onIdle: () => void;
}

/** The groups of controls that a key belongs to, of which one has to be there; those of none always work. */
const GROUPS_OF: Partial<Readonly<Record<KeyDeed, readonly ControlGroup[]>>> = {
  play: ['play'],
  lose: ['lose'],
  delay: ['wire'],
  duplicate: ['wire'],
  hold: ['wire'],
  deliver: ['wire'],
  previous: ['wire', 'inside'],
  next: ['wire', 'inside'],
  view: ['views'],
  branch: ['branches'],
  compare: ['branches'],
};

/** Whether so much can be done that single steps back are worth buttons: more than losing segments, which are delivered again one by one. */
export function canUndo(groups: readonly ControlGroup[]): boolean {
  return (['wire', 'calls', 'inject', 'branches'] as const).some((group) => groups.includes(group));
}

/** The keys of a simulation with these groups of controls. */
export function keyDeeds(groups: readonly ControlGroup[]): readonly KeyDeed[] {
  return KEY_DEEDS.filter((deed) => {
    if (deed === 'undo' || deed === 'redo') return canUndo(groups);
    return GROUPS_OF[deed]?.some((group) => groups.includes(group)) ?? true;
  });
}

/** What a key does to the segment; null where that cannot be done to it now. */
function wireDeed(deed: KeyDeed, { trace, shown }: Handlers, flight: Flight): WireDeed | null {
  const { deeds } = offeredFor(trace, flight, shown);
  const first = (...wanted: readonly WireDeed[]) => wanted.find(({ type }) => deeds.includes(type)) ?? null;
  const { delay } = trace.scenario;
  switch (deed) {
    case 'lose':
      return first({ type: 'restore' }, { type: 'lose' });
    case 'delay':
      return first({ type: 'delay', ms: 2 * delay });
    case 'duplicate':
      return first({ type: 'duplicate', ms: delay });
    case 'hold':
      return first({ type: 'release' }, { type: 'hold' });
    case 'deliver':
      return first({ type: 'deliver' });
    default:
      return null;
  }
}

/** The segment before or behind the one in question, of those that have left; around the ends. */
function neighbour({ trace, shown, flight }: Handlers, by: 1 | -1): number | null {
  const left = trace.flights.filter((one) => fateAfter(trace, one, shown) !== 'future').toSorted((one, other) => shownWhenSent(trace, one) - shownWhenSent(trace, other) || one.id - other.id);
  const at = left.findIndex(({ id }) => id === flight?.id);
  const next = at < 0 ? (by > 0 ? 0 : left.length - 1) : (at + by + left.length) % left.length;
  return left[next]?.id ?? null;
}

/** What is written in keeps all its keys. */
const WRITTEN_IN = 'input:not([type="range"], [type="checkbox"], [type="radio"]), select, textarea, [contenteditable="true"], dialog';

/** Whether what is pressed belongs to the element itself: text that is written, a slider that is moved, a box that scrolls sideways. */
function isOwn({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(WRITTEN_IN) !== null) return true;
  if (/^(?:Arrow|Home|End)/.test(key) && target.matches('input')) return true;
  return /^Arrow(?:Left|Right)/.test(key) && target.matches('[tabindex]') && target.scrollWidth > target.clientWidth;
}

function perform(deed: KeyDeed, handlers: Handlers): void {
  switch (deed) {
    case 'step':
    case 'back':
    case 'start':
    case 'end':
    case 'undo':
    case 'redo':
    case 'reset':
      return handlers.onDeed({ type: deed });
    case 'play':
      return handlers.onPlay();
    case 'previous':
      return handlers.onSelect(neighbour(handlers, -1));
    case 'next':
      return handlers.onSelect(neighbour(handlers, 1));
    case 'view':
      return handlers.onView();
    case 'branch':
      return handlers.onBranch();
    case 'compare':
      return handlers.onCompare();
    case 'help':
      return handlers.onHelp();
    case 'lose':
    case 'delay':
    case 'duplicate':
    case 'hold':
    case 'deliver': {
      const { flight } = handlers;
      const what = flight === undefined ? null : wireDeed(deed, handlers, flight);
      if (flight === undefined || what === null) return handlers.onIdle();
      return handlers.onDeed({ type: 'wire', flight: flight.id, what });
    }
  }
}

/** What the keys do while the focus is in the simulation. */
export function instrumentKeys(handlers: Handlers): (event: KeyboardEvent) => void {
  const known = keyDeeds(handlers.groups);
  return (event) => {
    const deed = isOwn(event) ? null : deedOfKey(event);
    if (deed === null || !known.includes(deed)) return;
    event.preventDefault();
    perform(deed, { ...handlers, flight: flightInFocus(event.target, handlers.trace) ?? handlers.flight });
  };
}
