import type { CheckedValue, Test } from '../checked-query.js';
import type { Writing } from './binding.js';
import { ofEmptyList, quantified } from './quantified.js';

/** A condition on `metadata` as a whole, an object in every row. */
export function metadataCondition(test: Test, negated: boolean, writing: Writing): string {
  switch (test.kind) {
    case 'equals':
      return equalsOneOf(jsonsOf(test.values), negated, writing);
    case 'equals-all': {
      const jsons = jsonsOf(test.values);
      if (jsons.length === 0) return ofEmptyList('all', negated);
      return negated
        ? `metadata ${quantified('<>', 'any', jsons, 'jsonb', writing)}`
        : `metadata ${quantified('=', 'all', jsons, 'jsonb', writing)}`;
    }
    case 'distinct':
      return equalsOneOf(jsonsOf([test.value]), !negated, writing);
    case 'contains':
    case 'contained': {
      writing.bindings.push(test.json);
      const holds = `metadata ${test.kind === 'contains' ? '@>' : '<@'} ?::jsonb`;
      return negated ? `not ${holds}` : holds;
    }
    case 'is':
      return (test.keyword === 'null') !== negated ? 'metadata is null' : 'metadata is not null';
    default:
      throw new Error(`The test "${test.kind}" is not defined for the field "metadata".`);
  }
}

function equalsOneOf(jsons: readonly string[], negated: boolean, writing: Writing): string {
  if (jsons.length === 0) return ofEmptyList('any', negated);
  if (negated) return `metadata ${quantified('<>', 'all', jsons, 'jsonb', writing)}`;
  if (jsons.length > 1) return `metadata ${quantified('=', 'any', jsons, 'jsonb', writing)}`;
  // What is equal is contained too, and that is what the index knows.
  writing.bindings.push(jsons[0]!, jsons[0]!);
  return '(metadata @> ?::jsonb and metadata = ?::jsonb)';
}

function jsonsOf(values: readonly CheckedValue[]): string[] {
  return values.map((value) => {
    if (value.kind !== 'json') throw new Error(`JSON was expected to be compared with, not a ${value.kind}.`);
    return value.json;
  });
}
