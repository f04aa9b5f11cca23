import type { Asked } from '../../exercise/asked.ts';
import type { Library } from '../lesson.ts';
import { nearest } from '../nearest.ts';
import { elementsOf, offsetOf, treeOf } from '../tree.ts';
import { propsOf } from '../uses.ts';
import { disagreements } from './facts.ts';
import type { Fault } from '../fault.ts';
import type { Item } from './item.ts';
import { readAsk } from './read.ts';

/** One `<Ask>` of a lesson. */
export interface Ask {
  /** Where it begins and ends in the text, UTF-16 units. */
  readonly offset: number;
  readonly end: number;
  /** What its author calls it; '' where it has no name. */
  readonly name: string;
  /** Null where it is not written as it should be. */
  readonly asked: Asked | null;
  /** The name of the scenario that it is about; null where it is about none. */
  readonly scenario: string | null;
  readonly items: readonly Item[];
  /** Everything wrong with it but for its props. */
  readonly faults: readonly Fault[];
}

/** Every `<Ask>` of a lesson, in the order of the text. Throws where the text is not MDX. */
export function asksIn(text: string, library: Pick<Library, 'scenario' | 'misconceptions'>): readonly Ask[] {
  const { misconceptions } = library;
  const elements = elementsOf(treeOf(text)).filter(({ name }) => name === 'Ask');
  return elements.map((element, at) => {
    const name = propsOf(element)['id'];
    const { asked, scenario, items, faults } = readAsk(element);
    const offset = offsetOf(element);
    const isRepeated = elements.slice(0, at).some((before) => propsOf(before)['id'] === name);
    const trace = scenario === null ? null : (library.scenario(scenario)?.trace ?? null);
    const found = [
      ...faults,
      ...(isRepeated && typeof name === 'string' ? [{ offset, message: `The lesson has another <Ask> with the id “${name}”.`, hint: 'Give each an id of its own: readers’ progress is kept by it.' }] : []),
      ...items.flatMap((item) => unknownMisconception(item, misconceptions)),
      // A scenario that is not there, or has no run, is told as what it is.
      ...(scenario !== null && trace === null ? [] : disagreements(items, trace)),
    ];
    return { offset, end: element.position?.end.offset ?? offset, name: typeof name === 'string' ? name : '', asked: found.length === 0 ? asked : null, scenario, items, faults: found };
  });
}

function unknownMisconception({ misconception }: Item, known: readonly string[]): readonly Fault[] {
  if (misconception === null || known.includes(misconception.value)) return [];
  const { value, offset } = misconception;
  return [{ offset, message: `There is no misconception “${value}”.`, hint: `Did you mean “${nearest(value, known)}”? They stand in content/misconceptions.json.` }];
}
