import type { Profile } from '../../tcp/profile.ts';
import { isWord } from '../line.ts';
import { taken, wantsOf, type Leaf } from './leaf.ts';
import { orNot } from './or-not.ts';

/** How far an offer goes: always, or `if asked`. */
const howFar: Leaf<Profile['ecn']> = {
  words: ['if', 'asked'],
  read: (line, at) => (isWord(line, at, 'if') && isWord(line, at + 1, 'asked') ? taken(at + 2, 'if asked') : { ...taken(at, 'ask'), more: wantsOf(['if asked']) }),
  write: (ecn) => (ecn === 'if asked' ? ecn : ''),
};

/** What a host does about ECN: `ECN`, `ECN if asked`, `no ECN`. */
export const ecnLeaf: Leaf<Profile['ecn']> = orNot<Profile['ecn']>('ECN', howFar, 'off');
