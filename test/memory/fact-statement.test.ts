import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statedValue, statementOf } from '../../src/memory/fact-statement.js';
import { PREDICATE_NAMES } from '../../src/memory/predicates.js';

test.each([
  ['name', 'Anna Reed', 'is called Anna Reed'],
  ['condition', 'asthma', 'has asthma'],
  ['pet', 'dog Rex', 'has a dog called Rex'],
  ['pet', 'guinea pig', 'has a guinea pig'],
  ['family_member', 'wife Anna Maria', 'has a wife called Anna Maria'],
  ['note', 'has a key to the gate', 'has a key to the gate'],
] as const)('says %s %s as "%s"', (predicate, value, statement) => {
  expect(statementOf(predicate, value)).toBe(statement);
  expect(statedValue(predicate, statement)).toBe(value);
});

test.each([
  ['allergy', 'is allergic to latex', 'penicillin', 'latex'],
  ['allergy', 'reacts to latex', 'penicillin', 'reacts to latex'],
  ['allergy', 'reacts to latex', 'latex', 'latex'],
  ['allergy', 'is not allergic to penicillin', 'penicillin', 'is not allergic to penicillin'],
  ['allergy', "doesn't react to penicillin", 'penicillin', "doesn't react to penicillin"],
  ['name', 'is called Anna', 'Ann', 'Anna'],
  ['name', 'goes by Anna', 'Ann', 'goes by Anna'],
  ['city', 'lives in Newark', 'New', 'Newark'],
  ['family_member', 'has a sister called Mia', 'sister', 'sister Mia'],
  ['phone', 'is reached at +13125551234', '+1312555123', 'is reached at +13125551234'],
  ['phone', 'is best reached at +13125551234 now', '+13125551234', '+13125551234'],
] as const)('reads of %s "%s", where it was %s: %s', (predicate, statement, before, value) => {
  expect(statedValue(predicate, statement, before)).toBe(value);
});

test('what is read from a statement is the value that it was made of', () => {
  const value = fc.string({ minLength: 1 }).filter((text) => !/ called |^(dog|a) /s.test(text));
  fc.assert(
    fc.property(fc.constantFrom(...PREDICATE_NAMES), value, (predicate, text) => {
      expect(statedValue(predicate, statementOf(predicate, text))).toBe(text);
    }),
  );
});
