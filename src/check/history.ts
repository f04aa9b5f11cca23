import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DOCS } from './content.ts';

const execute = promisify(execFile);

/** What git knows of the pages below a root. */
export interface History {
  /** The commit that last changed a page, by its path from the root; nothing for one that was never committed. */
  readonly last: ReadonlyMap<string, Commit>;
  /** The paths of pages that are not as they were committed. */
  readonly changed: ReadonlySet<string>;
  /** The text of a page as it was in a commit; null where it was not there. */
  readonly textIn: (commit: Commit, path: string) => Promise<string | null>;
}

/** A commit. */
export interface Commit {
  readonly hash: string;
  /** The day on which it was made, such as `2026-11-23`. */
  readonly day: string;
  /** How many commits that change pages came after it, in the order of git's log. */
  readonly after: number;
}

/** Asks git about the pages below a root; null where there is no git, or no history. */
export async function historyBelow(root: URL): Promise<History | null> {
  const git = async (...args: readonly string[]) => (await execute('git', ['-c', 'core.quotePath=false', ...args], { cwd: fileURLToPath(root), maxBuffer: 2 ** 28 })).stdout;
  try {
    const [log, status] = await Promise.all([git('log', '--relative', '--name-only', '--format=%x01%H %cs', '--', DOCS), git('status', '--porcelain', '--no-renames', '--untracked-files=all', '-z', '--', DOCS)]);
    const prefix = (await git('rev-parse', '--show-prefix')).trim();
    return {
      last: lastIn(log),
      changed: new Set(status.split('\0').filter((entry) => entry !== '').map((entry) => entry.slice(3 + prefix.length))),
      textIn: async ({ hash }, path) => {
        try {
          return await git('show', `${hash}:./${path}`);
        } catch {
          return null;
        }
      },
    };
  } catch {
    return null;
  }
}

function lastIn(log: string): ReadonlyMap<string, Commit> {
  const last = new Map<string, Commit>();
  for (const [after, entry] of log.split('\u0001').slice(1).entries()) {
    const [head = '', ...paths] = entry.split('\n').filter((line) => line !== '');
    const [hash = '', day = ''] = head.split(' ');
    for (const path of paths) if (!last.has(path)) last.set(path, { hash, day, after });
  }
  return last;
}
