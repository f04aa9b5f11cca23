import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Exercise } from '../exercise.ts';
import { itemXml, QTI } from './item.ts';
import { element, xmlDocument, type Xml } from './xml.ts';

const PACKAGING = 'http://www.imsglobal.org/xsd/imscp_v1p1';

/** A question with the run that it is about. */
export interface Packed {
  readonly exercise: Exercise;
  readonly trace: Trace | null;
}

/** The files of a content package of QTI 2.1, by their paths in it, the manifest first: an item for each question, and a test that has them in their order. The same questions give the same files. */
export function qtiPackage(questions: readonly Packed[], title: string, language: string, words: Words): ReadonlyMap<string, string> {
  const distinct = [...new Map(questions.map((question) => [question.exercise.id, question])).values()];
  const items = distinct.map((question) => ({ ...question, path: `items/${question.exercise.id}.xml` }));
  return new Map([
    ['imsmanifest.xml', manifest(items, language)],
    ['test.xml', test(items, title)],
    ...items.map(({ exercise, trace, path }) => [path, itemXml(exercise, trace, language, words)] as const),
  ]);
}

interface Item extends Packed {
  readonly path: string;
}

function resource(identifier: string, type: string, href: string, ...others: readonly Xml[]): Xml {
  return element('resource', { identifier, type, href }, element('file', { href }), ...others);
}

function manifest(items: readonly Item[], language: string): string {
  const location = `${PACKAGING} http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd`;
  return xmlDocument(
    element(
      'manifest',
      { xmlns: PACKAGING, 'xmlns:xsi': QTI['xmlns:xsi'], 'xsi:schemaLocation': location, identifier: `MANIFEST-${language}` },
      element('metadata', {}, element('schema', {}, 'QTIv2.1 Package'), element('schemaversion', {}, '1.0.0')),
      element('organizations', {}),
      element(
        'resources',
        {},
        resource('TEST', 'imsqti_test_xmlv2p1', 'test.xml', ...items.map(({ exercise }) => element('dependency', { identifierref: exercise.id }))),
        ...items.map(({ exercise, path }) => resource(exercise.id, 'imsqti_item_xmlv2p1', path)),
      ),
    ),
  );
}

function test(items: readonly Item[], title: string): string {
  const zero = element('defaultValue', {}, element('value', {}, '0'));
  return xmlDocument(
    element(
      'assessmentTest',
      { ...QTI, identifier: 'TEST', title, toolName: 'Handshake Lab' },
      element('outcomeDeclaration', { identifier: 'SCORE', cardinality: 'single', baseType: 'float' }, zero),
      element(
        'testPart',
        { identifier: 'PART', navigationMode: 'nonlinear', submissionMode: 'individual' },
        element('assessmentSection', { identifier: 'SECTION', title, visible: true }, ...items.map(({ exercise, path }) => element('assessmentItemRef', { identifier: exercise.id, href: path }))),
      ),
      element('outcomeProcessing', {}, element('setOutcomeValue', { identifier: 'SCORE' }, element('sum', {}, element('testVariables', { variableIdentifier: 'SCORE' })))),
    ),
  );
}
