import type { ClientDirective } from 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** The island wakes when the reader first points at it, touches it or moves the focus into it; until then its code is not fetched. With `or-address` it also wakes when the address has a fragment, which may hold what it has to show. */
    'client:touch'?: boolean | 'or-address';
  }
}

const FIRST_TOUCH = ['pointerover', 'touchstart', 'focusin'] as const;

/** What the browser does by itself, with or without the island. */
const NATIVE = 'a, summary, input, select, label';

/** What a reader has set a slider or a list to. */
interface Setting {
  readonly type: 'input' | 'change';
  readonly field: HTMLInputElement | HTMLSelectElement;
  readonly value: string;
}

/** Wakes an island at the first touch, and repeats for it the click and the setting that came before it was awake. */
const touch: ClientDirective = (load, { value }, island) => {
  let clicked: Element | null = null;
  let set: Setting | null = null;
  let isWaking = false;
  const remember = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest(NATIVE) !== null) return;
    event.preventDefault();
    event.stopPropagation();
    clicked = target;
    onTouch();
  };
  const rememberSetting = ({ type, target }: Event) => {
    if ((type === 'input' && target instanceof HTMLInputElement) || (type === 'change' && target instanceof HTMLSelectElement)) set = { type, field: target, value: target.value };
    onTouch();
  };
  const repeat = () => {
    island.removeEventListener('click', remember, true);
    island.removeEventListener('input', rememberSetting, true);
    island.removeEventListener('change', rememberSetting, true);
    if (set !== null) {
      // The island, when it woke, has put back what it was.
      set.field.value = set.value;
      set.field.dispatchEvent(new Event(set.type, { bubbles: true }));
    }
    clicked?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  };
  const wake = async () => {
    const hydrate = await load();
    await hydrate();
    // Two frames on, the island's effects have run.
    requestAnimationFrame(() => requestAnimationFrame(repeat));
  };
  const onTouch = () => {
    if (isWaking) return;
    isWaking = true;
    for (const type of FIRST_TOUCH) island.removeEventListener(type, onTouch);
    void wake();
  };
  island.addEventListener('click', remember, true);
  island.addEventListener('input', rememberSetting, true);
  island.addEventListener('change', rememberSetting, true);
  for (const type of FIRST_TOUCH) island.addEventListener(type, onTouch, { passive: true });
  if (value !== 'or-address') return;
  if (location.hash === '') addEventListener('hashchange', onTouch, { once: true });
  else onTouch();
};

export default touch;
