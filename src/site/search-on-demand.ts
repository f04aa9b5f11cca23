/** What Starlight hands to the search interface. */
type Options = Readonly<Record<string, unknown>> & { readonly element: string };

/**
 * Stands in for Pagefind's interface, which Starlight makes with `new`, and fetches it when a reader is about to
 * search: the search box is on every page, its 24 kB and 20 kB of looks are not.
 */
export function PagefindUI(options: Options): void {
  const dialog = document.querySelector(options.element)?.closest('dialog');
  const button = document.querySelector('button[data-open-modal]');
  if (!dialog) return;
  let asked = false;
  const fetchOnce = async (): Promise<void> => {
    if (asked) return;
    asked = true;
    const { PagefindUI: Interface, withoutParticles } = await import('./search-interface.ts');
    new Interface({ ...options, processTerm: withoutParticles });
    if (dialog.open) dialog.querySelector('input')?.focus();
  };
  const ask = () => void fetchOnce();
  for (const sign of ['pointerenter', 'focus', 'click']) button?.addEventListener(sign, ask, { once: true });
  new MutationObserver(ask).observe(dialog, { attributeFilter: ['open'] });
  if (dialog.open) ask();
}
