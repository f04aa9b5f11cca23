/** An expression of the Python subset that scripts assert with. */
export type Expression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'unary'; readonly op: string; readonly of: Expression }
  | { readonly type: 'binary'; readonly op: string; readonly left: Expression; readonly right: Expression };

/** Operators from the loosest to the tightest binding, as Python has them. */
const LEVELS: readonly (readonly string[])[] = [['or'], ['and'], ['==', '!=', '<=', '>=', '<', '>'], ['|'], ['^'], ['&'], ['<<', '>>'], ['+', '-'], ['*', '//', '/', '%']];

const TOKEN = /\s*(0x[0-9a-fA-F]+|\d+(?:\.\d+)?|[A-Za-z_]\w*|<<|>>|==|!=|<=|>=|\/\/|[-+*/%&|^()<>~,])/y;

/** The tokens of an expression; null where something else is in it. */
function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found?.[1] === undefined) return null;
    tokens.push(found[1]);
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function atom(tokens: string[]): Expression | null {
  const token = tokens.shift();
  if (token === undefined) return null;
  if (token === '(') {
    const inner = level(tokens, 0);
    return tokens.shift() === ')' ? inner : null;
  }
  if (token === '-' || token === '~' || token === 'not') {
    const of = token === 'not' ? level(tokens, 2) : atom(tokens);
    return of === null ? null : { type: 'unary', op: token, of };
  }
  if (/^\d/.test(token)) return { type: 'number', value: Number(token) };
  return /^[A-Za-z_]/.test(token) ? { type: 'name', name: token } : null;
}

/** `a <= b <= c` says both, as in Python. */
function comparisons(tokens: string[], depth: number, operators: readonly string[]): Expression | null {
  let left = level(tokens, depth + 1);
  let all: Expression | null = null;
  while (left !== null && tokens[0] !== undefined && operators.includes(tokens[0])) {
    const op = tokens.shift() ?? '';
    const right = level(tokens, depth + 1);
    if (right === null) return null;
    const one: Expression = { type: 'binary', op, left, right };
    all = all === null ? one : { type: 'binary', op: 'and', left: all, right: one };
    left = right;
  }
  return all ?? left;
}

function level(tokens: string[], depth: number): Expression | null {
  const operators = LEVELS[depth];
  if (operators === undefined) return atom(tokens);
  if (operators.includes('==')) return comparisons(tokens, depth, operators);
  let left = level(tokens, depth + 1);
  while (left !== null && tokens[0] !== undefined && operators.includes(tokens[0])) {
    const op: string = tokens.shift() ?? '';
    const right = level(tokens, depth + 1);
    left = right === null ? null : { type: 'binary', op, left, right };
  }
  return left;
}

/** Reads an expression up to its end or a comma (Python's assert has its message behind it); null: not of the subset. */
export function readExpression(text: string): Expression | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const read = level(tokens, 0);
  return tokens.length === 0 ? read : null;
}

const OPERATORS: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ['==', (a, b) => Number(a === b)], ['!=', (a, b) => Number(a !== b)], ['<', (a, b) => Number(a < b)], ['>', (a, b) => Number(a > b)],
  ['<=', (a, b) => Number(a <= b)], ['>=', (a, b) => Number(a >= b)], ['|', (a, b) => a | b], ['^', (a, b) => a ^ b], ['&', (a, b) => a & b],
  ['<<', (a, b) => a << b], ['>>', (a, b) => a >> b], ['+', (a, b) => a + b], ['-', (a, b) => a - b], ['*', (a, b) => a * b],
  ['/', (a, b) => a / b], ['//', (a, b) => Math.floor(a / b)], ['%', (a, b) => a - b * Math.floor(a / b)],
]);

/** The value of an expression; a text names what in it is not known. True is 1, False is 0. */
export function evaluate(expression: Expression, known: ReadonlyMap<string, number>): number | string {
  switch (expression.type) {
    case 'number':
      return expression.value;
    case 'name':
      return known.get(expression.name) ?? expression.name;
    case 'unary': {
      const of = evaluate(expression.of, known);
      if (typeof of === 'string') return of;
      return expression.op === 'not' ? Number(of === 0) : expression.op === '-' ? -of : ~of;
    }
    case 'binary': {
      const left = evaluate(expression.left, known);
      if (typeof left === 'string') return left;
      if (expression.op === 'and' && left === 0) return left;
      if (expression.op === 'or' && left !== 0) return left;
      const right = evaluate(expression.right, known);
      if (typeof right === 'string' || expression.op === 'and' || expression.op === 'or') return right;
      return OPERATORS.get(expression.op)?.(left, right) ?? expression.op;
    }
  }
}
