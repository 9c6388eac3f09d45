import type { Condition, Operator, Text } from '../ast.js';
import type { CheckedValue, TextValue, TimeValue } from '../checked-query.js';
import { COLUMN_TYPES, type Column } from '../fields.js';
import { printField } from '../print.js';
import { shorten } from '../shorten.js';
import type { Checking } from './checking.js';
import { type Fault, fault } from './fault.js';
import { isJsonContainer, readJson } from './json.js';
import { metadataValue } from './metadata-value.js';
import { storableText } from './operand.js';
import { isRelativeTime, readTime } from './time.js';
import { readOrderedUuid, readUuid } from './uuid.js';

/**
 * A value of an operator that compares (eq, neq, in, isdistinct, gt, gte, lt, lte), read as the field's type has it.
 * Undefined with a problem reported. The field exists.
 */
export function checkValue(value: Text, condition: Condition, checking: Checking): CheckedValue | undefined {
  const text = storableText(value, checking);
  if (text === undefined) return undefined;
  const read = readValue(text, condition);
  return read.kind === 'fault' ? checking.reportFault(read, text, value.location) : read;
}

function readValue(text: string, condition: Condition): CheckedValue | Fault {
  if (condition.field.path.length > 0) {
    return isOrdering(condition.operator) ? readOrdered(text, condition) : readEqual(text, condition);
  }
  switch (COLUMN_TYPES[condition.field.column as Column]) {
    case 'uuid':
      return isOrdering(condition.operator) ? readOrderedUuid(text) : readUuid(text);
    case 'time':
      return withJoinedHint(readTime(text), text, condition);
    case 'json':
      return readWholeMetadata(text);
    default:
      return { kind: 'text', text };
  }
}

function isOrdering(operator: Operator): boolean {
  return operator === 'gt' || operator === 'gte' || operator === 'lt' || operator === 'lte';
}

/** gt, gte, lt and lte compare numbers or text, and a time that moves is neither. */
function readOrdered(text: string, { field, operator }: Condition): TextValue | Fault {
  if (!isRelativeTime(text)) return metadataValue(text);
  return fault(
    'RQ309',
    `"${shorten(text)}" is a time, and "${shorten(printField(field))}" is compared as text.`,
    `Ask for a time of the conversation: last_message_at=${operator}.${shorten(text)}.`,
  );
}

/** An array or object equals no value, so whoever writes one means something else. */
function readEqual(text: string, { field, operator, negated }: Condition): TextValue | Fault {
  if (!isJsonContainer(text)) return metadataValue(text);
  const isNegative = negated !== (operator === 'neq' || operator === 'isdistinct');
  const contains = `${shorten(printField(field))}=${isNegative ? 'not.' : ''}cs.${shorten(text)}`;
  return fault(
    'RQ304',
    `"${shorten(text)}" is JSON, and only strings, numbers and booleans are equal to anything.`,
    `Write ${contains} for what ${isNegative ? 'does not contain' : 'contains'} it.`,
  );
}

function readWholeMetadata(text: string): CheckedValue | Fault {
  const json = readJson(text);
  if (json !== undefined) return json.kind === 'fault' ? json : { kind: 'json', json: text };
  return fault(
    'RQ304',
    `"${shorten(text)}" is not JSON.`,
    'metadata is compared as a whole: write metadata=eq.{"key":"value"}, or name a value inside it: metadata->key.',
  );
}

/** Two times of full length, and something over. */
const JOINED_LENGTH_MAX = 100;

/** What a client makes of two conditions on one field that it was given as an array: `gte.2025-01-01,lt.2025-02-01`. */
const JOINED = /^[^,]+(?:,(?:not\.)?(?:eq|neq|gt|gte|lt|lte)\.[^,]+)+$/;

function withJoinedHint(read: TimeValue | Fault, text: string, { field, operator }: Condition): TimeValue | Fault {
  if (read.kind !== 'fault' || text.length > JOINED_LENGTH_MAX || !JOINED.test(text)) return read;
  const conditions = `${operator}.${text}`.split(',').map((condition) => `${field.column}.${condition}`);
  return { ...read, hint: `Several conditions on one field are written and=(${conditions.join(',')}).` };
}
