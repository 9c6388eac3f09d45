import type { Operator } from './ast.js';

/** What can be asked of a conversation: the catalogue that every stage reads. */

export type FieldType = 'uuid' | 'text' | 'time' | 'json' | 'path';

export const COLUMNS = ['id', 'name', 'created_at', 'last_message_at', 'metadata'] as const;

export type Column = (typeof COLUMNS)[number];

export const COLUMN_TYPES: { readonly [column in Column]: FieldType } = {
  id: 'uuid',
  name: 'text',
  created_at: 'time',
  last_message_at: 'time',
  metadata: 'json',
};

/** dialect: "Fields". `path` is a value inside metadata: `metadata->a->b`. */
export const TYPE_OPERATORS: { readonly [type in FieldType]: readonly Operator[] } = {
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
};

/** The operators that take `(any)` and `(all)`. */
export const QUANTIFIED_OPERATORS: readonly Operator[] = [
  'eq',
  'gt',
  'gte',
  'lt',
  'lte',
  'like',
  'ilike',
  'match',
  'imatch',
];

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

export type StandardKey = (typeof STANDARD_KEYS)[number];

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
