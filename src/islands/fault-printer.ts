import { useEffect, useState } from 'preact/hooks';

type Printer = typeof import('../scenario/print.ts').printFault;

let fetched: Promise<Printer> | null = null;
let here: Printer | null = null;

/** Fetches what writes a fault in the notation, once: only a reader who changes something needs it. A failed attempt is made again at the next call. */
export function fetchPrinter(): Promise<Printer> {
  fetched ??= import('../scenario/print.ts').then(({ printFault }) => (here = printFault));
  fetched.catch(() => (fetched = null));
  return fetched;
}

/** What writes a fault in the notation; null until it is here. */
export function usePrinter(): Printer | null {
  const [printer, setPrinter] = useState(() => here);
  useEffect(() => {
    if (printer === null) fetchPrinter().then((found) => setPrinter(() => found), () => undefined);
  }, [printer]);
  return printer;
}
