/** The engine's sources and every unit test, by path from the root of the project, as they are at build. */
const FILES: Readonly<Record<string, string>> = import.meta.glob('../*/**/*.ts', { query: '?raw', import: 'default', eager: true });

const ENGINE = /^\.\.\/(?:tcp|simulation)\//;
const TEST = /\.test\.ts$/;

function chosen(wanted: (path: string) => boolean): readonly (readonly [file: string, text: string])[] {
  return Object.entries(FILES).flatMap(([path, text]) => (wanted(path) ? [[path.replace('..', 'src'), text] as const] : []));
}

/** The files that fulfil requirements: the rooms `tcp` and `simulation`. */
export const ENGINE_FILES = chosen((path) => ENGINE.test(path) && !TEST.test(path));

/** The files that prove them. */
export const TEST_FILES = chosen((path) => TEST.test(path) && !path.startsWith('../fidelity/'));
