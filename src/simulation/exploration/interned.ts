/** Values that have numbers: equal ones, by their key, the same. */
export interface Interned<Key extends string | number, T> {
  /** The number of a value, 0 or more; a new one where the key is new. */
  readonly idOf: (key: Key, make: () => T) => number;
  /** The value of a number that `idOf` gave. */
  readonly at: (id: number) => T;
}

/** No values yet. */
export function interned<Key extends string | number, T>(): Interned<Key, T> {
  const ids = new Map<Key, number>();
  const values: T[] = [];
  return {
    idOf: (key, make) => {
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = values.length;
      values.push(make());
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
