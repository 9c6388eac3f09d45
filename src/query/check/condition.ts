import type { Condition, Text } from '../ast.js';
import type { CheckedCondition, Target, Test } from '../checked-query.js';
import { QUANTIFIED_OPERATORS, TYPE_OPERATORS } from '../fields.js';
import { printField } from '../print.js';
import { shorten } from '../shorten.js';
import type { Checking } from './checking.js';
import { type Containment, readContainment } from './containment.js';
import { type Fault, fault } from './fault.js';
import { type IsKeyword, readIsKeyword } from './is-keyword.js';
import { readLikePattern } from './like-pattern.js';
import { checkTexts, storableText, storableTextOf, textOf } from './operand.js';
import { readRegularExpression } from './regular-expression.js';
import { targetOf } from './target.js';
import { type TextSearchOperator, textSearchFault } from './text-search.js';
import { configurationFault, DEFAULT_CONFIGURATION } from './text-search-configuration.js';
import { checkValue } from './value.js';

/** One condition, or undefined with its problems reported. */
export function checkCondition(
  condition: Condition,
  place: 'parameter' | 'tree',
  checking: Checking,
): CheckedCondition | undefined {
  checking.countCondition(condition.location);
  const target = targetOf(condition.field, place, checking);
  if (target === undefined || !checkOperator(condition, target, checking)) return undefined;
  const test = testOf(condition, target, checking);
  if (test === undefined) return undefined;
  const negated = condition.negated !== (condition.operator === 'neq');
  return { kind: 'condition', negated, target, test, location: condition.location };
}

function checkOperator(condition: Condition, target: Target, checking: Checking): boolean {
  const { operator, quantifier, operatorLocation } = condition;
  const defined = TYPE_OPERATORS[target.type];
  if (!defined.includes(operator)) {
    const name = fieldName(condition);
    const inside = target.type === 'json' ? ' A value inside it has them all: metadata->key.' : '';
    checking.report({
      code: 'RQ203',
      message: `"${operator}" is not defined for "${name}".`,
      hint: `"${name}" has ${defined.join(', ')}.${inside}`,
      location: operatorLocation,
    });
    return false;
  }
  if (quantifier !== undefined && !QUANTIFIED_OPERATORS.includes(operator)) {
    checking.report({
      code: 'RQ204',
      message: `"${operator}" does not take "(${quantifier})".`,
      hint: `It goes with ${QUANTIFIED_OPERATORS.join(', ')}. One of several values is written in.(a,b).`,
      location: checking.behind(operatorLocation, quantifier),
    });
    return false;
  }
  return true;
}

const fieldName = (condition: Condition) => shorten(printField(condition.field));

function testOf(condition: Condition, target: Target, checking: Checking): Test | undefined {
  const { operator, quantifier = 'any' } = condition;
  switch (operator) {
    case 'eq':
    case 'neq':
    case 'in': {
      const values = checkTexts(condition, checking, checkValue);
      return values && { kind: quantifier === 'all' ? 'equals-all' : 'equals', values };
    }
    case 'isdistinct': {
      const value = checkValue(textOf(condition), condition, checking);
      return value && { kind: 'distinct', value };
    }
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte': {
      const values = checkTexts(condition, checking, checkValue);
      return values && { kind: 'compare', comparison: operator, quantifier, values };
    }
    case 'like':
    case 'ilike': {
      const patterns = checkTexts(condition, checking, checkLikePattern);
      return patterns && { kind: 'pattern', operator, quantifier, patterns };
    }
    case 'match':
    case 'imatch': {
      const patterns = checkTexts(condition, checking, checkRegularExpression);
      return patterns && { kind: 'pattern', operator, quantifier, patterns };
    }
    case 'fts':
    case 'plfts':
    case 'phfts':
    case 'wfts':
      return searchTest(condition, operator, checking);
    case 'is':
      return isTest(condition, target, checking);
    case 'cs':
    case 'cd':
    case 'ov':
      return containmentTest(condition, operator, target, checking);
  }
}

function checkLikePattern(value: Text, _: Condition, checking: Checking): string | undefined {
  const text = storableText(value, checking);
  if (text === undefined) return undefined;
  const read = readLikePattern(text);
  return read.kind === 'fault' ? checking.reportFault(read, text, value.location) : read.pattern;
}

function checkRegularExpression(value: Text, _: Condition, checking: Checking): string | undefined {
  const text = storableText(value, checking);
  if (text === undefined) return undefined;
  const read = readRegularExpression(text);
  if (read.kind === 'fault') return checking.reportFault(read, text, value.location);
  checking.countRegularExpression(read.arcs, value.location);
  return text;
}

function searchTest(condition: Condition, operator: TextSearchOperator, checking: Checking): Test | undefined {
  const { configuration = DEFAULT_CONFIGURATION, operatorLocation } = condition;
  const unknown = configurationFault(configuration);
  if (unknown !== undefined) {
    checking.reportFault(unknown, configuration, checking.behind(operatorLocation, configuration));
  }
  const text = storableTextOf(condition, checking);
  if (text === undefined) return undefined;
  const refused = textSearchFault(operator, text);
  if (refused !== undefined) return checking.reportFault(refused, text, condition.operand.location);
  return unknown === undefined ? { kind: 'search', operator, configuration, text } : undefined;
}

function isTest(condition: Condition, target: Target, checking: Checking): Test | undefined {
  const text = storableTextOf(condition, checking);
  if (text === undefined) return undefined;
  const read = readIsKeyword(text, target.type === 'path');
  if (read.kind === 'fault') return checking.reportFault(read, text, condition.operand.location);
  const keyword = keywordFor(read.keyword, target, condition);
  if (typeof keyword !== 'string') return checking.reportFault(keyword, text, condition.operand.location);
  return { kind: 'is', keyword };
}

/** Only a metadata value can be a boolean; for one, to be unknown is to be missing or JSON null. */
function keywordFor(keyword: IsKeyword, target: Target, condition: Condition): Exclude<IsKeyword, 'unknown'> | Fault {
  if (keyword === 'null' || keyword === 'not_null') return keyword;
  if (target.type === 'path') return keyword === 'unknown' ? 'null' : keyword;
  const name = fieldName(condition);
  return fault(
    'RQ203',
    `"is.${keyword}" is not defined for "${name}", which is never true or false.`,
    `"${name}" has is.null and is.not_null; a value inside metadata has is.${keyword} too: metadata->key.`,
  );
}

function containmentTest(
  condition: Condition,
  operator: Containment,
  target: Target,
  checking: Checking,
): Test | undefined {
  const text = storableTextOf(condition, checking);
  if (text === undefined) return undefined;
  const test = readContainment(operator, text, fieldName(condition), target.type === 'path');
  return test.kind === 'fault' ? checking.reportFault(test, text, condition.operand.location) : test;
}
