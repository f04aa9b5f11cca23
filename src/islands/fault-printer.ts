import { useEffect, useState } from 'preact/hooks';

type Printers = Pick<typeof import('../scenario/print.ts'), 'printFault' | 'describeAct'>;

let fetched: Promise<Printers> | null = null;
let here: Printers | null = null;

/** Fetches what writes faults and acts in the notation, once: only a reader who changes something needs it. A failed attempt is made again at the next call. */
export function fetchPrinter(): Promise<Printers> {
  fetched ??= import('../scenario/print.ts').then((module) => (here = module));
  fetched.catch(() => (fetched = null));
  return fetched;
}

function usePrinters(): Printers | null {
  const [printers, setPrinters] = useState(here);
  useEffect(() => {
    if (printers === null) fetchPrinter().then(setPrinters, () => undefined);
  }, [printers]);
  return printers;
}

/** What writes a fault in the notation; null until it is here. */
export function usePrinter(): Printers['printFault'] | null {
  return usePrinters()?.printFault ?? null;
}

/** What writes an act in the notation, without saying when; null until it is here. */
export function useActPrinter(): Printers['describeAct'] | null {
  return usePrinters()?.describeAct ?? null;
}
