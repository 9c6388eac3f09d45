import { describe, expect, it } from 'vitest';
import { findBirthday } from '../../../src/memory/extraction/finders/birthday/find-birthday.js';
import { callOf } from './call-of.js';

const birthdayIn = (lines: string, country = 'US'): string | undefined =>
  findBirthday(callOf(lines, { country }))[0]?.value;

describe('the day of birth', () => {
  it.each([
    ["a: your date of birth? | c: it's the twenty second of August nineteen seventy nine", 'US', '1979-08-22'],
    ['a: date of birth? | c: eleven nine eighty six. November ninth.', 'US', '1986-11-09'],
    ['a: what is your date of birth | c: oh six seventeen ninety, and the last four is 7788', 'US', '1990-06-17'],
    ['a: dob? | c: seven four fifty two', 'US', '1952-07-04'],
    ['a: dob? | c: third of the sixth eighty four', 'GB', '1984-06-03'],
    ['a: dob? | c: second of the second ninety two', 'GB', '1992-02-02'],
    ['a: dob? | c: 03/06/84', 'GB', '1984-06-03'],
    ['a: dob? | c: 03/06/84', 'US', '1984-03-06'],
    ['a: dob? | c: 25/12/1990', 'US', '1990-12-25'],
    [
      'a: Date of birth please. | c: fifteenth August, same as Independence Day, nineteen ninety three',
      'IN',
      '1993-08-15',
    ],
    ['a: your birthday? | c: may 30th 1958 and my number is four one six', 'CA', '1958-05-30'],
    ['a: birthday? | c: november twenty-ninth two thousand one', 'US', '2001-11-29'],
    ["my birthday's the third of June", 'GB', '--06-03'],
    ['my birthday is june third', 'US', '--06-03'],
    ['I was born on the first of may nineteen eighty four', 'GB', '1984-05-01'],
    ["tomorrow's my birthday", 'US', '--03-05'],
    ['a: when were you born? | c: March nine seventy-seven', 'US', '1977-03-09'],
    ['a: your date of birth | c: 3 June 1984 | a: 3 July? | c: no, June third', 'US', '1984-06-03'],
    ['My name is Sara, date of birth first of April eighty five.', 'GB', '1985-04-01'],
  ])('%s (%s)', (lines, country, date) => {
    expect(birthdayIn(lines, country)).toBe(date);
  });

  it.each([
    ["a: what's his date of birth? | c: third of June 2015"],
    ["my daughter's birthday is the third of June"],
    ["it's my mum's birthday on the twentieth of May"],
    ['a: and when would you like to come? | c: the third of June'],
    ["I'm ringing about my husband. | a: date of birth? | c: third of the eighth, nineteen sixty"],
    ["a: and the dog's date of birth? | c: june 2019"],
    ['I have an appointment on the third of June'],
    ['a: your date of birth? | c: I would rather not say'],
  ])('%s', (lines) => {
    expect(birthdayIn(lines)).toBeUndefined();
  });
});
