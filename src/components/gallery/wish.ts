import { hasEveryWord } from '../../islands/lab/every-word.ts';

/** What of the gallery a reader wants to see. */
export interface Wish {
  /** Words that a scenario's texts have to have. */
  readonly find: string;
  /** Traits that its run has to have, all of them. */
  readonly topics: readonly string[];
  /** The misconception that it has to treat; '' for any or none. */
  readonly misconception: string;
}

/** What a scenario can be found by. */
export interface Findable {
  readonly traits: readonly string[];
  readonly misconceptions: readonly string[];
  /** Everything that is said of it, in both languages as far as it is known. */
  readonly said: string;
}

/** Everything is wanted. */
export const ALL: Wish = { find: '', topics: [], misconception: '' };

/** The wish that an address holds, as far as its parts are known. */
export function wishIn(search: string, topics: readonly string[], misconceptions: readonly string[]): Wish {
  const params = new URLSearchParams(search);
  const asked = (params.get('topic') ?? '').split(',');
  const misconception = params.get('misconception') ?? '';
  return { find: (params.get('find') ?? '').trim(), topics: topics.filter((topic) => asked.includes(topic)), misconception: misconceptions.includes(misconception) ? misconception : '' };
}

/** The wish as the query of an address, with its question mark; '' where everything is wanted. */
export function searchOf({ find, topics, misconception }: Wish): string {
  const parts = [
    ...(topics.length === 0 ? [] : [`topic=${topics.map(encodeURIComponent).join(',')}`]),
    ...(misconception === '' ? [] : [`misconception=${encodeURIComponent(misconception)}`]),
    ...(find.trim() === '' ? [] : [`find=${encodeURIComponent(find.trim())}`]),
  ];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Whether the scenario is one of those that are wanted. */
export function isWanted({ traits, misconceptions, said }: Findable, { find, topics, misconception }: Wish): boolean {
  return topics.every((topic) => traits.includes(topic)) && (misconception === '' || misconceptions.includes(misconception)) && hasEveryWord(said, find);
}
