import { FILES, SLUG } from './lesson.ts';
import type { ProjectCopy } from './project-copy.ts';

/** What is told: file, `line:column`, message, and a part of the hint. */
export type Told = readonly [file: string, place: string, message: string, hint: string];

/** A mistake that an instructor makes, and what is told of it, whole. */
export interface Mistake {
  readonly what: string;
  readonly make: (copy: ProjectCopy) => void;
  readonly told: readonly Told[];
}

const { en, ko, scenario } = FILES;

/** One text in another's place, in one file or several. */
const instead = (what: string, files: readonly string[], from: string, to: string, ...told: readonly Told[]): Mistake => ({
  what,
  make: ({ edit }) => {
    for (const file of files) edit(file, from, to);
  },
  told,
});

const both = (place: string, message: string, hint: string): readonly Told[] => [[en, place, message, hint], [ko, place, message, hint]];

/** Each kind of mistake that there is, made once. */
export const MISTAKES: readonly Mistake[] = [
  instead('a scenario does not parse', [scenario], 'client connects', 'client conects', [scenario, '2:8', '“conects” is not a word that scenarios know.', '“connects” was probably meant.']),
  instead('a scenario does not end as it says', [scenario], 'expect client ESTABLISHED', 'expect client CLOSED', [scenario, '6:1', 'The scenario says “expect client CLOSED”, but the run gives ESTABLISHED.', 'Correct the expectation']),
  instead('a scenario never ends', [scenario], 'server listens', 'client keep-alive after 2 s, every 1 s, 3 probes\nserver listens', [scenario, '1:1', 'The scenario never comes to an end.', 'stop at 10 s']),
  instead('a scenario that no lesson uses does not parse', ['content/scenarios/whole-life.scenario'], 'server listens', 'server listnes', ['content/scenarios/whole-life.scenario', '2:8', '“listnes” is not a word that scenarios know.', '“listens” was probably meant.']),

  instead('a component that is none', [en], '<Figure', '<Fgure', [en, '18:1', 'There is no component <Fgure>.', 'Did you mean <Figure>?']),
  instead('a prop that is none', [en], ' title="The SYN,ACK is lost"', ' titel="The SYN,ACK is lost"', [en, '18:39', '<Figure> has no “titel”.', 'Did you mean “title”?']),
  instead('a figure without a description', [en], ' title="The SYN,ACK is lost"', '', [en, '18:1', '<Figure> needs “title”.', 'Write title="…"']),
  instead('a scenario that is none', [en], `<Figure scenario="${SLUG}"`, '<Figure scenario="the-answer-is-lots"', [en, '18:9', 'There is no scenario “the-answer-is-lots”.', `Did you mean “${SLUG}”?`]),
  instead('a kind of exercise that is none', [en], 'kind="next-segment"', 'kind="next-segmnet"', [en, '24:41', '“kind” of <Exercise> cannot be "next-segmnet".', 'Did you mean "next-segment"?']),
  instead('a lesson that is none', [en, ko], 'prerequisites: [three-way-handshake]', 'prerequisites: [three-way-handshakes]', ...both('5:17', 'There is no lesson “three-way-handshakes”.', 'Did you mean “three-way-handshake”?')),
  instead('a misconception that is none', [en], 'lost-third-ack-resets', 'lost-third-ack-rests', [en, '31:30', 'There is no misconception “lost-third-ack-rests”.', 'Did you mean “lost-third-ack-resets”?']),
  instead('a term that is not in the glossary', [en], '<Term name="endpoint"', '<Term name="endpiont"', [en, '20:14', 'There is no term “endpiont”.', 'Did you mean “endpoint”?']),
  instead('a topic that is none', [en], 'topic="loss"', 'topic="los"', [en, '26:34', '“topic” of <Ask> cannot be "los".', 'Did you mean "loss"?']),

  instead('the id of another question', [en, ko], `<Ask id="${SLUG}-end"`, '<Ask id="server-ports"', ...both('26:1', 'The lesson “states” has an <Ask> with the id “server-ports” too.', 'Give each an id of its own')),
  instead('the same exercise twice', [en, ko], 'seed={1} />', `seed={1} />\n\n<Exercise scenario="${SLUG}" kind="next-segment" />`, ...both('26:1', 'This page has the same <Exercise> in line 24.', 'Choose another “seed” or “kind”')),
  { what: 'the same heading twice', make: ({ edit }) => { edit(en, '### One more time', '### Two timers'); }, told: [[en, '22:1', 'This page has two headings “Two timers”; the other is in line 14.', '#two-timers-1']] },
  instead('a scenario twice in the gallery', ['content/gallery.json'], '"name": "opening-with-data"', '"name": "three-way"',
    ['content/gallery.json', '1:1', 'The scenario “opening-with-data” is not in the gallery.', 'Add it to a group'], ['content/gallery.json', '15:9', 'The gallery has the scenario “three-way” twice.', 'Take one of the two away.']),
  instead('two groups of one name', ['content/gallery.json'], '"id": "closing"', '"id": "opening"', ['content/gallery.json', '415:11', 'The gallery has two groups “opening”.', 'Give each an id of its own']),

  instead('a question without a right answer', [en], '- [x] ESTABLISHED {expect="server ESTABLISHED"}', '- [ ] ESTABLISHED', [en, '26:1', 'No option of this <Ask> is right.', 'Begin the right one with [x].']),
  instead('a question with only right answers', [en], '- [ ] CLOSED {misconception="lost-third-ack-resets"}', '- [x] CLOSED', [en, '26:1', 'Every option of this <Ask> is right.', 'Add one that is wrong']),
  instead('an answer that the engine refutes', [en], 'expect="server ESTABLISHED"', 'expect="server CLOSED"', [en, '29:28', 'This answer is marked as right, but in the run it is not so that “server CLOSED”: the engine gives ESTABLISHED.', '']),

  { what: 'a page that Korean lacks', make: ({ remove }) => { remove(ko); }, told: [[en, '1:1', `This page has no counterpart: ${ko} is missing.`, `Write ${ko}`]] },
  instead('a heading that Korean lacks', [ko], '### 한 번 더\n\n', '', [en, '22:1', 'In “ko” this page lacks the heading of level 3 “One more time”.', `Write it in ${ko}, behind line 18`]),
  instead('a figure that English lacks', [ko], '### 한 번 더', '<Figure scenario="three-way" title="셋" />\n\n### 한 번 더', [ko, '22:1', 'In “en” this page lacks the <Figure> “셋”.', `Write it in ${en}, behind line 18`]),
  instead('another figure in Korean', [ko], `<Figure scenario="${SLUG}"`, '<Figure scenario="three-way"', [ko, '18:1', 'This <Figure> has another “scenario” than in “en”.', `it is “${SLUG}”`]),
  instead('an answer that expects something else in Korean', [ko], ' {expect="server ESTABLISHED"}', '', [ko, '26:1', 'This <Ask> has other expectations in “ko” than in “en”.', 'Only the words may differ']),
  instead('other minutes in Korean', [ko], 'minutes: 10', 'minutes: 15', [ko, '4:1', `The lesson “${SLUG}” has other minutes in “ko” than in “en”.`, 'Write the same']),
  instead('a paragraph that is newer than the Korean page', [en], 'may, as in', 'may, whichever timer runs out first, as in', [en, '20:1', `This paragraph is newer than ${ko}, which was last changed on TODAY.`, 'Bring that page up to date.']),

  instead('a link to a page that is none', [en], '(../three-way-handshake/)', '(../three-way-handshak/)', [en, '20:44', 'The link “../three-way-handshak/” leads to no page.', 'Did you mean “../three-way-handshake/”?']),
  instead('a link that forgets where it is', [en], '(../three-way-handshake/)', '(three-way-handshake/)', [en, '20:44', 'The link “three-way-handshake/” leads to no page.', 'Did you mean “../three-way-handshake/”?']),
  instead('a link to a heading that is none', [en], '(#two-timers)', '(#two-timer)', [en, '42:5', `There is no “#two-timer” on the page en/${SLUG}/.`, 'Did you mean “#two-timers”?']),
  instead('an English heading in the Korean page', [ko], '(#두-타이머)', '(#two-timers)', [ko, '42:1', `There is no “#two-timers” on the page ko/${SLUG}/.`, 'Did you mean “#두-타이머”?']),
  instead('a link to a heading of another page that is none', [en], '(../three-way-handshake/)', '(../three-way-handshake/#no-such-thing)', [en, '20:44', 'There is no “#no-such-thing” on the page en/three-way-handshake/.', 'That page has #']),
  instead('a link into the other language', [ko], '(../three-way-handshake/)', '(../../en/three-way-handshake/)', [ko, '20:1', 'The link “../../en/three-way-handshake/” leads into another language.', 'Say “../three-way-handshake/”']),
  instead('a link from the root', [en], '(../three-way-handshake/)', '(/en/three-way-handshake/)', [en, '20:44', 'The link “/en/three-way-handshake/” breaks where the site stands in a folder.', 'Say the way from this page: “../three-way-handshake/”.']),
  instead('a link to the Lab that was cut', [en], '(../three-way-handshake/)', '(../lab/#s1=eNpLzk)', [en, '20:44', 'This link to the Lab cannot be read as a whole.', 'Copy it anew in the Lab']),

  instead('an image without a description', [en], '![Two hosts and a wire between them]', '![]', [en, '35:1', 'This image has no description.', 'what one sees there']),
  instead('an image that is not there', [en], '(./two-hosts.svg)', '(./to-hosts.svg)', [en, '35:1', 'There is no image “./to-hosts.svg”.', 'Did you mean “two-hosts.svg”?']),
  instead('Mermaid that does not parse', [en], 'Client->>Server: SYN', 'Client-<>Server: SYN', [en, '39:3', 'Mermaid cannot read this.', 'did not expect']),
  instead('a diagram that Mermaid does not know', [en], 'sequenceDiagram', 'sequnceDiagram', [en, '38:1', 'Mermaid knows no diagram “sequnceDiagram”.', 'Did you mean “sequenceDiagram”?']),
  instead('a heading of the first level', [en], '## Two timers', '# Two timers', [en, '14:1', 'A page has one heading of the first level: its title.', 'Write “## Two timers”.'], [en, '22:1', 'This heading of level 3 stands below one of level 1.', 'Write “## One more time”']),

  instead('a component that is not closed', [en], '</Goals>\n', '', [en, '8:1', '<Goals> is not closed.', 'Write </Goals> on a line of its own']),
  instead('a prop without its quotation mark', [en], 'title="The SYN,ACK is lost"', 'title="The SYN,ACK is lost', [en, '18:1', 'A component begins here and does not end as one.', 'a quotation mark']),
  instead('a brace that is not closed', [ko], '(../three-way-handshake/)', '(../three-way-handshake/) {', [ko, '20:33', 'What begins with “{” here has no “}”.', 'Close it.']),
  instead('front matter that is no YAML', [en], 'title: The answer is lost', 'title: "The answer is lost', [en, '2:8', 'The front matter is not YAML: a quotation mark, or another sign that closes, is missing.', 'Put one at the end']),
  instead('front matter that Starlight cannot read', [en], 'minutes: 10', 'minutes: 10\ntableOfContents: maybe', [en, '5:18', '“tableOfContents” cannot be "maybe".', 'It has to be']),
  instead('a name in front matter that is none', [en], 'description:', 'descripton:', [en, '3:1', 'There is no “descripton”.', 'Did you mean “description”?']),
  instead('a lesson that does not say how long it takes', [en, ko], 'minutes: 10\n', '', ...both('2:1', `The lesson “${SLUG}” does not say how long it takes.`, 'minutes: 20')),
  instead('a lesson that builds on a later one', [en, ko], '[three-way-handshake]', `[${SLUG}]`, ...both('5:17', `The lesson “${SLUG}” builds on “${SLUG}”, which does not come before it.`, 'content/course.json')),
  { what: 'a page without a place', make: ({ edit, read }) => { edit('content/course.json', new RegExp(`,\\s*"${SLUG}"`).exec(read('content/course.json'))?.[0] ?? '', ''); }, told: [[en, '1:1', `The lesson “${SLUG}” has no place in the course.`, `Add "${SLUG}"`]] },
  instead('a place without a page', ['content/course.json'], '"reset"', '"reset",\n      "rest"', ['content/course.json', '16:7', 'There is no lesson “rest”.', 'did you mean “reset”?']),
  instead('a course that is no JSON', ['content/course.json'], '"reset",', '"reset"', ['content/course.json', '16:7', 'A comma is missing before this.', 'Put one']),
  instead('a title that Korean lacks', ['content/course.json'], '{ "en": "Lessons", "ko": "강의" }', '{ "en": "Lessons" }', ['content/course.json', '3:14', '“[0].title.ko” is missing.', 'It has to be a text.']),
  instead('a place in the gallery without words', ['content/gallery.json'], '"ko": "세그먼트 셋"', '"ko": ""', ['content/gallery.json', '7:9', 'The scenario “three-way” has no title in “ko”.', 'Write one.']),
  instead('a heading of a misconception that is none', ['content/misconceptions.json'], '"anchor": "half-close-one-direction-is-enough"', '"anchor": "half-closed"', ['content/misconceptions.json', '9:65', 'The lesson “four-way-handshake” has no heading “#half-closed”.', 'half-close-one-direction-is-enough']),
  instead('a term without its Korean', ['content/glossary.json'], '"term": "강제 종료"', '"term": " "', ['content/glossary.json', '11:15', '“abort.ko.term” cannot be " ".', 'It cannot be empty.']),
  instead('a sentence that Korean lacks', ['content/i18n/ko.json'], '"attempt.difficulty"', '"attempt.dificulty"', ['content/i18n/en.json', '7:25', '“attempt.difficulty” is missing in “ko”.', 'Write it in content/i18n/ko.json too'], ['content/i18n/ko.json', '7:24', '“attempt.dificulty” is missing in “en”.', 'take it away here']),
];
