import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What package-lock.json says of one package, as far as it matters here. */
interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package-lock.json of version 3. */
export interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

/** The optional packages that the lock's packages name and that it does not list, each with one of those who name it. */
export function missingOptional({ packages }: Lock): readonly { readonly name: string; readonly version: string; readonly dev: boolean }[] {
  const missing = new Map<string, { name: string; version: string; dev: boolean }>();
  for (const [path, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isThere = `${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
      if (!isThere) missing.set(name, { name, version, dev: dev && (missing.get(name)?.dev ?? true) });
    }
  }
  return [...missing.values()];
}

const SYSTEMS: Readonly<Record<string, string>> = { android: 'android', darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', openharmony: 'openharmony', win32: 'win32', windows: 'win32' };
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];

/** What a package's name says of where it runs, as package-lock.json writes it; null where it says nothing. */
export function platformOf(name: string): object | null {
  const words = name.split(/[/-]/u);
  const system = words.map((word) => SYSTEMS[word]).find((found) => found !== undefined);
  const processor = PROCESSORS.find((one) => words.includes(one));
  if (processor === undefined || (system === undefined && processor !== 'wasm32')) return null;
  const libc = words.at(-1)?.startsWith('musl') === true ? 'musl' : 'glibc';
  return { cpu: [processor], ...(system === undefined ? {} : { os: [system] }), ...(system === 'linux' && /gnu|musl/u.test(name) ? { libc: [libc] } : {}) };
}

function completed(lock: Lock): Lock {
  const added = missingOptional(lock).map(({ name, version, dev }): [string, Locked] => {
    const platform = platformOf(name);
    if (platform === null || !/^\d+\.\d+\.\d+$/u.test(version)) throw new Error(`${name}@${version}: not known for which platform it is; add it to package-lock.json by hand`);
    return [`node_modules/${name}`, { version, ...platform, ...(dev ? { dev } : {}), optional: true }];
  });
  const [root, ...others] = [...Object.entries(lock.packages), ...added];
  const sorted = others.sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(root === undefined ? sorted : [root, ...sorted]) };
}

// npm leaves optional packages of other platforms out of the lock when it cannot fetch them, and then refuses its own lock: this puts them back.
if (import.meta.main) {
  const file = join(import.meta.dirname, '..', 'package-lock.json');
  // The form is npm's own.
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  console.log(`${missingOptional(lock).length} optional packages of other platforms added to package-lock.json`);
  writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
}
