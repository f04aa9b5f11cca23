import type { Want } from './leaf.ts';

/** One text that satisfies a want. */
export function example(want: Want): string {
  switch (want.type) {
    case 'word':
      return want.word;
    case 'number':
      return String(want.example);
    case 'turn':
      return '2nd';
    case 'share':
      return '2 %';
    case 'time':
      return want.example;
    case 'name':
      return 'client';
  }
}
