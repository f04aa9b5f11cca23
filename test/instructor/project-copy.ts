import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..');

/** What an instructor's clone has, but for what is installed. */
const PARTS = ['bin', 'content', 'public', 'schemas', 'src', 'astro.config.mjs', 'content.config.ts', 'package.json', 'tsconfig.json'];

/** A clone of the project in which a test may write, with the packages and the drawn figures of this one. */
export interface ProjectCopy {
  readonly folder: string;
  readonly root: URL;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  /** Puts one text in another's place, which has to be there just once. */
  readonly edit: (path: string, from: string, to: string) => void;
  /** Commits everything that is there. */
  readonly commit: (message: string) => void;
}

/** Makes a copy of the project below `.cache`, where its packages are found and nothing else looks; a cold one has none of the figures that were drawn here. */
export function projectCopy(name: string, { isCold = false } = {}): ProjectCopy {
  const folder = join(ROOT, '.cache', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) if (existsSync(join(ROOT, part))) cpSync(join(ROOT, part), join(folder, part), { recursive: true, filter: (file) => !file.endsWith('.test.ts') });
  linkPackages(join(folder, 'node_modules'), isCold ? [...OWN, '.cache'] : OWN);
  const at = (path: string) => join(folder, path);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  const read = (path: string) => readFileSync(at(path), 'utf8');
  const git = (...args: readonly string[]) => execFileSync('git', ['-c', 'user.name=Instructor', '-c', 'user.email=instructor@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, stdio: 'pipe' });
  git('init', '--quiet');
  return {
    folder,
    root: pathToFileURL(`${folder}/`),
    read,
    write,
    remove: (path) => {
      rmSync(at(path));
    },
    edit: (path, from, to) => {
      const text = read(path);
      if (text.split(from).length !== 2) throw new Error(`${path} does not have just one “${from}”`);
      write(path, text.replace(from, () => to));
    },
    commit: (message) => {
      git('add', 'content');
      git('commit', '--quiet', '--message', message);
    },
  };
}

/** The packages of this project and the figures that it has drawn, but a place of its own for what a development server keeps. */
function linkPackages(folder: string, without: readonly string[]): void {
  const packages = join(ROOT, 'node_modules');
  mkdirSync(folder);
  for (const name of readdirSync(packages)) if (!without.includes(name)) symlinkSync(join(packages, name), join(folder, name));
}

const OWN = ['.vite', '.astro', '.package-lock.json'];

/** How a command of the copy ended. */
export interface Ended {
  readonly code: number;
  readonly printed: string;
}

/** What a test runner says of itself to Vite would make another server of it. */
const RUNNER = /^(?:VITEST|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|NODE_ENV$)/;

const ENV = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !RUNNER.test(name))), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };

/** Runs `handshake` in the copy, as an instructor does. */
export function handshake({ folder }: ProjectCopy, ...args: readonly string[]): Promise<Ended> {
  return ended(spawn(process.execPath, [join(folder, 'bin/handshake.mjs'), ...args], { cwd: folder, env: ENV }));
}

/** Builds the copy, with these variables beside those of the environment. */
export function build({ folder }: ProjectCopy, variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return ended(spawn(process.execPath, [astroIn(folder), 'build'], { cwd: folder, env: { ...ENV, ...variables } }));
}

/** A development server of the copy. */
export interface DevServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts `npm run dev` in the copy; resolves when it answers. */
export async function dev({ folder }: ProjectCopy): Promise<DevServer> {
  const child = spawn(process.execPath, [astroIn(folder), 'dev', '--port', String(await freePort())], { cwd: folder, env: ENV });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        const found = /http:\/\/localhost:\d+/.exec(printed);
        if (found !== null) resolve(found[0]);
      });
    }
    child.once('exit', () => {
      reject(new Error(printed));
    });
  });
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.kill();
      }),
  };
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

function astroIn(folder: string): string {
  return join(folder, 'node_modules/astro/bin/astro.mjs');
}

function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, printed });
    });
  });
}
