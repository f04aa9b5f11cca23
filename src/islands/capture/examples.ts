import type { Lang } from '../messages.ts';

/** Captures of our own that everybody can open, in the order in which they are offered: of a real Linux, in `public/captures`; and the whole course, which the build writes. */
export const EXAMPLES = [
  '01-normal-close4',
  '03-syn-lost-once',
  '13-closed-port',
  '16-simultaneous-close',
  '20c-rst-exact-B',
  '22-zero-window',
  '24-fast-retransmit',
  '25-old-duplicate-syn',
  '45-accept-queue-full',
  'course',
] as const;

/** The name of an example. */
export type Example = (typeof EXAMPLES)[number];

/** Where an example is, from the folder of captures on: the course's comments are in the reader's language. */
export function exampleFile(name: Example, lang: Lang): string {
  return name === 'course' ? `${lang}/course.pcapng` : `${name}.pcap`;
}
