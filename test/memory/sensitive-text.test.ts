import { describe, expect, test } from 'vitest';
import { isSensitiveText, withoutSensitiveSentences } from '../../src/memory/sensitive-text.js';

describe('what is not told to somebody who only claims a number', () => {
  test.each([
    "I don't drive anymore since my stroke",
    'I need a ride to my dialysis on Tuesday',
    'she has ADHD so she needs someone patient',
    'I need to refill my metformin',
    "My neck's been sore ever since",
    'I tore my ACL playing ball',
    "Milo's got chickenpox",
    "I'm hard of hearing so ring twice",
    'my mother is in a wheelchair',
    'I have a heart condition',
    'my father has dementia',
    'I have high blood pressure',
    'Arthritis in both knees',
    'is allergic to penicillin',
  ])('%s', (text) => {
    expect(isSensitiveText(text)).toBe(true);
  });

  test.each([
    'please also add a vase',
    'I need twelve lavender plants by Saturday',
    "Mondays are fine, my wife's at home",
    'the boiler is broken and the kitchen is cold',
    'table for six under Laurent',
    'I put in an order with the store on Main Street',
  ])('but this: %s', (text) => {
    expect(isSensitiveText(text)).toBe(false);
  });

  test.each([
    ['Caller: It is Harold. I had a stroke. Please deliver it.', 'Caller: It is Harold. Please deliver it.'],
    [
      'Caller: It is Harold. Agent: Date of birth? Caller: March 4th 1951. Please deliver it.',
      'Caller: It is Harold. Please deliver it.',
    ],
    [
      'Caller: It is Harold. Agent: We noted the stroke. See you on Monday. Caller: Fine.',
      'Caller: It is Harold. Agent: See you on Monday. Caller: Fine.',
    ],
    ['It is Harold; he takes insulin. He called.', 'It is Harold; He called.'],
    [
      'Agent: Date of birth? Caller: My date of birth? March 4th 1951. Please deliver it.',
      'Caller: Please deliver it.',
    ],
    ['Agent: Date of birth? Caller: 04.03.1951. Please deliver it.', 'Caller: Please deliver it.'],
    ['Agent: Any medication? Caller: 2.5 mg a day. Please deliver it.', 'Caller: Please deliver it.'],
    ['Caller: "I had a stroke." Please deliver it.', 'Caller: Please deliver it.'],
    ['Agent: Date of birth? Caller: Sure. March 4th 1951. Please deliver it.', 'Caller: Please deliver it.'],
    ['Agent: Date of birth? Caller: Uh, yes, of course. March 4th 1951.', ''],
  ])('a summary keeps its other sentences, and who said them: %s', (summary, told) => {
    expect(withoutSensitiveSentences(summary)).toBe(told);
  });
});
