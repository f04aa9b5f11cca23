import { describe, expect, test } from 'vitest';
import { placeAt } from '../problem.ts';
import { checkScenario } from '../scenario.ts';
import { asksIn } from './asks.ts';

const TEXTS: Readonly<Record<string, string>> = {
  close: 'server listens\nclient connects\nclient closes\nserver closes\nstop when client is TIME-WAIT\nexpect client TIME-WAIT\n',
};
const library = { scenario: (name: string) => (TEXTS[name] === undefined ? null : checkScenario(TEXTS[name], `/${name}.scenario`)), misconceptions: ['ack-names-last-byte', 'isn-is-zero', 'time-wait-is-client'] };

const ask = (inside: string, props = '') => `가나\n\n<Ask id="a" topic="closing" hint="h"${props}>\n${inside}\n</Ask>\n`;
const told = (text: string) =>
  asksIn(text, library).flatMap(({ faults }) =>
    faults.map(({ offset, message, hint }) => {
      const { line, column } = placeAt(text, offset);
      return [`${line}:${column}`, message, hint];
    }),
  );
const formOf = (inside: string, props = '') => asksIn(ask(inside, props), library).map(({ asked, faults }) => asked?.form ?? faults)[0];

const GOOD = '- [x] yes\n  because\n- [ ] no\n  but';

describe('an author’s question without mistakes', () => {
  test('is read with its props, its words and where it stands', () => {
    const text = ask(`First, *this*.\n\nWho waits in \`TIME-WAIT\`?\n\n- [ ] The **client** {misconception="time-wait-is-client"}\n  Only if it closes <Cite section="3.6" /> first.\n\n  See [there](../states/#a).\n- [x] Who closes first {/* active */}\n  It sent the last ACK & waits.`, ' difficulty={2}');
    expect(asksIn(text, library).map(({ asked, scenario, faults }) => ({ asked, scenario, faults }))).toEqual([
      {
        asked: {
          name: 'a',
          topic: 'closing',
          difficulty: 2,
          given: [{ text: 'First, this.', html: 'First, <em>this</em>.' }],
          question: { text: 'Who waits in TIME-WAIT?', html: 'Who waits in <code>TIME-WAIT</code>?' },
          hint: 'h',
          form: {
            type: 'one',
            options: [
              {
                isRight: false,
                label: { text: 'The client', html: 'The <strong>client</strong>' },
                misconception: 'time-wait-is-client',
                why: [
                  { text: 'Only if it closes RFC 9293 §3.6 first.', html: 'Only if it closes <a class="isl-cite" href="https://www.rfc-editor.org/rfc/rfc9293#section-3.6">RFC 9293 §3.6</a> first.' },
                  { text: 'See there.', html: 'See <a href="../states/#a">there</a>.' },
                ],
              },
              { isRight: true, label: { text: 'Who closes first', html: 'Who closes first' }, misconception: null, why: [{ text: 'It sent the last ACK & waits.', html: 'It sent the last ACK &amp; waits.' }] },
            ],
          },
        },
        scenario: null,
        faults: [],
      },
    ]);
    expect(asksIn(text, library).map(({ offset, end }) => text.slice(offset, end))).toEqual([text.slice(4, -1)]);
  });

  test('has several right answers where several are ticked, or where it says so', () => {
    expect(formOf(`Q\n\n- [x] a\n  x\n- [x] b\n  y\n- [ ] c\n  z`)).toMatchObject({ type: 'many' });
    expect(formOf(`Q\n\n${GOOD}`, ' answer="many"')).toMatchObject({ type: 'many' });
  });

  test('may be typed', () => {
    expect(formOf('Q\n\n- [x] 301 | 0x12d\n  right\n- [ ] 300 {misconception="ack-names-last-byte"}\n  last\n- [ ] …\n  Look again.', ' answer="number"')).toEqual({
      type: 'number',
      options: [
        { isRight: true, label: { text: '301 | 0x12d', html: '301 | 0x12d' }, misconception: null, why: [{ text: 'right', html: 'right' }] },
        { isRight: false, label: { text: '300', html: '300' }, misconception: 'ack-names-last-byte', why: [{ text: 'last', html: 'last' }] },
      ],
      otherwise: [{ text: 'Look again.', html: 'Look again.' }],
    });
  });

  test('may be about what belongs together', () => {
    expect(formOf('Q\n\n- `SYN` → one\n  It takes a number.\n- ACK -> *none*\n  It takes none.')).toEqual({
      type: 'match',
      pairs: [
        { left: { text: 'SYN', html: '<code>SYN</code>' }, right: { text: 'one', html: 'one' }, why: [{ text: 'It takes a number.', html: 'It takes a number.' }] },
        { left: { text: 'ACK', html: 'ACK' }, right: { text: 'none', html: '<em>none</em>' }, why: [{ text: 'It takes none.', html: 'It takes none.' }] },
      ],
    });
  });

  test('may be held to what the engine does', () => {
    expect(told(ask('Q\n\n- [x] a {expect="client TIME-WAIT"}\n  x\n- [ ] b {expect="server TIME-WAIT"}\n  y\n- [ ] c {expect="client received 3"}\n  y', ' scenario="close"'))).toEqual([]);
  });
});

describe('each mistake is told with its place and a hint', () => {
  test.each([
    ['Q', '3:1', 'This <Ask> has no answers.', 'Write a list below'],
    ['', '3:1', 'This <Ask> is empty.', 'Write the question'],
    [GOOD, '3:1', 'This <Ask> asks nothing.', 'as a paragraph before'],
    ['Q\n\n- [ ] a\n  x\n- [ ] b\n  y', '3:1', 'No option of this <Ask> is right.', 'with [x]'],
    ['Q\n\n- [x] a\n  x\n- [x] b\n  y', '3:1', 'Every option of this <Ask> is right.', 'Add one that is wrong'],
    ['Q\n\n- [x] a\n  x\n- [ ] b', '8:7', '“b” has no feedback.', 'why it is wrong'],
    ['Q\n\n- [x] a\n- [ ] b\n  y', '6:7', '“a” has no feedback.', 'why it is right'],
    ['Q\n\n- [x] a\n  x\n- [ ]\n- [ ] c\n  y', '8:3', 'This option is empty.', 'behind its box'],
    ['Q\n\n- [x] a\n  x\n- b\n  y', '8:3', 'This option is neither right nor wrong.', 'Begin it with [x]'],
    ['Q\n\n- [x] a\n  x\n- [ ] a\n  y', '8:7', '“a” stands here twice.', 'Leave one'],
    ['Q\n\n- [x] a\n  x\n- [ ] b\n  - c', '9:3', 'A list cannot stand inside an option.', 'as one paragraph or several'],
    ['Q\n\n- [x] a\n  x\n- [ ] b\n\n  ```\n  c\n  ```\n  y', '10:3', 'Only paragraphs can stand below an option.', 'one paragraph or several'],
    ['Q\n\n- [x] a\n  x\n- [ ] ![c](d.png)\n  y', '8:7', 'This cannot stand in the words of an <Ask>.', 'There is room for text'],
    ['Q <Badge text="x" />\n\n' + GOOD, '4:3', 'This cannot stand in the words of an <Ask>.', 'links and <Cite>'],
    ['## Q\n\nQ\n\n' + GOOD, '4:1', 'This cannot stand in an <Ask>.', 'Put anything else before it'],
    ['Q\n\n' + GOOD + '\n\nmore', '11:1', 'This cannot stand in an <Ask>.', 'one list'],
    ['Q\n\n' + GOOD + '\n\n* [ ] more\n  x', '11:1', 'This <Ask> has a second list.', 'one list'],
    ['Q\n\n1. [x] yes\n   because\n2. [ ] no\n   but', '6:1', 'The answers of an <Ask> have no numbers.', '“- [x]”'],
    ['Q\n\n- [x] a\n  x\n- [ ] b {misconception="isn-is-zreo"}\n  y', '8:25', 'There is no misconception “isn-is-zreo”.', 'Did you mean “isn-is-zero”?'],
    ['Q\n\n- [x] a\n  x\n- [ ] b {misconcepton="isn-is-zero"}\n  y', '8:9', 'An option has no “misconcepton”.', 'Did you mean “misconception”?'],
    ['Q\n\n- [x] a\n  x\n- [ ] b {1 + 1}\n  y', '8:9', '{1 + 1} is nothing that an option can say of itself.', 'in braces of its own'],
    ['Q\n\n- [x] a {misconception="isn-is-zero"}\n  x\n- [ ] b\n  y', '6:25', 'A right answer shows no misconception.', 'at the wrong option'],
    ['Q\n\n- [x] a\n  x\n- [ ] b {expect="client CLOSED"}\n  y', '8:18', 'There is no run in which “client CLOSED” could be so.', '<Ask scenario="…">'],
    ['Q\n\n- a → b\n  x\n- c\n  y', '8:3', '“c” is not a pair.', 'one “→”'],
    ['Q\n\n- a → b\n- c → d\n  y', '6:3', '“a → b” has no feedback.', 'why they belong together'],
    ['Q\n\n- a → b\n  x\n- a → d\n  y', '8:3', '“a” stands on the left twice.', 'Leave one'],
    ['Q\n\n- a → b\n  x\n- c → b\n  y', '6:3', 'There is nothing to tell apart here.', 'something else on the right'],
  ])('%j', (inside, place, message, hint) => {
    expect(told(ask(inside))).toEqual([[place, expect.stringContaining(message), expect.stringContaining(hint)]]);
  });

  test.each([
    ['- [x] 301\n  x', ' answer="number"', '3:1', 'This <Ask> says nothing to who types something else.', 'Add “- [ ] …”'],
    ['- [x] many\n  x\n- [ ] …\n  y', ' answer="number"', '6:7', '“many” is not a number.', 'answer="text"'],
    ['- [x] 1_000\n  x\n- [ ] 1,000\n  y\n- [ ] …\n  z', ' answer="number"', '8:7', '“1,000” stands here twice.', 'Leave one'],
    ['- [x] 301\n  x\n- [ ] …', ' answer="number"', '8:7', '“…” has no feedback.', 'Add “- [ ] …”'],
    ['- [x] a\n  x\n- [ ] b\n  x\n- [ ] …\n  y', '', '10:7', '“…” stands for what is typed in', 'answer="text"'],
    ['- [x] a {expect="client CLOSED"}\n  x\n- [ ] b\n  y', ' scenario="close"', '6:18', 'is marked as right, but in the run it is not so that “client CLOSED”: the engine gives TIME-WAIT.', 'Take the x out'],
    ['- [x] a\n  x\n- [ ] b {expect="client TIME-WAIT"}\n  y', ' scenario="close"', '8:18', 'is marked as wrong, but the engine gives “client TIME-WAIT”', 'Put an x'],
    ['- [x] a {expect="client TIME-WIAT"}\n  x\n- [ ] b\n  y', ' scenario="close"', '6:25', 'TIME-WIAT', 'TIME-WAIT'],
  ])('%j, %s', (inside, props, place, message, hint) => {
    expect(told(ask(`Q\n\n${inside}`, props))).toEqual([[place, expect.stringContaining(message), expect.stringContaining(hint)]]);
  });

  test('one that stands inside a line, and one that has the id of another', () => {
    expect(told('Text <Ask id="a" />').map(([place, message]) => [place, message])).toEqual([
      ['1:6', 'An <Ask> has to stand on lines of its own.'],
      ['1:6', 'This <Ask> is empty.'],
    ]);
    expect(told(`${ask(`Q\n\n${GOOD}`)}\n${ask(`Q\n\n${GOOD}`)}`)).toEqual([['14:1', 'The lesson has another <Ask> with the id “a”.', expect.stringContaining('an id of its own')]]);
  });
});
