import { readArrayLiteral } from '../array-literal.js';
import type { Test } from '../checked-query.js';
import { LIMITS } from '../fields.js';
import { shorten } from '../shorten.js';
import { type Fault, fault } from './fault.js';
import { readJson } from './json.js';
import { metadataValue } from './metadata-value.js';

export type Containment = 'cs' | 'cd' | 'ov';

type ContainmentTest = Extract<
  Test,
  { kind: 'contains' | 'contained' | 'overlaps' | 'contains-elements' | 'contained-elements' | 'overlaps-elements' }
>;

/**
 * The right side of cs, cd and ov (dialect: "cs, cd, ov"): JSON if it is JSON, else an array literal. `field` is how
 * the left side is called in messages; `takesArrayLiteral` is false for `metadata` itself, which is an object.
 */
export function readContainment(
  operator: Containment,
  text: string,
  field: string,
  takesArrayLiteral: boolean,
): ContainmentTest | Fault {
  const json = readJson(text);
  if (json === undefined) return takesArrayLiteral ? arrayLiteralTest(operator, text) : notAnObject(operator, text);
  if (json.kind === 'fault') return json;
  if (json.jsonKind === 'scalar') return scalarFault(operator, text, field, takesArrayLiteral);
  if (operator === 'ov') {
    if (json.jsonKind === 'array') {
      return json.elements.length > LIMITS.listElements
        ? tooManyElements()
        : { kind: 'overlaps', elements: json.elements };
    }
    return fault(
      'RQ304',
      `"ov" compares arrays, and "${shorten(text)}" is an object.`,
      `Write ${field}=ov.["a","b"] or ${field}=ov.{a,b}; for objects there is cs.`,
    );
  }
  return { kind: operator === 'cs' ? 'contains' : 'contained', json: text, jsonKind: json.jsonKind };
}

function arrayLiteralTest(operator: Containment, text: string): ContainmentTest | Fault {
  const elements = readArrayLiteral(text);
  if (elements === undefined) {
    // The reader of array literals gives up on one of too many elements.
    if (text.startsWith('{') && text.split(',').length > LIMITS.listElements) return tooManyElements();
    return fault(
      'RQ304',
      `"${shorten(text)}" is neither JSON nor an array literal.`,
      operator === 'ov' ? 'Write ["a","b"] or {a,b}.' : 'Write ["a","b"], {a,b} or {"key":"value"}.',
    );
  }
  return { kind: KINDS[operator], elements: elements.map(metadataValue) };
}

function tooManyElements(): Fault {
  return fault('RQ404', `A list has at most ${LIMITS.listElements} elements.`, 'Ask several queries.');
}

/** One value that is asked for as if it were an array: to be equal to, or to be in one, is what its writer means. */
function scalarFault(operator: Containment, text: string, field: string, isPath: boolean): Fault {
  const value: unknown = JSON.parse(text);
  const equal = value === null ? 'is.null' : `eq.${shorten(String(value))}`;
  return fault(
    'RQ304',
    `"${operator}" compares arrays${operator === 'ov' ? '' : ' and objects'}, and "${shorten(text)}" is neither.`,
    isPath
      ? `Write ${field}=${equal} for the value itself, or ${field}=${operator}.[${shorten(text)}] for arrays.`
      : `Write an object: metadata=${operator}.{"key":${shorten(text)}}.`,
  );
}

const KINDS = { cs: 'contains-elements', cd: 'contained-elements', ov: 'overlaps-elements' } as const;

function notAnObject(operator: Containment, text: string): Fault {
  return fault(
    'RQ304',
    `"${shorten(text)}" is not JSON.`,
    readArrayLiteral(text) === undefined
      ? `Write metadata=${operator}.{"key":"value"}.`
      : `metadata is an object: write metadata=${operator}.{"key":"value"}, or name the array, metadata->key=${operator}.${shorten(text)}.`,
  );
}
