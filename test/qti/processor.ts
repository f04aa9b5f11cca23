/** A value as QTI has it: null, or the members of a container, of which a single value is one. */
type Value = readonly string[] | null;

/** What came of an attempt: the values of its outcomes. */
export type Outcomes = ReadonlyMap<string, Value>;

/** A response as the item declares it. */
interface Declared {
  readonly isOrdered: boolean;
  readonly correct: Value;
}

interface Attempt {
  readonly declared: ReadonlyMap<string, Declared>;
  readonly responses: ReadonlyMap<string, Value>;
  readonly outcomes: Map<string, Value>;
}

const TRUE: Value = ['true'];
const FALSE: Value = ['false'];
const boolean = (is: boolean): Value => (is ? TRUE : FALSE);
const isTrue = (value: Value) => value?.[0] === 'true';

/** Judges the responses as the item's response processing says, as QTI 2.1 defines its operators (§8 and §9 of the information model): a NULL operand makes most results NULL, and NULL is not true. */
export function processed(item: Element, responses: ReadonlyMap<string, Value>): Outcomes {
  const named = (name: string) => [...item.children].filter(({ localName }) => localName === name);
  const keyed = (name: string) => named(name).map((one) => [one.getAttribute('identifier') ?? '', one] as const);
  const outcomes = new Map(keyed('outcomeDeclaration').map(([name, one]) => [name, valuesIn(one.children[0])]));
  const declared = new Map(keyed('responseDeclaration').map(([name, one]) => [name, { isOrdered: one.getAttribute('cardinality') === 'ordered', correct: valuesIn(one.children[0]) }]));
  for (const rule of named('responseProcessing').flatMap(({ children }) => [...children])) follow(rule, { declared, responses, outcomes });
  return outcomes;
}

/** The values that a declaration holds. */
export function valuesIn(holder: Element | undefined): Value {
  return holder === undefined ? null : [...holder.children].map(({ textContent }) => textContent);
}

function follow(rule: Element, attempt: Attempt): void {
  if (rule.localName === 'setOutcomeValue') {
    attempt.outcomes.set(rule.getAttribute('identifier') ?? '', valueOf(rule.children[0]!, attempt));
    return;
  }
  if (rule.localName !== 'responseCondition') throw new Error(`no rule ${rule.localName}`);
  for (const branch of rule.children) {
    const [condition, ...rules] = [...branch.children];
    if (!isTrue(valueOf(condition!, attempt))) continue;
    for (const one of rules) follow(one, attempt);
    return;
  }
}

function valueOf(expression: Element, attempt: Attempt): Value {
  const operands = [...expression.children].map((child) => valueOf(child, attempt));
  const [first = null, second = null] = operands;
  const identifier = expression.getAttribute('identifier') ?? '';
  switch (expression.localName) {
    case 'baseValue':
      return [expression.textContent];
    case 'variable':
      return attempt.responses.has(identifier) ? attempt.responses.get(identifier)! : (attempt.outcomes.get(identifier) ?? null);
    case 'correct':
      return attempt.declared.get(identifier)?.correct ?? null;
    case 'and':
      return operands.some((one) => one !== null && !isTrue(one)) ? FALSE : operands.includes(null) ? null : TRUE;
    case 'or':
      return operands.some(isTrue) ? TRUE : operands.includes(null) ? null : FALSE;
    case 'not':
      return first === null ? null : boolean(!isTrue(first));
    case 'isNull':
      return boolean(first === null || first.length === 0);
    case 'match':
      return first === null || second === null ? null : boolean(isOrdered(expression, attempt) ? first.join('\n') === second.join('\n') : first.toSorted().join('\n') === second.toSorted().join('\n'));
    case 'member':
      return first === null || second === null ? null : boolean(second.includes(first[0] ?? ''));
    case 'index':
      return first === null || first[Number(expression.getAttribute('n')) - 1] === undefined ? null : [first[Number(expression.getAttribute('n')) - 1]!];
    case 'equal':
      return first === null || second === null ? null : boolean(Number(first[0]) === Number(second[0]));
    case 'stringMatch':
      return first === null || second === null ? null : boolean((first[0] ?? '').toLowerCase() === (second[0] ?? '').toLowerCase());
    case 'multiple':
      return operands.flatMap((one) => one ?? []);
    case 'sum':
      return operands.includes(null) ? null : [String(operands.reduce((sum, one) => sum + Number(one?.[0]), 0))];
    default:
      throw new Error(`no operator ${expression.localName}`);
  }
}

function isOrdered(expression: Element, { declared }: Attempt): boolean {
  return [...expression.children].some((operand) => operand.localName === 'variable' && declared.get(operand.getAttribute('identifier') ?? '')?.isOrdered === true);
}
