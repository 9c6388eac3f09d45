import type { Location, PathStep, Quantifier } from './ast.js';

/**
 * A query whose fields, operators and values are known to be good: made only by `check`, read only by `compile`.
 * Nothing in it can make a statement fail.
 */
export interface CheckedQuery {
  readonly kind: 'checked-query';
  /** Joined by AND. */
  readonly where: readonly CheckedFilter[];
  /** As written, without the tie-breaker, which the compiler adds. */
  readonly order: readonly CheckedOrder[];
  readonly limit: number;
  readonly offset: number;
  /** Absent: every field. */
  readonly select?: readonly CheckedSelect[];
}

export type CheckedFilter = CheckedGroup | CheckedCondition;

export interface CheckedGroup {
  readonly kind: 'group';
  readonly negated: boolean;
  readonly conjunction: 'and' | 'or';
  readonly members: readonly CheckedFilter[];
}

/** A condition is what it compares (`target`) and how (`test`), with one `not.` in front or none. */
export interface CheckedCondition {
  readonly kind: 'condition';
  readonly negated: boolean;
  readonly target: Target;
  readonly test: Test;
  readonly location: Location;
}

export type Target =
  | { readonly type: 'uuid'; readonly column: 'id' }
  | { readonly type: 'text'; readonly column: 'name' }
  | { readonly type: 'time'; readonly column: 'created_at' | 'last_message_at' }
  | { readonly type: 'json'; readonly column: 'metadata' }
  | { readonly type: 'path'; readonly column: 'metadata'; readonly path: readonly [PathStep, ...PathStep[]] };

export type Comparison = 'gt' | 'gte' | 'lt' | 'lte';

export type Test =
  /** eq, in and eq(any): equal to one of these. neq is this, negated by `negated` XOR the operator. */
  | { readonly kind: 'equals'; readonly values: readonly CheckedValue[] }
  /** eq(all): equal to each of these. */
  | { readonly kind: 'equals-all'; readonly values: readonly CheckedValue[] }
  /** isdistinct: two-valued; true of a missing value. */
  | { readonly kind: 'distinct'; readonly value: CheckedValue }
  | {
      readonly kind: 'compare';
      readonly comparison: Comparison;
      readonly quantifier: Quantifier;
      readonly values: readonly CheckedValue[];
    }
  /** like, ilike (patterns as Postgres reads them, with backslash escapes), match, imatch (regular expressions). */
  | {
      readonly kind: 'pattern';
      readonly operator: 'like' | 'ilike' | 'match' | 'imatch';
      readonly quantifier: Quantifier;
      readonly patterns: readonly string[];
    }
  | {
      readonly kind: 'search';
      readonly operator: 'fts' | 'plfts' | 'phfts' | 'wfts';
      readonly configuration: string;
      readonly text: string;
    }
  | { readonly kind: 'is'; readonly keyword: 'null' | 'not_null' | 'true' | 'false' }
  /** cs and cd with JSON on the right (text of one array or object, as it was given). */
  | { readonly kind: 'contains' | 'contained'; readonly json: string; readonly jsonKind: 'array' | 'object' }
  /** cs and cd with an array literal: its elements match strings, numbers and booleans alike, as eq does. */
  | { readonly kind: 'contains-elements' | 'contained-elements'; readonly elements: readonly TextValue[] }
  /** ov with an array literal. */
  | { readonly kind: 'overlaps-elements'; readonly elements: readonly TextValue[] }
  /** ov with a JSON array: the texts of its elements, each one JSON value. */
  | { readonly kind: 'overlaps'; readonly elements: readonly string[] };

export type CheckedValue = UuidValue | TextValue | TimeValue | JsonValue;

/** `uuid` is absent where the text is no uuid, which equals no row. Lower case. */
export interface UuidValue {
  readonly kind: 'uuid';
  readonly uuid?: string;
}

/** A value compared with `name` or with a metadata value. */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  /**
   * The text read as a number, where it is one by the dialect's rule
   * (`-?(0|[1-9]\d{0,29})(\.\d{1,30})?([eE][+-]?\d{1,2})?`): the same text, safe to cast to numeric.
   */
  readonly number?: string;
  readonly boolean?: boolean;
}

export type TimeValue = AbsoluteTime | RelativeTime;

/** UTC, `2025-04-15T13:07:28.764000Z`: always six digits, so that a finer value than a row's compares as it is. */
export interface AbsoluteTime {
  readonly kind: 'time';
  readonly iso: string;
}

/** `now-10d`: resolved by the compiler, whose argument the clock is. */
export interface RelativeTime {
  readonly kind: 'relative-time';
  readonly anchor: 'now' | 'today' | 'yesterday' | 'tomorrow';
  readonly offsetMs: number;
}

/** The right side of `metadata=eq.{…}`: JSON text that Postgres will read. */
export interface JsonValue {
  readonly kind: 'json';
  readonly json: string;
}

export interface CheckedOrder {
  readonly target: Exclude<Target, { type: 'json' }>;
  readonly direction: 'asc' | 'desc';
  readonly nulls: 'first' | 'last';
}

/** One member of each answered object. */
export interface CheckedSelect {
  readonly name: string;
  readonly target: Target;
  readonly as: 'json' | 'text';
}
