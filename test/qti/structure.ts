/**
 * What QTI 2.1 and its content packages say of the elements that we write: attributes with the form of their values (those
 * with ! have to be there), and the order of what stands inside. Written from the information model and the bindings of IMS
 * QTI 2.1 (final, 2012) and IMS Content Packaging 1.2; the official schema files may not be shipped with a project.
 */
interface Rule {
  readonly attributes: Readonly<Record<string, RegExp>>;
  /** What the names of its children, each with a blank behind it, have to be; `text`: characters may stand between them. */
  readonly inside: RegExp;
  readonly text?: true;
}

const ANY = /^.*$/s;
const SOME = /\S/;
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const BOOLEAN = /^(?:true|false)$/;
const COUNT = /^\d+$/;
const FLOAT = /^-?\d+(?:\.\d+)?$/;
const CARDINALITY = /^(?:single|multiple|ordered|record)$/;
const BASE_TYPE = /^(?:identifier|boolean|integer|float|string|point|pair|directedPair|duration|file|uri)$/;
const ROOT = { 'xmlns!': SOME, 'xmlns:xsi!': SOME, 'xsi:schemaLocation!': SOME } as const;

const NOTHING = /^$/;
/** Inline elements of a body (`flowStatic`, `inline`). */
const INLINE = '(?:a|br|code|em|strong|inlineChoiceInteraction|textEntryInteraction) ';
const INLINE_ONLY = new RegExp(`^(?:${INLINE})*$`);
const STATIC_INLINE = /^(?:(?:a|br|code|em|strong) )*$/;
const BLOCK = '(?:p|div|table|choiceInteraction|orderInteraction|matchInteraction) ';
const EXPRESSION = '(?:and|or|not|match|member|equal|stringMatch|isNull|index|variable|correct|baseValue|multiple|sum|testVariables) ';
const RULES = '(?:setOutcomeValue|responseCondition) ';
const one = (name: string) => new RegExp(`^${name}$`);

/** The elements of QTI by name. */
export const QTI_RULES: Readonly<Record<string, Rule>> = {
  assessmentItem: {
    attributes: { ...ROOT, 'identifier!': SOME, 'title!': ANY, label: ANY, 'xml:lang': SOME, 'adaptive!': BOOLEAN, 'timeDependent!': BOOLEAN, toolName: ANY, toolVersion: ANY },
    inside: /^(?:responseDeclaration )*(?:outcomeDeclaration )*(?:itemBody )?(?:responseProcessing )?(?:modalFeedback )*$/,
  },
  assessmentTest: { attributes: { ...ROOT, 'identifier!': SOME, 'title!': ANY, toolName: ANY, toolVersion: ANY }, inside: /^(?:outcomeDeclaration )*(?:timeLimits )?(?:testPart )+(?:outcomeProcessing )?(?:testFeedback )*$/ },
  testPart: { attributes: { 'identifier!': IDENTIFIER, 'navigationMode!': /^(?:linear|nonlinear)$/, 'submissionMode!': /^(?:individual|simultaneous)$/ }, inside: /^(?:assessmentSection )+$/ },
  assessmentSection: { attributes: { 'identifier!': IDENTIFIER, 'title!': ANY, 'visible!': BOOLEAN }, inside: /^(?:(?:assessmentSection|assessmentItemRef) )*$/ },
  assessmentItemRef: { attributes: { 'identifier!': IDENTIFIER, 'href!': SOME }, inside: NOTHING },
  outcomeProcessing: { attributes: {}, inside: /^(?:setOutcomeValue )*$/ },
  testVariables: { attributes: { 'variableIdentifier!': IDENTIFIER, baseType: BASE_TYPE }, inside: NOTHING },
  responseDeclaration: { attributes: { 'identifier!': IDENTIFIER, 'cardinality!': CARDINALITY, baseType: BASE_TYPE }, inside: /^(?:defaultValue )?(?:correctResponse )?(?:mapping )?(?:areaMapping )?$/ },
  outcomeDeclaration: { attributes: { 'identifier!': IDENTIFIER, 'cardinality!': CARDINALITY, baseType: BASE_TYPE, normalMaximum: FLOAT }, inside: /^(?:defaultValue )?$/ },
  correctResponse: { attributes: {}, inside: /^(?:value )+$/ },
  defaultValue: { attributes: {}, inside: /^(?:value )+$/ },
  value: { attributes: {}, inside: NOTHING, text: true },
  itemBody: { attributes: {}, inside: new RegExp(`^(?:${BLOCK})*$`) },
  div: { attributes: {}, inside: new RegExp(`^(?:${BLOCK}|${INLINE})*$`), text: true },
  p: { attributes: {}, inside: INLINE_ONLY, text: true },
  strong: { attributes: {}, inside: INLINE_ONLY, text: true },
  em: { attributes: {}, inside: INLINE_ONLY, text: true },
  code: { attributes: {}, inside: INLINE_ONLY, text: true },
  a: { attributes: { 'href!': /^https?:\/\//, type: SOME }, inside: STATIC_INLINE, text: true },
  br: { attributes: {}, inside: NOTHING },
  table: { attributes: { summary: ANY }, inside: /^(?:caption )?(?:thead )?(?:tfoot )?(?:tbody )+$/ },
  caption: { attributes: {}, inside: INLINE_ONLY, text: true },
  thead: { attributes: {}, inside: /^(?:tr )+$/ },
  tbody: { attributes: {}, inside: /^(?:tr )+$/ },
  tr: { attributes: {}, inside: /^(?:(?:td|th) )+$/ },
  td: { attributes: { colspan: COUNT, rowspan: COUNT }, inside: new RegExp(`^(?:${BLOCK}|${INLINE})*$`), text: true },
  th: { attributes: { colspan: COUNT, rowspan: COUNT }, inside: new RegExp(`^(?:${BLOCK}|${INLINE})*$`), text: true },
  prompt: { attributes: {}, inside: STATIC_INLINE, text: true },
  choiceInteraction: { attributes: { 'responseIdentifier!': IDENTIFIER, 'shuffle!': BOOLEAN, 'maxChoices!': COUNT, minChoices: COUNT }, inside: /^(?:prompt )?(?:simpleChoice )+$/ },
  orderInteraction: { attributes: { 'responseIdentifier!': IDENTIFIER, 'shuffle!': BOOLEAN, minChoices: COUNT, maxChoices: COUNT }, inside: /^(?:prompt )?(?:simpleChoice )+$/ },
  simpleChoice: { attributes: { 'identifier!': IDENTIFIER, fixed: BOOLEAN }, inside: STATIC_INLINE, text: true },
  matchInteraction: { attributes: { 'responseIdentifier!': IDENTIFIER, 'shuffle!': BOOLEAN, 'maxAssociations!': COUNT, minAssociations: COUNT }, inside: /^(?:prompt )?simpleMatchSet simpleMatchSet $/ },
  simpleMatchSet: { attributes: {}, inside: /^(?:simpleAssociableChoice )*$/ },
  simpleAssociableChoice: { attributes: { 'identifier!': IDENTIFIER, 'matchMax!': COUNT, matchMin: COUNT }, inside: STATIC_INLINE, text: true },
  textEntryInteraction: { attributes: { 'responseIdentifier!': IDENTIFIER, expectedLength: COUNT }, inside: NOTHING },
  inlineChoiceInteraction: { attributes: { 'responseIdentifier!': IDENTIFIER, 'shuffle!': BOOLEAN, required: BOOLEAN }, inside: /^(?:inlineChoice )+$/ },
  inlineChoice: { attributes: { 'identifier!': IDENTIFIER, fixed: BOOLEAN }, inside: NOTHING, text: true },
  responseProcessing: { attributes: { template: SOME }, inside: new RegExp(`^(?:${RULES})*$`) },
  responseCondition: { attributes: {}, inside: /^responseIf (?:responseElseIf )*(?:responseElse )?$/ },
  responseIf: { attributes: {}, inside: new RegExp(`^${EXPRESSION}(?:${RULES})*$`) },
  responseElseIf: { attributes: {}, inside: new RegExp(`^${EXPRESSION}(?:${RULES})*$`) },
  setOutcomeValue: { attributes: { 'identifier!': IDENTIFIER }, inside: one(EXPRESSION) },
  and: { attributes: {}, inside: new RegExp(`^(?:${EXPRESSION})+$`) },
  or: { attributes: {}, inside: new RegExp(`^(?:${EXPRESSION})+$`) },
  not: { attributes: {}, inside: one(EXPRESSION) },
  match: { attributes: {}, inside: one(EXPRESSION + EXPRESSION) },
  member: { attributes: {}, inside: one(EXPRESSION + EXPRESSION) },
  equal: { attributes: { 'toleranceMode!': /^(?:exact|absolute|relative)$/ }, inside: one(EXPRESSION + EXPRESSION) },
  stringMatch: { attributes: { 'caseSensitive!': BOOLEAN, substring: BOOLEAN }, inside: one(EXPRESSION + EXPRESSION) },
  isNull: { attributes: {}, inside: one(EXPRESSION) },
  index: { attributes: { 'n!': /^[1-9]\d*$/ }, inside: one(EXPRESSION) },
  multiple: { attributes: {}, inside: new RegExp(`^(?:${EXPRESSION})*$`) },
  sum: { attributes: {}, inside: new RegExp(`^(?:${EXPRESSION})+$`) },
  variable: { attributes: { 'identifier!': IDENTIFIER }, inside: NOTHING },
  correct: { attributes: { 'identifier!': IDENTIFIER }, inside: NOTHING },
  baseValue: { attributes: { 'baseType!': BASE_TYPE }, inside: NOTHING, text: true },
  modalFeedback: { attributes: { 'outcomeIdentifier!': IDENTIFIER, 'identifier!': IDENTIFIER, 'showHide!': /^(?:show|hide)$/, title: ANY }, inside: new RegExp(`^(?:(?:p|div|table|a|br|code|em|strong) )*$`), text: true },
};

/** The elements of a manifest by name. */
export const MANIFEST_RULES: Readonly<Record<string, Rule>> = {
  manifest: { attributes: { ...ROOT, 'identifier!': IDENTIFIER, version: SOME }, inside: /^metadata organizations resources $/ },
  metadata: { attributes: {}, inside: /^schema schemaversion $/ },
  schema: { attributes: {}, inside: NOTHING, text: true },
  schemaversion: { attributes: {}, inside: NOTHING, text: true },
  organizations: { attributes: {}, inside: NOTHING },
  resources: { attributes: {}, inside: /^(?:resource )*$/ },
  resource: { attributes: { 'identifier!': IDENTIFIER, 'type!': /^imsqti_(?:item|test)_xmlv2p1$/, href: SOME }, inside: /^(?:file )+(?:dependency )*$/ },
  file: { attributes: { 'href!': SOME }, inside: NOTHING },
  dependency: { attributes: { 'identifierref!': IDENTIFIER }, inside: NOTHING },
};

/** Everything in the element that the rules do not allow, each with the way to it. */
export function faultsIn(element: Element, rules: Readonly<Record<string, Rule>>, way = ''): readonly string[] {
  const here = `${way}/${element.localName}`;
  const rule = rules[element.localName];
  if (rule === undefined) return [`${here}: no such element`];
  const known = new Map(Object.entries(rule.attributes).map(([name, form]) => [name.replace('!', ''), form]));
  const attributes = [...element.attributes].flatMap(({ name, value }) => {
    const form = known.get(name);
    return form === undefined ? [`${here}: no attribute ${name}`] : form.test(value) ? [] : [`${here}: ${name} cannot be “${value}”`];
  });
  const missing = Object.keys(rule.attributes).filter((name) => name.endsWith('!') && !element.hasAttribute(name.slice(0, -1))).map((name) => `${here}: ${name.slice(0, -1)} is missing`);
  const children = [...element.children];
  const names = children.map(({ localName }) => `${localName} `).join('');
  const order = rule.inside.test(names) ? [] : [`${here}: cannot hold ${names}`];
  const texts = [...element.childNodes].filter(({ nodeType, textContent }) => nodeType === 3 && (textContent ?? '').trim() !== '');
  const stray = rule.text === true || texts.length === 0 ? [] : [`${here}: no text may stand here`];
  return [...attributes, ...missing, ...order, ...stray, ...children.flatMap((child) => faultsIn(child, rules, here))];
}
