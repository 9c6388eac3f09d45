import type { Condition, Field, Operator, Text } from '../ast.js';
import { printField } from '../print.js';
import { shorten } from '../shorten.js';
import type { Warning } from '../warning.js';

/** Looks at one condition alone. `topLevel`: it stands in no tree, where values are raw to their end. */
export type ConditionRule = (condition: Condition, topLevel: boolean) => Warning | undefined;

const EQUALITY: readonly Operator[] = ['eq', 'neq', 'in', 'isdistinct'];
const COMPARISON: readonly Operator[] = ['gt', 'gte', 'lt', 'lte'];
const PATTERN: readonly Operator[] = ['like', 'ilike'];

/** The first value that is meant, if any: one warning for a condition says enough. */
function find({ operand }: Condition, isMeant: (text: string) => boolean): Text | undefined {
  const values = operand.kind === 'list' ? operand.elements : [operand];
  return values.find((value): value is Text => value.kind === 'text' && isMeant(value.text));
}

const isPath = (field: Field) => field.path.length > 0;

const textNull: ConditionRule = (condition) => {
  const { operator, field, negated } = condition;
  if (!EQUALITY.includes(operator)) return undefined;
  const found = find(condition, (text) => /^null$/i.test(text));
  if (found === undefined) return undefined;
  const wantsValue = (operator === 'neq' || operator === 'isdistinct') !== negated;
  return {
    code: 'RQW101',
    message: `"${found.text}" is that text here, not a missing value.`,
    hint: `Write ${printField(field)}=is.${wantsValue ? 'not_null' : 'null'}`,
    location: found.location,
  };
};

const QUOTED = /^"(.*)"$/s;
/** Operators whose value is plain text: in a text search, a regular expression or JSON quotes have a meaning. */
const PLAIN_VALUE: readonly Operator[] = ['eq', 'neq', 'isdistinct', 'gt', 'gte', 'lt', 'lte', 'like', 'ilike'];

const quotesInValue: ConditionRule = (condition, topLevel) => {
  const { operand, operator } = condition;
  if (!topLevel || operand.kind !== 'text' || !PLAIN_VALUE.includes(operator)) return undefined;
  const inner = QUOTED.exec(operand.text)?.[1];
  if (inner === undefined) return undefined;
  return {
    code: 'RQW103',
    message: `The quotes are part of the value ${shorten(operand.text)}.`,
    hint: `Write ${operator}.${shorten(inner)}: only names, list elements and the values of trees are quoted.`,
    location: operand.location,
  };
};

const hasWildcard = (pattern: string) => /[*%_]/.test(pattern.replace(/\\./gs, ''));

const patternWithoutWildcard: ConditionRule = (condition) => {
  if (!PATTERN.includes(condition.operator)) return undefined;
  const found = find(condition, (text) => !hasWildcard(text));
  if (found === undefined) return undefined;
  const text = shorten(found.text);
  return {
    code: 'RQW104',
    message: `"${text}" has no wildcard, so ${condition.operator} finds that whole text only.`,
    hint: `Write ${condition.operator}.${text}* for what begins with it, ${condition.operator}.*${text}* for what holds it.`,
    location: found.location,
  };
};

/** Begins or ends with a wildcard, and is no percentage. */
const looksLikePattern = (text: string) => /^[*%]|[*%]$/.test(text) && !/^[0-9]+(?:[.,][0-9]+)?%$/.test(text);

const wildcardWithoutPattern: ConditionRule = (condition) => {
  if (!EQUALITY.includes(condition.operator)) return undefined;
  const found = find(condition, looksLikePattern);
  if (found === undefined) return undefined;
  return {
    code: 'RQW105',
    message: `"${shorten(found.text)}" is that very text here: ${condition.operator} knows no wildcards.`,
    hint: /^[*%]+$/.test(found.text)
      ? `Write ${printField(condition.field)}=is.not_null for any value.`
      : `Write like.${shorten(found.text)}`,
    location: found.location,
  };
};

const comparedAsText: ConditionRule = (condition) => {
  if (!isPath(condition.field) || !COMPARISON.includes(condition.operator)) return undefined;
  const phone = find(condition, (text) => /^\+[0-9]{7,15}$/.test(text));
  const date = find(condition, (text) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}/.test(text));
  const found = phone ?? date;
  if (found === undefined) return undefined;
  return {
    code: 'RQW107',
    message: `"${shorten(found.text)}" is compared as text, character by character.`,
    hint:
      found === phone
        ? 'A phone number is no quantity: ask for it with eq, or for a range of numbers with like.'
        : 'Only created_at and last_message_at hold times; dates in metadata compare well only if all are written alike.',
    location: found.location,
  };
};

/** Keys that somebody numbers so high are no places in an array. */
const INDEX_LIKELY_MAX = 99;

const indexForKey: ConditionRule = ({ field }) => {
  const [first] = field.path;
  const onObject = first?.kind === 'index' ? first : undefined;
  const step = onObject ?? field.path.find((next) => next.kind === 'index' && Math.abs(next.index) > INDEX_LIKELY_MAX);
  if (step?.kind !== 'index') return undefined;
  return {
    code: 'RQW110',
    message:
      step === onObject
        ? `"->${step.index}" is an array index, and metadata is an object: this finds nothing.`
        : `"->${step.index}" is an array index, never a key.`,
    hint: `Write ->"${step.index}" for the key.`,
    location: field.location,
  };
};

/** Keys whose values tell callers apart. */
const IDENTITY_KEY = /end_user|caller|phone|^from(?:_number)?$/i;

/** What carriers and platforms send for a withheld number, and the digits that spell it on a keypad. */
const WITHHELD = new Set(
  ['anonymous', 'unavailable', 'restricted', 'private', 'unknown', 'blocked', 'withheld', 'none', 'undefined'].concat([
    '266696687', // ANONYMOUS
    '86282452253', // UNAVAILABLE
    '7378742833', // RESTRICTED
    '7748283', // PRIVATE
    '8656696', // UNKNOWN
    '2562533', // BLOCKED
  ]),
);

const isWithheld = (text: string) =>
  WITHHELD.has(text.replace(/^\+1?(?=[0-9])/, '').toLowerCase()) || /^(?:sips?:)?anonymous@/i.test(text);

const sharedIdentity: ConditionRule = (condition) => {
  const { field, operator, negated } = condition;
  const key = field.path.at(-1);
  if (key?.kind !== 'key' || !IDENTITY_KEY.test(key.key) || negated || (operator !== 'eq' && operator !== 'in')) {
    return undefined;
  }
  const found = find(condition, isWithheld);
  if (found === undefined) return undefined;
  return {
    code: 'RQW111',
    message: `"${shorten(found.text)}" stands for every caller who withholds a number, so strangers share what this finds.`,
    hint: 'Give a caller without an identity no memory.',
    location: found.location,
  };
};

/** In the order in which their warnings stand when they are at one place. */
export const CONDITION_RULES: readonly ConditionRule[] = [
  indexForKey,
  textNull,
  quotesInValue,
  patternWithoutWildcard,
  wildcardWithoutPattern,
  comparedAsText,
  sharedIdentity,
];
