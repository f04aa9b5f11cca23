import { useEffect, type MutableRef } from 'preact/hooks';

/** What the focus can go back to: no field, since that would bring up a keyboard on a phone. */
const HOMES = 'button, a[href], summary, [tabindex]';

/** How many places are remembered where the focus has been. */
const REMEMBERED = 30;

/**
 * Keeps the focus in the island where what has it goes away: a button whose deed is done, a tab that is closed, a drawer.
 * It goes to the nearest place around that is still there: to what is current in it, or to where the focus last was in it, or to its first button.
 */
export function useKeptFocus(root: MutableRef<HTMLElement | null>): void {
  useEffect(() => {
    const island = root.current;
    if (island === null) return;
    let trail: readonly HTMLElement[] = [];
    let around: readonly Element[] = [];
    let isKeyboard = false;
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      trail = [target, ...trail.filter((one) => one !== target && one.isConnected)].slice(0, REMEMBERED);
      around = ancestors(target, island);
      isKeyboard = target.matches(':focus-visible');
    };
    const onFocusOut = ({ target }: FocusEvent) => {
      // Some browsers send this while they remove the element, and all of them before the next one has the focus: what has happened is seen only afterwards.
      queueMicrotask(() => {
        if (target instanceof Node && target.isConnected && !island.contains(document.activeElement)) around = [];
      });
    };
    const observer = new MutationObserver(() => {
      if (around.length === 0 || trail[0]?.isConnected !== false || document.activeElement !== document.body) return;
      homeOf(around, trail, island)?.focus({ preventScroll: !isKeyboard });
    });
    island.addEventListener('focusin', onFocusIn);
    island.addEventListener('focusout', onFocusOut);
    observer.observe(island, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      island.removeEventListener('focusin', onFocusIn);
      island.removeEventListener('focusout', onFocusOut);
    };
  }, []);
}

function ancestors(element: Element, island: Element): readonly Element[] {
  const parent = element.parentElement;
  return parent === null || element === island ? [] : [parent, ...ancestors(parent, island)];
}

function homeOf(around: readonly Element[], trail: readonly HTMLElement[], island: Element): HTMLElement | undefined {
  for (const element of around) {
    const homes = element.isConnected ? [...element.querySelectorAll<HTMLElement>(HOMES)].filter((one) => one.getClientRects().length > 0) : [];
    const home = (element === island ? undefined : homes.find((one) => one.matches('button[aria-current]'))) ?? trail.find((one) => homes.includes(one)) ?? homes[0];
    // Of buttons that exclude each other the one that is pressed.
    if (home !== undefined) return home.hasAttribute('aria-pressed') ? (home.parentElement?.querySelector<HTMLElement>(':scope > [aria-pressed="true"]') ?? home) : home;
  }
  return undefined;
}
