import { STATES } from '../../tcp/state.ts';
import type { Sentence, Words } from '../../narration/sentence.ts';
import type { Field } from '../field.ts';
import { ENDED, isNumeric, itemName, optionName, responseName, stepsOf } from './names.ts';
import { correctOf } from './right.ts';
import { message, said } from './said.ts';
import { element, joined, type Xml } from './xml.ts';

/** How the field at this place is answered: its label, and a choice, an order, a text or a match. A walk through the states is asked step by step, since QTI has nothing for it. */
export function interaction(field: Field, at: number, words: Words): Xml {
  const response = { responseIdentifier: responseName(at) };
  const prompt = element('prompt', {}, said(field.label, words));
  const named = (name: string, key: string, extra: object = {}) => ({ label }: { readonly label: Sentence }, place: number) =>
    element(name, { identifier: key === 'item' ? itemName(place) : optionName(place), ...extra }, said(label, words));
  switch (field.type) {
    case 'choice':
      return element('choiceInteraction', { ...response, shuffle: false, maxChoices: 1 }, prompt, ...field.options.map(named('simpleChoice', 'option')));
    case 'many':
      return element('choiceInteraction', { ...response, shuffle: false, maxChoices: 0 }, prompt, ...field.options.map(named('simpleChoice', 'option')));
    case 'order':
      return element('orderInteraction', { ...response, shuffle: false }, prompt, ...field.items.map(named('simpleChoice', 'option')));
    case 'number':
      return element('p', {}, said(field.label, words), ' ', element('textEntryInteraction', { ...response, expectedLength: 16 }));
    case 'match':
      return element(
        'matchInteraction',
        { ...response, shuffle: false, maxAssociations: field.items.length },
        prompt,
        element('simpleMatchSet', {}, ...field.items.map(named('simpleAssociableChoice', 'item', { matchMax: 1 }))),
        element('simpleMatchSet', {}, ...field.options.map(named('simpleAssociableChoice', 'option', { matchMax: field.repeats ? field.items.length : 1 }))),
      );
    case 'path':
      return joined([
        element('p', {}, said(field.label, words), ': ', field.start),
        ...Array.from({ length: stepsOf(field) }, (_, step) =>
          element(
            'p',
            {},
            message('practice.qti.step', words, { n: step + 1 }),
            ' ',
            element(
              'inlineChoiceInteraction',
              { responseIdentifier: responseName(at, step), shuffle: false },
              ...STATES.map((state, place) => element('inlineChoice', { identifier: optionName(place) }, state)),
              element('inlineChoice', { identifier: ENDED }, message('practice.qti.ended', words)),
            ),
          ),
        ),
      ]);
  }
}

/** What is answered to the field, and a right answer: a declaration for each response. */
export function declarations(field: Field, at: number): readonly Xml[] {
  const type = { choice: ['single', 'identifier'], many: ['multiple', 'identifier'], order: ['ordered', 'identifier'], match: ['multiple', 'directedPair'], path: ['single', 'identifier'], number: ['single', 'string'] } as const;
  const [cardinality, usual] = type[field.type];
  const baseType = field.type === 'number' && isNumeric(field) ? 'float' : usual;
  return Object.entries(correctOf(field, at)).map(([identifier, values]) =>
    element('responseDeclaration', { identifier, cardinality, baseType }, element('correctResponse', {}, ...values.map((value) => element('value', {}, value)))),
  );
}
