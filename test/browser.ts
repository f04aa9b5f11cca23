import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { LATE } from './late.ts';

/** A Chromium that can be started: what it is, where, and what its process needs. */
export interface Found {
  readonly name: string;
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Arguments that a Chromium in a container or on a continuous-integration machine needs; where it would have to emulate a graphics processor it is better without: a page then takes little more than half the processor time. */
const ARGUMENTS = ['--disable-gpu', '--disable-software-rasterizer', '--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];

const CACHE = join(import.meta.dirname, '..', '.cache', 'chromium');

const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => join(process.env[name] ?? 'C:\\', 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium of `CHROME_PATH`, or Chrome or Chromium where the system keeps them. */
function systemChromium(): Found | null {
  const named = process.env['CHROME_PATH'] ?? '';
  if (named !== '') return { name: 'Chromium of CHROME_PATH', executablePath: named, env: {} };
  const path = INSTALLED[process.platform]?.find(isExecutable);
  return path === undefined ? null : { name: 'Chromium of the system', executablePath: path, env: {} };
}

function packedVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'));
  return parsed !== null && typeof parsed === 'object' && 'version' in parsed ? String(parsed.version) : 'unknown';
}

/** Fonts for a system without any; where there are some, they are used as well. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}

/** Unpacks the Chromium of the npm package, with the libraries that a bare system lacks; the package unpacks into TMPDIR. */
async function unpackInto(folder: string): Promise<void> {
  const { AWS_EXECUTION_ENV: aws, TMPDIR: temporary, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts } = process.env;
  const unpacking = `${folder}.${process.pid}`;
  mkdirSync(unpacking, { recursive: true });
  Object.assign(process.env, { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x', TMPDIR: unpacking });
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    for (const [name, value] of Object.entries({ AWS_EXECUTION_ENV: aws, TMPDIR: temporary, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts })) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
  writeFileSync(join(unpacking, 'fonts.conf'), fontConfiguration(folder));
  try {
    renameSync(unpacking, folder);
  } catch (error) {
    rmSync(unpacking, { recursive: true, force: true });
    // Another process may have been first.
    if (!existsSync(folder)) throw error;
  }
}

/** The Chromium that comes with the npm package `@sparticuz/chromium` (Linux x64 only), unpacked once into `.cache`. */
async function packedChromium(): Promise<Found | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const version = packedVersion();
  const folder = join(CACHE, version);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    name: `Chromium of @sparticuz/chromium ${version}`,
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** The Chromium that `npx playwright-core install chromium` has fetched. */
function playwrightChromium(): Found | null {
  const path = chromium.executablePath();
  return existsSync(path) ? { name: 'Chromium of Playwright', executablePath: path, env: {} } : null;
}

/** How many times slower than this one the machine of a reader is to be, as `SLOWER` in the environment says; 1: no slower. */
function slower(): number {
  const asked = process.env['SLOWER'] ?? '1';
  const rate = Number(asked);
  if (!(rate >= 1)) throw new Error(`SLOWER is "${asked}", and has to be a number from 1 upwards: how many times slower pages are to run.`);
  return rate;
}

/** Slows down a page from before its first script. A page that is closed at once needs no slowing down. */
async function slowDown(page: Page, rate: number): Promise<void> {
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
  } catch (error) {
    if (!page.isClosed()) throw error;
  }
}

async function start(found: Found, more: readonly string[] = []): Promise<Browser> {
  const rate = slower();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...ARGUMENTS, ...more],
    env: { ...Object.fromEntries(inherited), ...found.env },
  });
  browser.on('context', (context) => {
    context.setDefaultTimeout(LATE);
    if (rate > 1) context.on('page', (page) => void slowDown(page, rate));
  });
  return browser;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 4).join(' ');
}

/** The first Chromium that really starts and opens a page: the system's, the npm package's, Playwright's. Throws, with what to do, where none does. */
export async function findChromium(): Promise<Found> {
  const failures: string[] = [];
  for (const [what, look] of [
    ['Chrome or Chromium of the system', systemChromium],
    ['npm package @sparticuz/chromium (Linux x64)', packedChromium],
    ["Playwright's own Chromium", playwrightChromium],
  ] as const) {
    try {
      const found = await look();
      if (found === null) {
        failures.push(`${what}: not here`);
        continue;
      }
      const browser = await start(found);
      const page = await browser.newPage();
      await page.close();
      await browser.close();
      return found;
    } catch (error) {
      failures.push(`${what}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `The tests need a Chromium, and none could be started.\n${failures.map((line) => `  - ${line}`).join('\n')}\n` +
      'Do one of these and run the tests again:\n' +
      '  - install Google Chrome or Chromium, or set CHROME_PATH to the program;\n' +
      '  - run: npx playwright-core install --with-deps chromium',
  );
}

/** Starts the Chromium that the global setup found, or, outside of it, the first one that works, with these arguments beside its own. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const known = process.env['HANDSHAKE_CHROMIUM'] ?? '';
  // Written by the global setup of this run, as `Found`.
  return start(known === '' ? await findChromium() : (JSON.parse(known) as Found), more);
}
