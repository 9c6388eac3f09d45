import type { Operator } from './ast.js';

/** What can be asked of a conversation: the catalogue that every stage reads. */

export type FieldType = 'uuid' | 'text' | 'time' | 'json' | 'path';

export const COLUMNS = ['id', 'name', 'created_at', 'last_message_at', 'metadata'] as const;

export type Column = (typeof COLUMNS)[number];

const TYPES_BY_COLUMN = {
  id: 'uuid',
  name: 'text',
  created_at: 'time',
  last_message_at: 'time',
  metadata: 'json',
} as const satisfies { readonly [column in Column]: FieldType };

export const COLUMN_TYPES: { readonly [column in Column]: FieldType } = TYPES_BY_COLUMN;

/** The type of a column, for the compiler. */
export type ColumnType<Name extends Column> = (typeof TYPES_BY_COLUMN)[Name];

/** dialect: "Fields". `path` is a value inside metadata: `metadata->a->b`. */
const OPERATORS_BY_TYPE = {
  uuid: ['eq', 'neq', 'in', 'isdistinct', 'is', 'gt', 'gte', 'lt', 'lte'],
  text: [
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
  ],
  time: ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'is', 'isdistinct'],
  json: ['eq', 'neq', 'cs', 'cd', 'is', 'isdistinct'],
  path: [
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
  ],
} as const satisfies { readonly [type in FieldType]: readonly Operator[] };

/** What each type of field can be asked. */
export const TYPE_OPERATORS: { readonly [type in FieldType]: readonly Operator[] } = OPERATORS_BY_TYPE;

/** The same for the compiler: what the builder offers on a field of a type. */
export type OperatorOf<Type extends FieldType> = (typeof OPERATORS_BY_TYPE)[Type][number];

const QUANTIFIED = [
  'eq',
  'gt',
  'gte',
  'lt',
  'lte',
  'like',
  'ilike',
  'match',
  'imatch',
] as const satisfies readonly Operator[];

/** The operators that take `(any)` and `(all)`. */
export const QUANTIFIED_OPERATORS: readonly Operator[] = QUANTIFIED;

export type QuantifiedOperator = (typeof QUANTIFIED)[number];

export const TEXT_SEARCH_OPERATORS: readonly Operator[] = ['fts', 'plfts', 'phfts', 'wfts'];

/**
 * Metadata keys that Telnyx writes on every conversation. Each has an expression index in `last_message_at` order
 * (migration 0001), so an equality on one of them is one index scan.
 */
export const STANDARD_KEYS = [
  'telnyx_end_user_target',
  'telnyx_agent_target',
  'assistant_id',
  'call_control_id',
] as const;

/** dialect: "Limits". */
export const LIMITS = {
  /** Encoded text, in bytes of UTF-8. */
  textBytes: 16 * 1024,
  conditions: 100,
  levels: 16,
  listElements: 500,
  pathSteps: 8,
  patternCharacters: 256,
  limitMax: 1000,
} as const;

export const DEFAULT_LIMIT = 20;
