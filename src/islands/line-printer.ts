import { useEffect, useState } from 'preact/hooks';

type Printers = typeof import('./print-line.ts');

let fetched: Promise<Printers> | null = null;
let here: Printers | null = null;

/** Fetches what writes lines of the notation, once: only a reader who changes something needs it. A failed attempt is made again at the next call. */
export function fetchPrinter(): Promise<Printers> {
  fetched ??= import('./print-line.ts').then(({ printLine, describeAct }) => (here = { printLine, describeAct }));
  fetched.catch(() => (fetched = null));
  return fetched;
}

/** What writes lines of the notation; null until it is here. */
export function usePrinter(): Printers | null {
  const [printers, setPrinters] = useState(here);
  useEffect(() => {
    if (printers === null) fetchPrinter().then(setPrinters, () => undefined);
  }, [printers]);
  return printers;
}
