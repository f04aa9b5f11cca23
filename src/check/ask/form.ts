import { alternatives, type AskedForm, type AskedOption } from '../../exercise/asked.ts';
import { normal } from '../../exercise/grade/number.ts';
import type { Fault } from '../fault.ts';
import type { Item } from './item.ts';

/** How the answer to an author's question can be said to be given, where its list does not say it. */
export const ANSWERS = ['many', 'number', 'text'] as const;

/** The form of an author's question, or what is wrong with it. */
export interface Formed {
  /** Null where it cannot be told. */
  readonly form: AskedForm | null;
  readonly faults: readonly Fault[];
}

/** What a point says that stands for every answer which no other point foresees. */
const REST = ['…', '...'];

/** What a list is the answer to: pairs where no point has a box, else options; typed in where `answer` says so. */
export function formOf(items: readonly Item[], answer: (typeof ANSWERS)[number] | null, offset: number): Formed {
  if (answer === null && items.every(({ isTicked }) => isTicked === null) && items.some(({ sides }) => sides !== null)) return paired(items);
  const boxless = items.filter(({ isTicked }) => isTicked === null).map(withoutBox);
  const rest = items.filter(({ label }) => REST.includes(label.text));
  const foreseen = items.filter((item) => !rest.includes(item));
  const isTyped = answer === 'number' || answer === 'text';
  const options = foreseen.map(({ isTicked, label, misconception, why }): AskedOption => ({ isRight: isTicked === true, label, misconception: misconception?.value ?? null, why }));
  const right = options.filter(({ isRight }) => isRight).length;
  const type = isTyped ? answer : answer === 'many' || right > 1 ? 'many' : 'one';
  const faults = [...boxless, ...foreseen.flatMap((item) => (item.isTicked === null ? [] : ofOption(item, type))), ...repeated(foreseen, type), ...(boxless.length > 0 ? [] : ofAll(options, type, offset)), ...(isTyped ? ofRest(rest, offset) : rest.map(useless))];
  if (!isTyped) return { form: { type: type === 'many' ? 'many' : 'one', options }, faults };
  return { form: { type: answer, options, otherwise: rest[0]?.why ?? [] }, faults };
}

/** Markdown takes a box for one only where something stands behind it. */
function withoutBox({ offset, label }: Item): Fault {
  if (/^(?:\[[ xX]?\])?$/.test(label.text)) return empty(offset);
  return { offset, message: 'This option is neither right nor wrong.', hint: 'Begin it with [x] if it is right, with [ ] if it is wrong; or write pairs, “left → right”, and no boxes at all.' };
}

function empty(offset: number): Fault {
  return { offset, message: 'This option is empty.', hint: 'Write what can be chosen behind its box.' };
}

function ofOption({ offset, isTicked, label, misconception, why, faults }: Item, type: AskedForm['type']): readonly Fault[] {
  // What could not be read is no reason for more.
  if (faults.length > 0) return [];
  if (label.text === '') return [empty(offset)];
  const numbers = type !== 'number' || alternatives({ label }).every((one) => /^\d+$/.test(normal(one)));
  return [
    ...(why.length > 0 ? [] : [{ offset, message: `“${label.text}” has no feedback.`, hint: `Tell on the next line, as far in as the words of the option, why it is ${isTicked === true ? 'right' : 'wrong'}.` }]),
    ...(isTicked === true && misconception !== null && type !== 'many' ? [{ offset: misconception.offset, message: 'A right answer shows no misconception.', hint: 'Name it at the wrong option that it leads to.' }] : []),
    ...(numbers ? [] : [{ offset, message: `“${label.text}” is not a number.`, hint: 'Write digits, several numbers with “|” between them, or say answer="text".' }]),
  ];
}

/** Each that says the same as one before it, for who types and for who chooses. */
function repeated(items: readonly Item[], type: AskedForm['type']): readonly Fault[] {
  const saidBy = ({ label }: Item) => (type === 'number' || type === 'text' ? alternatives({ label }).map(normal) : [label.text]).filter((said) => said !== '');
  return items.flatMap((item, at) => {
    const before = items.slice(0, at).flatMap(saidBy);
    return saidBy(item).some((said) => before.includes(said)) ? [{ offset: item.offset, message: `“${item.label.text}” stands here twice.`, hint: 'Leave one of them out, or say what tells them apart.' }] : [];
  });
}

function ofAll(options: readonly AskedOption[], type: AskedForm['type'], offset: number): readonly Fault[] {
  if (!options.some(({ isRight }) => isRight)) return [{ offset, message: 'No option of this <Ask> is right.', hint: 'Begin the right one with [x].' }];
  if (type !== 'number' && type !== 'text' && options.every(({ isRight }) => isRight)) return [{ offset, message: 'Every option of this <Ask> is right.', hint: 'Add one that is wrong, with [ ], and what is to be told to who chooses it.' }];
  return [];
}

function ofRest(rest: readonly Item[], offset: number): readonly Fault[] {
  const [only, second] = rest;
  const hint = 'Add “- [ ] …” with a line below it for whoever types something that no other option foresees.';
  if (only === undefined) return [{ offset, message: 'This <Ask> says nothing to who types something else.', hint }];
  if (second !== undefined) return [{ offset: second.offset, message: '“…” stands here twice.', hint: 'Leave one of them out.' }];
  return only.why.length > 0 && only.isTicked !== true ? [] : [{ offset: only.offset, message: only.isTicked === true ? '“…” cannot be right.' : '“…” has no feedback.', hint }];
}

function useless({ offset }: Item): Fault {
  return { offset, message: '“…” stands for what is typed in, but here options are chosen.', hint: 'Leave it out, or say answer="number" or answer="text".' };
}

function paired(items: readonly Item[]): Formed {
  const faults = items.flatMap(({ offset, sides, label, why, misconception, expect }): readonly Fault[] => [
    ...(sides === null || sides.some(({ text }) => text === '') ? [{ offset, message: `“${label.text}” is not a pair.`, hint: 'Write two things with one “→” between them.' }] : []),
    ...(why.length > 0 ? [] : [{ offset, message: `“${label.text}” has no feedback.`, hint: 'Tell on the next line why they belong together.' }]),
    ...[misconception, expect].flatMap((mark) => (mark === null ? [] : [{ offset: mark.offset, message: 'A pair has neither “misconception” nor “expect”.', hint: 'Leave it out.' }])),
  ]);
  const pairs = items.flatMap(({ sides, why }) => (sides === null ? [] : [{ left: sides[0], right: sides[1], why }]));
  const twice = items.filter(({ sides }, at) => items.slice(0, at).some((before) => before.sides?.[0].text === sides?.[0].text && sides !== null));
  const few = new Set(pairs.map(({ right }) => right.text)).size < 2 && faults.length === 0 ? items.slice(0, 1).map(({ offset }) => ({ offset, message: 'There is nothing to tell apart here.', hint: 'Add a pair with something else on the right.' })) : [];
  const repeats = twice.map(({ offset, sides }) => ({ offset, message: `“${sides?.[0].text ?? ''}” stands on the left twice.`, hint: 'Leave one of them out.' }));
  return { form: { type: 'match', pairs }, faults: [...faults, ...repeats, ...few] };
}
