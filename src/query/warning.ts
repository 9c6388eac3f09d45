import type { Location } from './ast.js';

/**
 * Every warning about a query that is valid: RQW1xx says that it likely means something else than its writer thinks,
 * RQW2xx that Telnyx documents no such thing, which matters only for a memory query that Telnyx runs itself.
 */
export const WARNINGS = {
  RQW101: 'Compared with the text "null"',
  RQW102: 'No limit written',
  RQW103: 'Quotes are part of the value',
  RQW104: 'Pattern without a wildcard',
  RQW105: 'Wildcard where there is none',
  RQW106: 'Limit larger than a memory needs',
  RQW107: 'Compared as text',
  RQW108: 'Conditions that never hold together',
  RQW109: 'Written twice',
  RQW110: 'Read as an array index',
  RQW111: 'Value that many callers share',
  RQW112: 'Offset that reads much in vain',
  RQW201: 'Field that Telnyx does not document',
  RQW202: 'Operator that Telnyx does not document',
  RQW203: 'Tree that Telnyx does not document',
  RQW204: 'Order that Telnyx does not document',
  RQW205: 'Offset, which Telnyx does not document',
  RQW206: 'Quotes, which Telnyx does not document',
} as const;

export type WarningCode = keyof typeof WARNINGS;

/** Said to the person who wrote the query, like a problem; the query runs all the same. */
export interface Warning {
  readonly code: WarningCode;
  /** A full sentence that quotes the culprit. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
  /** The place in the text that the query was read from. */
  readonly location: Location;
}
