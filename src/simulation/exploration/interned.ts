/** Values that have numbers: equal ones, by their key, the same. */
export interface Interned<Key extends string | number, T> {
  /** The number that a key has, 0 or more. */
  readonly known: (key: Key) => number | undefined;
  /** The number of a value; a new one where the key is new. */
  readonly idOf: (key: Key, value: T) => number;
  /** The value of a number. */
  readonly at: (id: number) => T;
}

/** No values yet. */
export function interned<Key extends string | number, T>(): Interned<Key, T> {
  const ids = new Map<Key, number>();
  const values: T[] = [];
  return {
    known: (key) => ids.get(key),
    idOf: (key, value) => {
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = values.length;
      values.push(value);
      ids.set(key, id);
      return id;
    },
    at: (id) => {
      const value = values[id];
      if (value === undefined) throw new RangeError(`No value has the number ${id}`);
      return value;
    },
  };
}
