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

/** A field that a reader can set. */
type Settable = HTMLInputElement | HTMLSelectElement;

/** What sets the field again as the reader has set it: the island, when it woke, has put back what it was. Null where the event is not the one that tells. */
function settingOf({ type, target }: Event): (readonly [Settable, () => void]) | null {
  const isChecked = target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox');
  const telling = target instanceof HTMLSelectElement || isChecked ? 'change' : 'input';
  if (type !== telling || !(target instanceof HTMLSelectElement || target instanceof HTMLInputElement)) return null;
  const { value } = target;
  const checked = isChecked && target.checked;
  const again = () => {
    if (target instanceof HTMLInputElement && isChecked) target.checked = checked;
    else target.value = value;
    target.dispatchEvent(new Event(type, { bubbles: true }));
  };
  return [target, again];
}

/** Wakes an island at the first touch, and repeats for it the click and the settings that came before it was awake. */
const touch: ClientDirective = (load, { value }, island) => {
  let clicked: Element | null = null;
  const settings = new Map<Settable, () => void>();
  let isWaking = false;
  const remember = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest(NATIVE) !== null) return;
    event.preventDefault();
    event.stopPropagation();
    clicked = target;
    onTouch();
  };
  const rememberSetting = (event: Event) => {
    const setting = settingOf(event);
    if (setting !== null) {
      // What was set last is set last again.
      settings.delete(setting[0]);
      settings.set(...setting);
    }
    onTouch();
  };
  const repeat = () => {
    island.removeEventListener('click', remember, true);
    island.removeEventListener('input', rememberSetting, true);
    island.removeEventListener('change', rememberSetting, true);
    for (const again of settings.values()) again();
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
