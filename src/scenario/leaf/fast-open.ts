import type { HostSetup } from '../../simulation/scenario.ts';
import { isWord } from '../line.ts';
import { refused, taken, wantsOf, type Leaf } from './leaf.ts';
import { orNot } from './or-not.ts';

type FastOpen = HostSetup['fastOpen'];

const WITH_COOKIE = ['with', 'cookie'];
const WITH_OLD_COOKIE = ['with', 'old', 'cookie'];

/** With which cookie a host begins: none, `with cookie`, `with old cookie`. */
const cookie: Leaf<FastOpen> = {
  words: [...new Set([...WITH_COOKIE, ...WITH_OLD_COOKIE])],
  read: (line, at) => {
    const says = (words: readonly string[]) => words.every((word, i) => isWord(line, at + i, word));
    if (says(WITH_COOKIE)) return taken(at + WITH_COOKIE.length, 'cookie');
    if (says(WITH_OLD_COOKIE)) return taken(at + WITH_OLD_COOKIE.length, 'old cookie');
    if (!isWord(line, at, 'with')) return { ...taken(at, 'on'), more: wantsOf(['with cookie', 'with old cookie']) };
    return refused(at + 1, ['cookie', 'old']);
  },
  write: (fastOpen) => (fastOpen === 'cookie' ? WITH_COOKIE : fastOpen === 'old cookie' ? WITH_OLD_COOKIE : []).join(' '),
};

/** What a host does about TCP Fast Open: `Fast Open`, `Fast Open with cookie`, `no Fast Open`. */
export const fastOpenLeaf: Leaf<FastOpen> = orNot<FastOpen>('Fast Open', cookie, 'off');
