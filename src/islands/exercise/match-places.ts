import type { MatchField } from '../../exercise/field.ts';

/** What each item has been given, in the order of the items; '' where nothing. */
export function placesOf({ items }: MatchField, given: readonly string[]): readonly string[] {
  return items.map((_item, at) => given[at] ?? '');
}

/** The places after an option has been given to an item; where it may stand only once, who had it gets what the item had. An option of '' takes away what the item had. */
export function placed({ repeats }: MatchField, places: readonly string[], item: number, option: string): readonly string[] {
  const before = places[item] ?? '';
  return places.map((one, at) => (at === item ? option : !repeats && option !== '' && one === option ? before : one));
}

/** The item that is filled next: the first from `from` on that has nothing, round to the beginning; null where all have something. */
export function nextEmpty(places: readonly string[], from: number): number | null {
  const order = places.map((_place, at) => (from + at) % places.length);
  return order.find((at) => places[at] === '') ?? null;
}
