import { Option, type Command } from 'commander';
import { othersText } from '../../capture/others-text.ts';
import { hintSaid, problemSaid } from '../../capture/problem-said.ts';
import type { Language } from '../../components/language.ts';
import { messagesIn, wordsIn } from '../../components/words.ts';
import type { Survey } from '../../capture/survey.ts';
import type { CaptureProblem } from '../../wire/file/capture-problem.ts';
import { EXIT, Misuse, countOf, courseCommand } from '../command.ts';
import { languageOption } from '../language-option.ts';
import { listJson } from './capture-json.ts';
import { CONVERSATION_FORMATS, type Followed } from './conversation-text.ts';
import { inputOf, type Input } from './input.ts';
import { listLines } from './list-lines.ts';
import { followed, surveyed } from './passes.ts';

interface Options {
  readonly conversation?: number;
  readonly format: keyof typeof CONVERSATION_FORMATS;
  readonly relative: boolean;
  readonly language: Language;
}

/** Tells on the standard error where and why reading stopped, and what to do about it. */
function tellProblem(file: string, { fault, offset, frame }: CaptureProblem, language: Language): void {
  const words = wordsIn(language);
  const [why, hint] = [problemSaid(fault), hintSaid(fault)].map(({ key, params }) => words(key, params));
  const whole = fault.type === 'foreign' ? why : words('capture.problem.at', { why: why ?? '', offset, frame });
  process.stderr.write(`${file}: ${whole ?? ''}\n ${hint ?? ''}\n`);
}

/** The capture, as its list of conversations, and what else was in it. */
function listText(found: Survey, { format, language }: Options): string {
  if (format === 'json') return JSON.stringify(listJson(found), null, 2);
  const conversations = found.conversations();
  const dropped = found.dropped();
  const words = wordsIn(language);
  const list = conversations.length > 0 ? listLines(conversations, language).join('\n') : words(found.frames() === 0 ? 'capture.no-frames' : 'capture.no-tcp');
  const beside = [
    othersText(found.others(), messagesIn(language), String),
    dropped.unanswered > 0 ? words('capture.dropped.unanswered', { count: dropped.unanswered }) : '',
    dropped.segments > 0 ? words('capture.dropped.segments', { count: dropped.segments }) : '',
  ].filter((line) => line !== '');
  return [list, ...(beside.length > 0 ? ['', ...beside] : [])].join('\n');
}

async function follow(input: Input, found: Survey, wanted: number, isRelative: boolean): Promise<Followed> {
  const conversation = found.conversations().find(({ number }) => number === wanted);
  const count = found.count();
  if (conversation === undefined) throw new Misuse(count === 0 ? `${input.name} has no conversation.` : `${input.name} has no conversation ${wanted}: there are ${count}, from 0 on.`);
  return followed(input, found, conversation, isRelative);
}

const EXAMPLES = [
  ['handshake pcap read my.pcapng', 'its conversations, and what happened to each'],
  ['handshake pcap read my.pcapng --conversation 3', 'the segments of one, and what does not fit the rules'],
  ['handshake pcap read my.pcap.gz -c 3 -f story', 'told moment by moment, with the rules'],
  ['handshake pcap read my.pcap -c 3 -r -f scenario > mine.scenario', 'as a scenario, to be run again and changed'],
  ['tcpdump -w - … | handshake pcap read -', 'from the standard input'],
  ['handshake pcap read my.pcap -f json', 'for a program: schemas/capture.schema.json'],
] as const;

function readCommand(): Command {
  return courseCommand('read', 'Reads a capture (pcap, pcapng, gzip) and prints its TCP conversations, or follows one of them with the engine’s rules. What stands in the way of reading is told on the standard error.', EXAMPLES)
    .argument('<file>', 'a capture file, or - for the standard input')
    .option('-c, --conversation <number>', 'the one that is to be followed, by its number in the list', countOf('conversations', 0))
    .addOption(new Option('-f, --format <format>', 'table: the segments; story: moment by moment, with the rules; mermaid: a sequence diagram; scenario: what happened in the notation, to be run again; json: everything. The list is a table, or json').choices(Object.keys(CONVERSATION_FORMATS)).default('table'))
    .option('-r, --relative', 'sequence numbers from 0 on, as tools show them', false)
    .addOption(languageOption())
    .action(async (given: string, options: Options, command: Command) => {
      const { conversation, format, relative, language } = options;
      if (conversation === undefined && (format === 'story' || format === 'mermaid' || format === 'scenario')) command.error(`error: --format ${format} is for one conversation: say which with --conversation.`);
      const input = await inputOf(given);
      const found = await surveyed(input);
      const { problem, layout } = found.end();
      if (problem !== null) tellProblem(input.name, problem, language);
      process.exitCode = problem === null ? EXIT.fine : EXIT.problems;
      if (layout === null && format !== 'json') return;
      const text = conversation === undefined ? listText(found, options) : CONVERSATION_FORMATS[format](await follow(input, found, conversation, relative), language);
      process.stdout.write(`${text}\n`);
    });
}

/** `handshake pcap`: what is to be done with a capture file. */
export function pcapCommand(): Command {
  return courseCommand('pcap', 'Reads captures of real networks.').addCommand(readCommand());
}
