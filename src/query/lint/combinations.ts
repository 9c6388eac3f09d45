import type { Condition, Filter } from '../ast.js';
import { metadataValue } from '../check/metadata-value.js';
import { COLUMN_TYPES } from '../fields.js';
import { print, printField } from '../print.js';
import type { Warning } from '../warning.js';
import { isEmptyWindow } from './time-window.js';

/** What is wrong between conditions: written twice, or never true together. */
export function combinationWarnings(where: readonly Filter[]): readonly Warning[] {
  return scopesOf(where).flatMap(({ members, conjunction }) => [
    ...writtenTwice(members),
    ...(conjunction === 'and' ? neverTogether(members) : []),
  ]);
}

/** Filters that one word joins, whatever the nesting they are written in. */
interface Scope {
  readonly conjunction: 'and' | 'or';
  readonly members: readonly Filter[];
}

/** The top level with the trees in it that only go on with "and", then each other tree in the same way. */
function scopesOf(where: readonly Filter[], conjunction: Scope['conjunction'] = 'and'): readonly Scope[] {
  const members = where.flatMap((filter) => membersOf(filter, conjunction));
  const trees = members.filter((member) => member.kind === 'group');
  return [{ conjunction, members }, ...trees.flatMap((tree) => scopesOf(tree.members, tree.conjunction))];
}

function membersOf(filter: Filter, conjunction: Scope['conjunction']): readonly Filter[] {
  if (filter.kind === 'condition' || filter.negated || filter.conjunction !== conjunction) return [filter];
  return filter.members.flatMap((member) => membersOf(member, conjunction));
}

function writtenTwice(members: readonly Filter[]): readonly Warning[] {
  const seen = new Set<string>();
  return members.flatMap((member): Warning[] => {
    const text = print({ kind: 'query', where: [member] });
    if (!seen.has(text)) {
      seen.add(text);
      return [];
    }
    return [
      {
        code: 'RQW109',
        message: `This ${member.kind === 'group' ? 'tree' : 'condition'} is written twice.`,
        hint: 'Leave one of them out.',
        location: member.location,
      },
    ];
  });
}

/** Each condition that no row can meet beside an earlier one on the same field. */
function neverTogether(members: readonly Filter[]): readonly Warning[] {
  const earlier = new Map<string, Condition[]>();
  return members.flatMap((member): Warning[] => {
    if (member.kind === 'group') return [];
    const field = printField(member.field);
    const others = earlier.get(field) ?? [];
    earlier.set(field, [...others, member]);
    const opponent = others.find((condition) => contradict(condition, member));
    if (opponent === undefined) return [];
    return [
      {
        code: 'RQW108',
        message: `No conversation can meet both this condition on ${field} and an earlier one.`,
        hint: `Write or=(…) or ${field}=in.(…) where either may hold.`,
        location: member.location,
      },
    ];
  });
}

function contradict(a: Condition, b: Condition): boolean {
  if (isNull(a) || isNull(b)) return needsValue(a) || needsValue(b);
  if (isEmptyWindow(a, b)) return true;
  const left = equalTo(a);
  const right = equalTo(b);
  return left !== undefined && right !== undefined && ![...left].some((value) => right.has(value));
}

const keyword = ({ operator, operand }: Condition) =>
  operator === 'is' && operand.kind === 'text' ? operand.text.toLowerCase() : undefined;

const NO_VALUE: readonly (string | undefined)[] = ['null', 'unknown'];
const SOME_VALUE: readonly (string | undefined)[] = ['not_null', 'true', 'false'];

/** True of missing values only. */
const isNull = (condition: Condition) =>
  condition.negated ? keyword(condition) === 'not_null' : NO_VALUE.includes(keyword(condition));

/** Never true of a missing value. isdistinct can be, negated `is` too, and so can a test of an empty list. */
function needsValue(condition: Condition): boolean {
  const { operator, operand, negated } = condition;
  if (operator === 'is') return (negated ? NO_VALUE : SOME_VALUE).includes(keyword(condition));
  return operator !== 'isdistinct' && !(operand.kind === 'list' && operand.elements.length === 0);
}

/** The values that the field must equal one of, in a form that is the same for equal values; undefined if unknown. */
function equalTo({ operator, operand, negated, quantifier, field }: Condition): ReadonlySet<string> | undefined {
  if ((operator !== 'eq' && operator !== 'in') || negated || quantifier === 'all') return undefined;
  const normalize = field.path.length > 0 ? pathValue : COLUMN_VALUES[COLUMN_TYPES[field.column as 'id']];
  if (normalize === undefined) return undefined;
  const values = new Set<string>();
  for (const value of operand.kind === 'list' ? operand.elements : [operand]) {
    if (value.kind === 'placeholder') return undefined;
    values.add(normalize(value.text));
  }
  return values.size === 0 ? undefined : values;
}

/** Numbers that JavaScript cannot tell apart count as equal: rather no warning than a wrong one. */
function pathValue(text: string): string {
  const { number } = metadataValue(text);
  return number === undefined ? text : String(Number(number));
}

/** One time has many spellings and JSON has many, so nothing is said about them. */
const COLUMN_VALUES: Readonly<Record<string, ((text: string) => string) | undefined>> = {
  uuid: (text) => text.toLowerCase(),
  text: (text) => text,
};
