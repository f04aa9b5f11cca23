import { ASIDE } from './store-key.ts';

/** A record that could not be read, as it was found. */
export interface Unreadable {
  readonly key: string;
  readonly text: string;
}

/** The records that could not be read and were put aside; none where the storage is blocked. */
export function unreadable(storage: () => Storage): readonly Unreadable[] {
  try {
    const kept = storage();
    const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '').filter((key) => key.startsWith(ASIDE));
    return keys.sort().map((key) => ({ key, text: kept.getItem(key) ?? '' }));
  } catch {
    return [];
  }
}
