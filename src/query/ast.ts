/**
 * The syntax tree of conversation_query: what a text says, before anyone asked whether it makes sense.
 *
 * Plain readonly data. Every node knows its place in the text as it was given (UTF-16 offsets, end exclusive);
 * nodes made in code carry {@link NOWHERE}. Two queries are the same query when they are equal but for the places.
 */

export interface Location {
  readonly start: number;
  readonly end: number;
}

/** The place of a node that was built in code and stands in no text. */
export const NOWHERE: Location = { start: 0, end: 0 };

export interface Query {
  readonly kind: 'query';
  /** Conditions and trees, joined by AND, in the order they were written. */
  readonly where: readonly Filter[];
  /** Absent: `last_message_at.desc`. */
  readonly order?: readonly OrderTerm[];
  /** Absent: 20. */
  readonly limit?: WholeNumber;
  /** Absent: 0. */
  readonly offset?: WholeNumber;
  /** Absent: every field. */
  readonly select?: readonly SelectItem[];
}

/** `limit` and `offset` with their place, so that a limit that is too large can be pointed at. */
export interface WholeNumber {
  readonly kind: 'number';
  readonly value: number;
  readonly location: Location;
}

export type Filter = Condition | Group;

/** `and=(…)`, `not.or=(…)`: members joined by one word; never empty. */
export interface Group {
  readonly kind: 'group';
  readonly negated: boolean;
  readonly conjunction: 'and' | 'or';
  readonly members: readonly Filter[];
  readonly location: Location;
}

/** `<field>=[not.]<op>[(any|all)].<operand>`, or the same with a dot inside a tree. */
export interface Condition {
  readonly kind: 'condition';
  readonly negated: boolean;
  readonly field: Field;
  readonly operator: Operator;
  /** The place of the operator word alone. */
  readonly operatorLocation: Location;
  readonly quantifier?: Quantifier;
  /** The text-search configuration of `fts(english)` and its fellows. */
  readonly configuration?: string;
  readonly operand: Operand;
  readonly location: Location;
}

export type Quantifier = 'any' | 'all';

export const OPERATORS = [
  'eq',
  'neq',
  'gt',
  'gte',
  'lt',
  'lte',
  'like',
  'ilike',
  'match',
  'imatch',
  'in',
  'is',
  'isdistinct',
  'fts',
  'plfts',
  'phfts',
  'wfts',
  'cs',
  'cd',
  'ov',
] as const;

export type Operator = (typeof OPERATORS)[number];

/** PostgREST's range operators: recognised, so that the refusal can say why. */
export const RANGE_OPERATORS = ['sl', 'sr', 'nxr', 'nxl', 'adj'] as const;

/** A column, or a path into `metadata`. The name is as written: whether the column exists is the check's business. */
export interface Field {
  readonly kind: 'field';
  readonly column: string;
  /** Empty for the column itself. */
  readonly path: readonly PathStep[];
  readonly location: Location;
}

export type PathStep =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'index'; readonly index: number };

export type Operand = Value | List;

/** One value: text, decoded, or a placeholder that `bind` fills. */
export type Value = Text | Placeholder;

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly location: Location;
}

/** `{{name}}` in a prepared query. */
export interface Placeholder {
  readonly kind: 'placeholder';
  /** Dotted words: `caller.account_id`. */
  readonly name: string;
  readonly location: Location;
}

/** The elements of `in.(…)`, and of the `{…}` after `(any)` and `(all)`. */
export interface List {
  readonly kind: 'list';
  readonly elements: readonly Value[];
  readonly location: Location;
}

export interface OrderTerm {
  readonly kind: 'order';
  readonly field: Field;
  readonly direction: 'asc' | 'desc';
  /** Absent: nulls last, either way. */
  readonly nulls?: 'first' | 'last';
  readonly location: Location;
}

export type SelectItem = SelectAll | SelectField;

/** `*` */
export interface SelectAll {
  readonly kind: 'all';
  readonly location: Location;
}

export interface SelectField {
  readonly kind: 'select';
  readonly alias?: string;
  readonly field: Field;
  /** For a path: `->` gives JSON, `->>` gives text. Always `json` for a column. */
  readonly as: 'json' | 'text';
  readonly location: Location;
}
