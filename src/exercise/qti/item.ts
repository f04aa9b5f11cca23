import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Exercise } from '../exercise.ts';
import type { Field } from '../field.ts';
import { variable, value } from './expression.ts';
import { remarksOn } from './feedback.ts';
import { figureXml } from './figure.ts';
import { declarations, interaction } from './interaction.ts';
import { isRight } from './right.ts';
import { message, reasons, said } from './said.ts';
import { element, xmlDocument, type Xml } from './xml.ts';

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqti_v2p1';

/** What a root element of QTI 2.1 says of itself. */
export const QTI = {
  xmlns: NAMESPACE,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${NAMESPACE} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd`,
} as const;

/** One thing that may be told after answering. */
interface Told {
  readonly name: string;
  readonly label: Xml;
  readonly paragraphs: readonly Xml[];
}

/** An exercise as an item of QTI 2.1 in the language of `words`: a point for each field that is right, and after answering why the answer is right or wrong. */
export function itemXml(exercise: Exercise, trace: Trace | null, language: string, words: Words): string {
  const judged = exercise.fields.map((field, at) => judgedField(field, at, words));
  return xmlDocument(
    element(
      'assessmentItem',
      { ...QTI, identifier: exercise.id, title: message(`attempt.kind.${exercise.kind}`, words), 'xml:lang': language, adaptive: false, timeDependent: false, toolName: 'Handshake Lab' },
      ...exercise.fields.flatMap((field, at) => declarations(field, at)),
      element('outcomeDeclaration', { identifier: 'SCORE', cardinality: 'single', baseType: 'float', normalMaximum: exercise.fields.length }, defaultValue('0')),
      element('outcomeDeclaration', { identifier: 'MAXSCORE', cardinality: 'single', baseType: 'float' }, defaultValue(String(exercise.fields.length))),
      element('outcomeDeclaration', { identifier: 'FEEDBACK', cardinality: 'multiple', baseType: 'identifier' }),
      element(
        'itemBody',
        {},
        ...figureXml(exercise, trace, words),
        ...exercise.given.map((given) => element('p', {}, said(given, words))),
        element('p', {}, element('strong', {}, said(exercise.question, words))),
        ...exercise.fields.map((field, at) => element('div', {}, interaction(field, at, words))),
      ),
      element('responseProcessing', {}, ...judged.flatMap(({ conditions }) => conditions)),
      ...judged.flatMap(({ told }) => told.map(({ name, label, paragraphs }) => element('modalFeedback', { outcomeIdentifier: 'FEEDBACK', identifier: name, showHide: 'show' }, element('p', {}, element('strong', {}, label)), ...paragraphs))),
    ),
  );
}

function defaultValue(of: string): Xml {
  return element('defaultValue', {}, element('value', {}, of));
}

/** How a field is judged, and all that it may lead to being told. */
function judgedField(field: Field, at: number, words: Words): { readonly conditions: readonly Xml[]; readonly told: readonly Told[] } {
  const label = said(field.label, words);
  const told: Told[] = [];
  const tell = (paragraphs: readonly Xml[]): readonly Xml[] => {
    if (paragraphs.length === 0) return [];
    const name = `FEEDBACK_${at + 1}_${told.length + 1}`;
    told.push({ name, label, paragraphs });
    return [element('setOutcomeValue', { identifier: 'FEEDBACK' }, element('multiple', {}, variable('FEEDBACK'), value('identifier', name)))];
  };
  const point = element('setOutcomeValue', { identifier: 'SCORE' }, element('sum', {}, variable('SCORE'), value('float', '1')));
  const { isFirst, remarks } = remarksOn(field, at);
  const rightly = element('responseIf', {}, isRight(field, at), point, ...tell(reasons(field.explanation, words)));
  const wrongly = remarks.flatMap(({ when, why }) => {
    const deeds = tell(reasons(why, words));
    return deeds.length === 0 ? [] : [{ when, deeds }];
  });
  const conditions = isFirst
    ? [element('responseCondition', {}, rightly, ...wrongly.map(({ when, deeds }) => element('responseElseIf', {}, when, ...deeds)))]
    : [element('responseCondition', {}, rightly), ...wrongly.map(({ when, deeds }) => element('responseCondition', {}, element('responseIf', {}, when, ...deeds)))];
  return { conditions, told };
}
