import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** What a command wrote, and how it ended. */
export interface Called {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

const COMMAND = resolve('src/cli/handshake.ts');

/** Where Node keeps what it has made of the sources, which takes it longer than most commands. */
const COMPILED = resolve('.cache', 'compiled');

/** Calls `handshake` with these arguments as a user does, in a process of its own: in this folder, with this on its standard input. */
export function called(args: readonly string[], { cwd = process.cwd(), input = '', env = {} }: { readonly cwd?: string; readonly input?: string | Uint8Array; readonly env?: Readonly<Record<string, string>> } = {}): Promise<Called> {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd, env: { ...process.env, FORCE_COLOR: undefined, COLUMNS: '80', NODE_COMPILE_CACHE: COMPILED, ...env } });
  let out = '';
  let error = '';
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (error += String(text)));
  child.stdin.end(input);
  return new Promise((done) => child.once('close', (code) => done({ code, out, error })));
}
