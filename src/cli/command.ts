import { styleText } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import { aligned } from './columns.ts';

/** How the command ends: everything fine, problems found in what was given, or called as it cannot be. */
export const EXIT = { fine: 0, problems: 1, misuse: 2 } as const;

/** The last lines of every command's help. */
const EXITS = `
Ends with 0 where all is well, with 1 where problems were found, with 2 where it was called as it cannot be.`;

/** What was asked for cannot be: an unknown name, a file that is not there. Told in a line, and exit code 2. */
export class Misuse extends Error {}

/** A command in the style of all: colours in its help, its misuse told with the nearest known name, its examples at the end. It throws where commander would end the process. */
export function courseCommand(name: string, description: string, examples: readonly (readonly [string, string])[] = []): Command {
  const lines = aligned(examples).map((line) => `  ${line}`);
  return new Command(name)
    .description(description)
    .exitOverride()
    .allowExcessArguments(false)
    .configureHelp({ styleTitle: (text) => styleText('bold', text, { validateStream: false }), styleUsage: (text) => styleText('cyan', text, { validateStream: false }) })
    .addHelpText('after', examples.length === 0 ? EXITS : `\nExamples:\n${lines.join('\n')}\n${EXITS}`);
}

/** Reads a whole number of `what`, at least `least`. */
export function countOf(what: string, least: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(count) || count < least) throw new InvalidArgumentError(`A whole number of ${what} is needed, ${least} or more.`);
    return count;
  };
}
