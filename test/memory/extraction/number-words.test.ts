import { describe, expect, it } from 'vitest';
import { withDigits } from '../../../src/memory/extraction/language/number-words.js';
import { digitRunsIn } from '../../../src/memory/extraction/language/spoken-digits.js';

describe('number words become digits', () => {
  it.each([
    ['forty-eight Larch Street', '48 Larch Street'],
    ['two hundred and ten', '210'],
    ['one hundred five', '105'],
    ['twelve thousand five hundred', '12500'],
    ['a hundred and one', '101'],
    ['nineteen eighty four', '1984'],
    ['nineteen oh five', '1905'],
    ['twenty twenty-six', '2026'],
    ['two thousand and six', '2006'],
    ['twenty five', '25'],
    ['the third of June', 'the 3rd of June'],
    ['on the twenty first', 'on the 21st'],
    ['march second', 'march 2nd'],
    ['the second of may', 'the 2nd of may'],
    ['nine thirty', '9 30'],
    ['nine oh five', '9 05'],
    ['oh seven seven', '0 7 7'],
    ['five five five', '5 5 5'],
    ['that one please', 'that one please'],
    ['just a second', 'just a second'],
    ['one second', 'one second'],
    ['first I want to', 'first I want to'],
    ['oh no', 'oh no'],
    ['at one', 'at 1'],
    ['one hundred five five five', '100 5 5 5'],
    ['number twenty, please', 'number 20, please'],
  ])('%s', (said, digits) => {
    expect(withDigits(said).text).toBe(digits);
  });

  it('knows the words that the digits stand for', () => {
    const said = "it's forty-eight Larch Street, apartment three B";
    const digits = withDigits(said);
    const start = digits.text.indexOf('48');
    expect(digits.original(start, start + '48 Larch Street'.length).text).toBe('forty-eight Larch Street');
    expect(digits.original(0, digits.text.length).text).toBe(said);
  });
});

describe('digits that are read out', () => {
  it.each([
    ['oh seven seven double oh, nine hundred, one two three', ['07700900123']],
    ['four one five. five five five. oh one two three', ['4155550123']],
    ['(415) 555-0123', ['4155550123']],
    ['+44 7700 900123 is mine', ['+447700900123']],
    ['plus four four seven seven', ['+4477']],
    ['four one five triple five zero one ninety nine', ['4155550199']],
    ['eight hundred five five five', ['800555']],
    ['I have two dogs and 3 cats', ['2', '3']],
    ['oh dear', []],
  ])('%s', (said, runs) => {
    expect(digitRunsIn(said).map((run) => run.digits)).toEqual(runs);
  });
});
