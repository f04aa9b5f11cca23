import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEED } from '../../progress/arbitrary.ts';
import { allForgotten, answered, marked } from '../../progress/deeds.ts';
import { merge } from '../../progress/merge.ts';
import { closeProgress } from '../../progress/open.ts';
import { NO_PROGRESS, isRead, type Progress } from '../../progress/progress.ts';
import { unreadable } from './asides.ts';
import { createStore, type Store } from './store.ts';
import { ASIDE, STORE_KEY } from './store-key.ts';

/** A storage as browsers have it, of so many UTF-16 units in all. */
class Kept implements Storage {
  readonly #items = new Map<string, string>();
  room: number;
  constructor(items: Readonly<Record<string, string>> = {}, room = 1_000_000) {
    this.room = room;
    for (const [key, text] of Object.entries(items)) this.#items.set(key, text);
  }
  get length(): number {
    return this.#items.size;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    const others = [...this.#items].filter(([name]) => name !== key);
    if ([...others, [key, text]].reduce((sum, [name = '', value = '']) => sum + name.length + value.length, 0) > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(key, text);
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  clear(): void {
    this.#items.clear();
  }
}

const read = (slug: string) => (progress: Progress) => marked(progress, slug, true, 1);
const storeOf = (kept: Storage) => createStore(() => kept);
const inStore = (kept: Storage) => kept.getItem(STORE_KEY);
const BLOCKED = () => {
  throw new DOMException('denied', 'SecurityError');
};

test('what is done is kept, and known to the next page', () => {
  const kept = new Kept();
  const store = storeOf(kept);
  expect(inStore(kept)).toBe(null);
  store.change(read('states'));
  expect(inStore(kept)).toBe(closeProgress(read('states')(NO_PROGRESS)));
  expect(storeOf(kept).progress()).toEqual(store.progress());
  expect(store.trouble()).toBe(null);
});

test('listeners hear of every change until they stop', () => {
  const kept = new Kept();
  const store = storeOf(kept);
  const heard: boolean[] = [];
  const stop = store.onChange(() => heard.push(isRead(store.progress(), 'states')));
  store.change(read('reset'));
  storeOf(kept).change(read('states'));
  store.look();
  stop();
  store.change(read('lab'));
  expect(heard).toEqual([false, true]);
});

describe('two pages', () => {
  test('neither overwrites what the other has written since', () => {
    const kept = new Kept();
    const [one, other] = [storeOf(kept), storeOf(kept)];
    one.change(read('states'));
    other.change(read('reset'));
    expect(Object.keys(storeOf(kept).progress().sections)).toEqual(['reset', 'states']);
  });

  test('what one has forgotten stays forgotten when the other goes on', () => {
    const kept = new Kept();
    const [one, other] = [storeOf(kept), storeOf(kept)];
    one.change(read('states'));
    other.look();
    one.change(allForgotten);
    other.change(read('reset'));
    expect(Object.keys(storeOf(kept).progress().sections)).toEqual(['reset']);
  });

  test('writing at the very same moment, both end with everything', () => {
    /** Writes of both pages go one after the other into a storage from which both have read before. */
    fc.assert(
      fc.property(DEED, DEED, DEED, (common, here, there) => {
        const kept = new Kept();
        storeOf(kept).change(common);
        const old = inStore(kept)!;
        const [one, other] = [storeOf(kept), storeOf(kept)];
        one.change(here);
        const ofOne = one.progress();
        kept.setItem(STORE_KEY, old);
        other.change(there);
        const all = merge(ofOne, other.progress());
        // Each hears that the other has written, until there is nothing more to hear.
        one.look();
        other.look();
        const settled = inStore(kept);
        one.look();
        other.look();
        expect([one.progress(), other.progress(), inStore(kept)]).toEqual([all, all, settled]);
        expect(settled).toBe(closeProgress(all));
      }),
    );
  });

  test('what the reader takes away in the browser is gone', () => {
    const kept = new Kept();
    const store = storeOf(kept);
    store.change(read('states'));
    kept.clear();
    store.look();
    expect(store.progress()).toEqual(NO_PROGRESS);
    store.change(read('reset'));
    expect(Object.keys(storeOf(kept).progress().sections)).toEqual(['reset']);
  });
});

describe('a browser that keeps nothing', () => {
  test.each([
    ['the storage cannot even be asked for', () => createStore(BLOCKED), 'blocked'],
    ['it cannot be read', () => storeOf(Object.assign(new Kept(), { getItem: BLOCKED })), 'blocked'],
    ['it cannot be written', () => storeOf(Object.assign(new Kept(), { setItem: BLOCKED })), 'blocked'],
    ['it is full', () => storeOf(new Kept({}, 20)), 'full'],
  ] as const)('%s: everything works until the page is left', (_what, open, trouble) => {
    const store: Store = open();
    store.change(read('states'));
    store.look();
    store.change(read('reset'));
    expect(Object.keys(store.progress().sections)).toEqual(['reset', 'states']);
    expect(store.trouble()).toBe(trouble);
  });

  test('when there is room again, everything is written', () => {
    const kept = new Kept({ other: 'x'.repeat(100) }, 120);
    const store = storeOf(kept);
    store.change(read('states'));
    expect([store.trouble(), inStore(kept)]).toEqual(['full', null]);
    kept.room = 1000;
    store.look();
    expect([store.trouble(), inStore(kept)]).toEqual([null, closeProgress(store.progress())]);
  });

  test('when it is full half-way, what had been kept stays, and what came since is known here', () => {
    const kept = new Kept();
    const store = storeOf(kept);
    store.change(read('states'));
    const before = inStore(kept);
    kept.room = 0;
    store.change(read('reset'));
    storeOf(kept).look();
    store.look();
    expect([store.trouble(), inStore(kept), Object.keys(store.progress().sections)]).toEqual(['full', before, ['reset', 'states']]);
  });
});

describe('a record that cannot be read', () => {
  test.each([
    ['garbage', '{"record":"handshake-lab progress","vers'],
    ['of somebody else', '[1,2,3]'],
    ['damaged', '{"record":"handshake-lab progress","version":2,"progress":{"era":"?"}}'],
  ])('%s: it is put aside as it is, and a new one begins', (_what, text) => {
    const kept = new Kept({ [STORE_KEY]: text });
    const store = storeOf(kept);
    expect([store.progress(), store.trouble(), inStore(kept)]).toEqual([NO_PROGRESS, null, closeProgress(NO_PROGRESS)]);
    expect(unreadable(() => kept)).toEqual([{ key: `${ASIDE}1`, text }]);
    store.change(read('states'));
    kept.setItem(STORE_KEY, 'again');
    store.look();
    expect(unreadable(() => kept).map((one) => one.text)).toEqual([text, 'again']);
    expect(isRead(storeOf(kept).progress(), 'states')).toBe(true);
  });

  test('without room to put it aside it stays where it is', () => {
    const kept = new Kept({ [STORE_KEY]: 'garbage' }, 40);
    const store = storeOf(kept);
    store.change(read('states'));
    store.look();
    expect([inStore(kept), store.trouble(), isRead(store.progress(), 'states')]).toEqual(['garbage', 'full', true]);
  });

  test('of a later version it stays where it is, and nothing is written over it', () => {
    const text = '{"record":"handshake-lab progress","version":99,"progress":{"all":"new"}}';
    const kept = new Kept({ [STORE_KEY]: text });
    const store = storeOf(kept);
    store.change(read('states'));
    store.look();
    expect([inStore(kept), store.trouble(), isRead(store.progress(), 'states'), unreadable(() => kept)]).toEqual([text, 'newer', true, []]);
    kept.removeItem(STORE_KEY);
    store.change(read('reset'));
    expect([store.trouble(), inStore(kept)]).toEqual([null, closeProgress(store.progress())]);
  });

  test('of an earlier version it is read, and written in the form of today with the next change', () => {
    const text = '{"record":"handshake-lab progress","version":1,"progress":{"read":{"states":5},"answers":[]}}';
    const kept = new Kept({ [STORE_KEY]: text });
    const store = storeOf(kept);
    expect([isRead(store.progress(), 'states'), inStore(kept)]).toEqual([true, text]);
    store.change((progress) => answered(progress, 'states', { id: 'a', kind: 'state', topic: 'opening', right: true, firstTry: true, misconceptions: [] }, 9));
    expect(inStore(kept)).toBe(closeProgress(store.progress()));
  });

  test('where nothing can be asked for, there is nothing aside', () => {
    expect(unreadable(BLOCKED)).toEqual([]);
  });
});
