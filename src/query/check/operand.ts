import type { Condition, Text, Value } from '../ast.js';
import { LIMITS } from '../fields.js';
import type { Checking } from './checking.js';
import { invariant } from './invariant.js';
import { unstorableFault } from './storable-text.js';

/** Whether the operator of a condition has a list on its right. */
function takesList({ operator, quantifier }: Condition): boolean {
  return operator === 'in' || quantifier !== undefined;
}

/** The right side of an operator that takes one value. */
export function textOf({ operand }: Condition): Text {
  invariant(operand.kind !== 'list', 'only in, (any) and (all) take a list');
  return bound(operand);
}

/** The text of the right side, or undefined with a problem reported where Postgres cannot hold it. */
export function storableTextOf(condition: Condition, checking: Checking): string | undefined {
  return storableText(textOf(condition), checking);
}

/** The same of one value. */
export function storableText({ text, location }: Text, checking: Checking): string | undefined {
  checking.countCharacters(text.length, location);
  const refused = unstorableFault(text);
  return refused === undefined ? text : checking.reportFault(refused, text, location);
}

/**
 * What `checkText` makes of the right side of a condition: of each element of its list, or of its one value. Undefined
 * where one of them is wrong, after all of them have been looked at.
 */
export function checkTexts<Checked>(
  condition: Condition,
  checking: Checking,
  checkText: (text: Text, condition: Condition, checking: Checking) => Checked | undefined,
): readonly Checked[] | undefined {
  if (!takesList(condition)) {
    const checked = checkText(textOf(condition), condition, checking);
    return checked === undefined ? undefined : [checked];
  }
  const { operand } = condition;
  invariant(operand.kind === 'list', 'in, (any) and (all) take a list');
  if (operand.elements.length > LIMITS.listElements) {
    return checking.report({
      code: 'RQ404',
      message: `A list has at most ${LIMITS.listElements} elements.`,
      hint: 'Ask several queries.',
      location: operand.location,
    });
  }
  const all: Checked[] = [];
  for (const element of operand.elements) {
    const checked = checkText(bound(element), condition, checking);
    if (checked !== undefined) all.push(checked);
  }
  return all.length === operand.elements.length ? all : undefined;
}

function bound(value: Value): Text {
  invariant(value.kind === 'text', 'every placeholder has been bound');
  return value;
}
