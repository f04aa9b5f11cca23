/**
 * A shape is a sentence of the notation as data: words stand for themselves, `<rule>` or `<field:rule>` for a value,
 * `(word)` for a word that may be said and is not written, `[mark]` for one that may be left out and is written.
 */
export type Piece =
  | { readonly type: 'word'; readonly word: string; readonly required: boolean; readonly written: boolean }
  | { readonly type: 'value'; readonly field: string; readonly rule: string };

const PIECE = /<(?:([\w ]+):)?([\w ]+)>|\(([^)]+)\)|\[([^\]]+)\]|([^\s<([]+)/g;

const compiled = new Map<string, readonly Piece[]>();

/** The pieces of a shape, in order; each shape is taken apart once. */
export function piecesOf(shape: string): readonly Piece[] {
  const pieces = compiled.get(shape) ?? takeApart(shape);
  compiled.set(shape, pieces);
  return pieces;
}

function takeApart(shape: string): readonly Piece[] {
  return Array.from(shape.matchAll(PIECE), ([, field, rule, spoken, written, word]): Piece => {
    if (rule !== undefined) return { type: 'value', field: field ?? rule, rule };
    return {
      type: 'word',
      word: word ?? spoken ?? written ?? '',
      required: word !== undefined,
      written: spoken === undefined,
    };
  });
}

/** A field; one whose value may be left unsaid may be absent. */
type Said<Field extends string, Value> = undefined extends Value ? Readonly<Partial<Record<Field, Exclude<Value, undefined>>>> : Readonly<Record<Field, Value>>;

type FieldOf<Values, Slot extends string> = Slot extends `${infer Field}:${infer Rule}`
  ? Said<Field, Rule extends keyof Values ? Values[Rule] : never>
  : Said<Slot, Slot extends keyof Values ? Values[Slot] : never>;

/** The fields that a shape gives a value to, where `Values` says what each rule stands for. */
export type Fields<Values, Shape extends string> = Shape extends `${string}<${infer Slot}>${infer Rest}`
  ? FieldOf<Values, Slot> & Fields<Values, Rest>
  : unknown;

type Sound<Values, Union extends { readonly type: string }, Shapes> = {
  readonly [K in Union['type']]: K extends keyof Shapes
    ? Shapes[K] extends string
      ? Readonly<Record<'type', K>> & Fields<Values, Shapes[K]> extends Extract<Union, Readonly<Record<'type', K>>>
        ? string
        : never
      : never
    : never;
};

/** The shapes of a union, one for each `type`; does not compile where a shape's fields are not those of its member. */
export function shapesOf<Values, Union extends { readonly type: string }>() {
  return <const Shapes extends Readonly<Record<Union['type'], string>>>(shapes: Shapes & Sound<Values, Union, Shapes>): Readonly<Record<Union['type'], string>> => shapes;
}
