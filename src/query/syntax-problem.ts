import { OPERATORS } from './ast.js';
import type { ProblemCode } from './catalogue.js';
import { COLUMNS } from './fields.js';
import type { SyntaxError as GrammarError } from './generated/conversation-query.js';
import type { Problem } from './problem.js';
import { PLACEHOLDER_HINT, type Reader } from './reader.js';
import { shorten } from './shorten.js';
import { plainText } from './stand-ins.js';
import { unknownField } from './unknown-field.js';

type Place = (start: number, end: number) => Problem['location'];

/**
 * Says what keeps one parameter from being read. The grammar knows what it expected and where; this knows what people
 * write instead.
 */
export function syntaxProblem(error: GrammarError, parameter: string, reader: Reader): Problem {
  const place: Place = (start, end) => reader.location({ start, end });
  const shown = shorten(plainText(parameter.slice(0, 64)));
  const equals = parameter.indexOf('=');
  if (equals < 0) {
    return {
      code: 'RQ102',
      message: `"${shown}" has no "=".`,
      hint:
        exampleOf(parameter) ??
        'A parameter is <field>=<operator>.<value>, for example name=eq.Voice; an "&" inside a value is written %26.',
      location: place(0, parameter.length),
    };
  }
  if (equals === 0) {
    return {
      code: 'RQ104',
      message: `There is no field before "=" in "${shown}".`,
      hint: 'A parameter is <field>=<operator>.<value>, for example name=eq.Voice.',
      location: place(0, 1),
    };
  }
  const key = parameter.slice(0, equals);
  const at = error.location.start.offset;
  return (
    numberProblem(key, parameter, equals, reader, place) ??
    placeholderProblem(parameter, at, place) ??
    unknownFieldProblem(key, place) ??
    operatorProblem(key, parameter, equals, at, place) ??
    generalProblem(error, key, parameter, equals, reader, place)
  );
}

/** What a word of the language looks like with its value. */
function exampleOf(word: string): string | undefined {
  switch (word) {
    case 'limit':
      return 'Write limit=5.';
    case 'offset':
      return 'Write offset=20.';
    case 'order':
      return 'Write order=last_message_at.desc.';
    case 'select':
      return 'Write select=id,name.';
    case 'and':
    case 'or':
    case 'not.and':
    case 'not.or':
      return `Write ${word}=(field.operator.value,field.operator.value).`;
    default:
      return undefined;
  }
}

function numberProblem(
  key: string,
  parameter: string,
  equals: number,
  reader: Reader,
  place: Place,
): Problem | undefined {
  if (!/^(?:limit|offset)$/.test(key) && !(reader.http && /^page\[(?:size|number)\]$/.test(key))) return undefined;
  const value = plainText(parameter.slice(equals + 1));
  return {
    code: 'RQ110',
    message: value === '' ? `"${key}" has no value.` : `"${key}" takes a whole number, not "${shorten(value)}".`,
    hint: `Write it in digits, for example ${key}=${key === 'offset' ? '20' : key === 'page[number]' ? '1' : '5'}.`,
    location: place(equals + 1, parameter.length),
  };
}

function placeholderProblem(parameter: string, at: number, place: Place): Problem | undefined {
  const braces = parameter.slice(Math.max(0, at - 1), at + 2).indexOf('{{');
  if (braces < 0) return undefined;
  const start = Math.max(0, at - 1) + braces;
  return {
    code: 'RQ112',
    message: 'A placeholder cannot stand here.',
    hint: PLACEHOLDER_HINT,
    location: place(start, start + 2),
  };
}

/** A key that is no field explains everything that follows it. */
function unknownFieldProblem(key: string, place: Place): Problem | undefined {
  if (isWordOfTheLanguage(key)) return undefined;
  const column = /^(?:(?!->)[^"])+/.exec(key)?.[0];
  if (column === undefined || (COLUMNS as readonly string[]).includes(column)) return undefined;
  return unknownField(plainText(column), place(0, column.length));
}

function operatorProblem(
  key: string,
  parameter: string,
  equals: number,
  at: number,
  place: Place,
): Problem | undefined {
  if (isWordOfTheLanguage(key) || at < equals) return undefined;
  const value = plainText(parameter.slice(equals + 1));
  if (/^(?:not\.)?(?!not\.)[A-Za-z_]+(?:\([^()]*\))?\./.test(value)) return undefined;
  const shown = plainText(key);
  // A blank before the operator, or between it and its argument, is all that is wrong.
  const [, negation = '', rest = value.replace(/^\s+|\s+(?=\()/g, '')] = /^(not\.)(.*)$/s.exec(value) ?? [];
  const operator = /^[A-Za-z_]+$/.exec(rest)?.[0];
  if (operator !== undefined && (OPERATORS as readonly string[]).includes(operator)) {
    return {
      code: 'RQ105',
      message: `The operator "${operator}" has no value.`,
      hint: `Write ${shorten(shown)}=${negation}${operator}.…`,
      location: place(equals + 1, parameter.length),
    };
  }
  const eq = /^[A-Za-z_]+(?:\([^()]*\))?\./.test(rest) ? '' : 'eq.';
  const example = `${shorten(shown)}=${negation}${eq}${rest === '' ? '…' : shorten(rest)}`;
  return {
    code: 'RQ105',
    message: value === '' ? `"${shorten(shown)}" has no condition.` : `"${shorten(value)}" has no operator.`,
    hint:
      operator === undefined || operator === 'not'
        ? `Write ${example}`
        : `Write ${example}, or put "." and a value behind an operator.`,
    location: value === '' ? place(0, parameter.length) : place(equals + 1, parameter.length),
  };
}

function generalProblem(
  error: GrammarError,
  key: string,
  parameter: string,
  equals: number,
  reader: Reader,
  place: Place,
): Problem {
  const at = error.location.start.offset;
  const found = at >= parameter.length ? undefined : String.fromCodePoint(parameter.codePointAt(at)!);
  const location = place(at, at + (found?.length ?? 0));
  const shown = shorten(plainText(parameter.slice(0, 64)));
  if (found === undefined && isInQuotes(error)) {
    // The value of a condition has no quotes: where one is open that is neither a list's nor a tree's, it is a name's.
    const { code, what } = construct(key, true, reader.part, '');
    const hint = 'Close it with another; a double quote between double quotes is written \\".';
    return { code, message: `A double quote in the ${what} "${shown}" is never closed.`, hint, location };
  }
  const { code, what, hint } = construct(key, at <= equals, reader.part, parameter.slice(0, at));
  const expected = /"[ \t]*$/.test(parameter.slice(0, at)) ? 'its end after the closing quote' : 'something else';
  const message =
    found === undefined
      ? `The ${what} "${shown}" ends too early: expected ${expectations(error) ?? expected}.`
      : `Unexpected "${plainText(found)}" in the ${what} "${shown}": expected ${expectations(error) ?? expected}.`;
  return { code, message, hint, location };
}

function construct(
  key: string,
  inKey: boolean,
  part: Reader['part'],
  before: string,
): { code: ProblemCode; what: string; hint: string } {
  if (part === 'list') {
    return {
      code: 'RQ106',
      what: 'list',
      hint: 'A list is (a,b,"c, d"): in parentheses, and an element that holds "," ")" or a quote in double quotes.',
    };
  }
  if (part === 'array literal') {
    return {
      code: 'RQ111',
      what: 'array literal',
      hint: 'After (any) and (all) stands {a,b,"c, d"}: in braces, and an element that holds one of , { } or a quote in double quotes.',
    };
  }
  if (/^(?:not\.)?(?:and|or)$/.test(key)) {
    return {
      code: 'RQ107',
      what: 'tree',
      hint: /["[{\uDC7B]/.test(before)
        ? 'A value that holds a bracket or a quote without its partner goes in double quotes.'
        : `A tree is ${key}=(field.operator.value,or(…)); a value that holds "," or ")" goes in double quotes.`,
    };
  }
  if (key === 'order') {
    return {
      code: 'RQ108',
      what: 'order',
      hint: 'For example order=last_message_at.desc,metadata->tier.asc.nullsfirst.',
    };
  }
  if (key === 'select') {
    return {
      code: 'RQ109',
      what: 'select',
      hint: 'For example select=*, or select=id,tier:metadata->tier; casts and functions are not known.',
    };
  }
  if (inKey) {
    return {
      code: 'RQ104',
      what: 'field',
      hint: 'A key with other characters than letters, digits, "_", "-", "$" and inner spaces needs quotes: metadata->"a.b".',
    };
  }
  return { code: 'RQ105', what: 'condition', hint: 'A condition is <field>=[not.]<operator>[(any|all)].<value>.' };
}

const isWordOfTheLanguage = (key: string) => /^(?:order|select|(?:not\.)?(?:and|or))$/.test(key);

/** What the grammar could have read at the place, as words: `a, b or c`; undefined where that would help nobody. */
function expectations(error: GrammarError): string | undefined {
  const words = new Set<string>();
  for (const expectation of error.expected ?? []) {
    if (expectation.type === 'other') words.add(expectation.description);
    else if (expectation.type === 'literal' && !hasStandIn(expectation.text)) words.add(quote(expectation.text));
    else if (expectation.type === 'end') words.add('the end');
  }
  // A bracket in a value is no help beside a real alternative.
  for (const word of ['"["', '"{"']) if (words.size > 1) words.delete(word);
  const list = [...words].sort();
  const last = list.pop();
  return list.length === 0 ? last : `${list.join(', ')} or ${last}`;
}

/** Only between double quotes is there anything to expect of a backslash. */
function isInQuotes(error: GrammarError): boolean {
  return (error.expected ?? []).some((expectation) => expectation.type === 'literal' && expectation.text === '\\');
}

const quote = (text: string) => (text === '"' ? 'a double quote' : `"${text}"`);

const hasStandIn = (text: string) => /[\uDC20-\uDC7B]/u.test(text);
