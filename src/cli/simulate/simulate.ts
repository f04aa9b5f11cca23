import { Option, type Command } from 'commander';
import { checkScenario } from '../../check/scenario.ts';
import type { Language } from '../../components/language.ts';
import { wordsIn } from '../../components/words.ts';
import { sequenceDiagram } from '../../diagram/sequence-diagram.ts';
import { run } from '../../simulation/run.ts';
import type { Trace } from '../../simulation/trace.ts';
import { PROFILE_NAMES, type ProfileName } from '../../tcp/profile.ts';
import { EXIT, Misuse, courseCommand } from '../command.ts';
import { languageOption } from '../language-option.ts';
import { sourceOf } from '../source.ts';
import { tellProblems } from '../tell-problems.ts';
import { saveCapture } from './save-capture.ts';
import { storyLines } from './story.ts';
import { tableLines } from './table.ts';
import { traceJson } from './trace-json.ts';

const FORMATS = {
  table: (trace, language) => tableLines(trace, language).join('\n'),
  story: (trace, language) => storyLines(trace, language).join('\n'),
  mermaid: (trace, language) => sequenceDiagram(trace, wordsIn(language)).trimEnd(),
  json: (trace) => JSON.stringify(traceJson(trace), null, 2),
} as const satisfies Readonly<Record<string, (trace: Trace, language: Language) => string>>;

const EXAMPLES = [
  ['handshake simulate my.scenario', 'the segments as a table, and how it ends'],
  ['handshake simulate syn-lost --format story', 'a scenario of the course, told moment by moment'],
  ['handshake simulate three-way -f mermaid -l ko', ''],
  ['handshake simulate -f json < my.scenario', 'all of it for a program: schemas/trace.schema.json'],
  ['handshake simulate abort --profile linux', 'the same under the habits of Linux'],
  ['handshake simulate syn-lost --pcap out.pcapng --view server', 'also what a capture at the server has of it, for Wireshark'],
  ['handshake simulate syn-lost --pcap - | tshark -r -', ''],
] as const;

interface Options {
  readonly format: keyof typeof FORMATS;
  readonly language: Language;
  readonly profile?: ProfileName;
  readonly pcap?: string;
  readonly view?: string;
  readonly ipv6?: boolean;
}

/** What the text runs, under another profile where one is given; null where it cannot be run. What does not hold of it is written to the standard error. */
function runOf(file: string, text: string, profile: ProfileName | undefined): Trace | null {
  const { trace, problems } = checkScenario(text, file);
  // Under another profile it need not end as its author says.
  const told = profile !== undefined && trace !== null ? [] : problems;
  tellProblems(told, text);
  if (told.length > 0) process.exitCode = EXIT.problems;
  return trace === null || profile === undefined ? trace : run({ ...trace.scenario, profile });
}

/** `handshake simulate`: fine only where the scenario can be read and ends as it says. */
export function simulateCommand(): Command {
  return courseCommand('simulate', 'Runs a scenario and prints what happens. Problems of its text, and expectations that do not hold, are told with line and column on the standard error.', EXAMPLES)
    .argument('[file]', 'a file, the name of a scenario of the course, or - for the standard input', '-')
    .addOption(new Option('-f, --format <format>', 'table: the segments; story: moment by moment, with the rules; mermaid: a sequence diagram; json: everything').choices(Object.keys(FORMATS)).default('table'))
    .addOption(languageOption())
    .addOption(new Option('-p, --profile <name>', 'whose habits the hosts have, whatever the scenario says; what it expects is then left alone').choices([...PROFILE_NAMES]))
    .addOption(new Option('--pcap <file>', 'saves the run as a capture too: as pcap where the name ends so, else as pcapng, with the story of each segment as its comment; - writes it to the standard output, and nothing else'))
    .addOption(new Option('--view <host>', 'the host where the capture is taken; the left one by default'))
    .addOption(new Option('--ipv6', 'the capture has IPv6 addresses'))
    .action((given: string, { format, language, profile, pcap, ...wish }: Options) => {
      const { file, text } = sourceOf(given);
      const trace = runOf(file, text, profile);
      if (trace === null) return;
      if (pcap !== undefined) saveCapture(trace, { pcap, ...wish }, language);
      else if (Object.keys(wish).length > 0) throw new Misuse('--view and --ipv6 say how a capture is taken: --pcap has to name its file.');
      if (pcap !== '-') process.stdout.write(`${FORMATS[format](trace, language)}\n`);
    });
}
