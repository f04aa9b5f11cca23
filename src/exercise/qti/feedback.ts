import type { Explained, Field } from '../field.ts';
import { all, among, answered, before, chosen, not, value } from './expression.ts';
import { ENDED, itemName, nameOf, optionName, responseName, typable } from './names.ts';
import { begins, isTyped, stateName } from './right.ts';
import type { Xml } from './xml.ts';

/** What is told where a condition holds. */
export interface Remark {
  readonly when: Xml;
  readonly why: readonly Explained[];
}

/** What is told of answers to a field that are not right; where `isFirst`, only the first that applies, else all that do. */
export interface Remarks {
  readonly isFirst: boolean;
  readonly remarks: readonly Remark[];
}

/** Why answers to the field at this place are wrong, as the course's own judge says it. */
export function remarksOn(field: Field, at: number): Remarks {
  const response = responseName(at);
  switch (field.type) {
    case 'choice': {
      const wrong = field.options.filter((option) => !field.accepted.includes(option.value));
      return { isFirst: true, remarks: wrong.map((option) => ({ when: chosen(response, nameOf(field.options, option.value)), why: option.why })) };
    }
    case 'many':
      return {
        isFirst: false,
        remarks: field.options.map((option, place) => {
          const isChosen = among(response, value('identifier', optionName(place)));
          return { when: all([answered(response), field.accepted.includes(option.value) ? not(isChosen) : isChosen]), why: option.why };
        }),
      };
    case 'order':
      return {
        isFirst: false,
        remarks: field.precedences.map(({ first, second, why }) => ({ when: before(response, field.items.length, nameOf(field.items, second), nameOf(field.items, first)), why: [why] })),
      };
    case 'number':
      return {
        isFirst: true,
        remarks: [...typable(field).map((mistake) => ({ when: isTyped(field, at, mistake.value), why: mistake.why })), { when: answered(response), why: field.otherwise }],
      };
    case 'match':
      return {
        isFirst: false,
        remarks: field.items.flatMap(({ mistakes }, item) => mistakes.map((mistake) => ({ when: among(response, value('directedPair', `${itemName(item)} ${nameOf(field.options, mistake.value)}`)), why: mistake.why }))),
      };
    case 'path':
      return { isFirst: true, remarks: pathRemarks(field, at) };
  }
}

/** The first step that no right walk takes is told of, or that the walk ends too early. */
function pathRemarks(field: Extract<Field, { type: 'path' }>, at: number): readonly Remark[] {
  const after = (steps: number, conditions: readonly Xml[]) => all([...[begins(field, at, steps)].flatMap((one) => one ?? []), ...conditions]);
  const places = field.otherwise.map((_why, steps) => steps).toReversed();
  return [
    ...field.mistakes.map((mistake) => ({ when: after(mistake.after, [chosen(responseName(at, mistake.after), stateName(mistake.value))]), why: mistake.why })),
    ...places.filter((steps) => steps > 0 && begins(field, at, steps) !== null).map((steps) => ({ when: after(steps, [chosen(responseName(at, steps), ENDED)]), why: field.unfinished })),
    ...places.filter((steps) => steps === 0 || begins(field, at, steps) !== null).map((steps) => ({ when: after(steps, [not(chosen(responseName(at, steps), ENDED))]), why: field.otherwise[steps] ?? [] })),
  ];
}
