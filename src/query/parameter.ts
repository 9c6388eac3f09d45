import type { Field, Filter, Location, Operand, Operator, OrderTerm, PathStep, SelectItem } from './ast.js';

/** What goes to and fro between the grammar and its reader. */

/** What the grammar makes of one parameter. */
export type Parameter =
  | Filter
  | { readonly kind: NumberParameter; readonly value: number; readonly location: Location }
  | { readonly kind: 'order-by'; readonly terms: readonly OrderTerm[]; readonly location: Location }
  | { readonly kind: 'select-items'; readonly items: readonly SelectItem[]; readonly location: Location };

export type NumberParameter = 'limit' | 'offset' | 'page[size]' | 'page[number]';

/** Offsets in the text that the parser sees. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A column, a key or an alias, before its stand-ins are resolved. */
export interface Name {
  readonly text: string;
  readonly quoted: boolean;
  readonly range: Range;
}

/** A field, and what its last arrow says, which only `select` asks. */
export interface FieldReading {
  readonly field: Field;
  readonly as: 'json' | 'text';
}

export interface Step {
  readonly arrow: '->' | '->>';
  readonly step: PathStep;
  readonly range: Range;
}

/** A word that may or may not exist. */
export interface Word {
  readonly word: string;
  readonly range: Range;
}

/** What stands behind a field: `not.eq(any).{a,b}`. */
export interface Test {
  readonly negated: boolean;
  readonly operator: { readonly name: Operator; readonly location: Location };
  readonly argument: Word | null;
  readonly operand: Operand;
}
