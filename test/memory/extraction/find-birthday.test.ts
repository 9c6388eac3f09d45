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
    ["next Friday's my birthday", 'US', '--03-13'],
    ["next Sunday's my birthday", 'US', '--03-15'],
    ['a: dob? | c: the twenty-ninth o’ February nineteen seventy-two', 'GB', '1972-02-29'],
    ['a: date of birth? | c: New Year’s Day, nineteen seventy-two', 'GB', '1972-01-01'],
    ['a: dob? | c: 03/06/84', 'PR', '1984-03-06'],
    ['a: when were you born? | c: March nine seventy-seven', 'US', '1977-03-09'],
    ['a: your date of birth | c: 3 June 1984 | a: 3 July? | c: no, June third', 'US', '1984-06-03'],
    ['My name is Sara, date of birth first of April eighty five.', 'GB', '1985-04-01'],
  ])('%s (%s)', (lines, country, date) => {
    expect(birthdayIn(lines, country)).toBe(date);
  });

  it.each([
    ['a: date of birth? | c: 29 February 1983'],
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

describe('birthdays in other words', () => {
  it.each([
    ['a: date of birth? | c: Ninth of December, nineteen and forty-eight.', 'US', '1948-12-09'],
    ["a: when's your birthday? | c: The twenty-ninth o February! Leap year bairn.", 'GB', '--02-29'],
    ['a: dob? | c: three slash fourteen slash eighty two', 'US', '1982-03-14'],
    ['a: your date of birth? | c: christmas day nineteen seventy one', 'US', '1971-12-25'],
    ["a: your date of birth? | c: oh it's june third, oh one", 'US', '2001-06-03'],
    ['a: your date of birth? | c: it is nineteen sixty five, may the twelfth', 'IN', '1965-05-12'],
    ['a: your date of birth? | c: twenty second eleven nineteen seventy', 'IN', '1970-11-22'],
    [
      "c: do you have my date of birth right | a: the sixth of the fourth | c: That's backwards, it's the fourth of June, nineteen seventy-nine.",
      'IE',
      '1979-06-04',
    ],
    [
      'c: and my birthday? | a: It says the fourth of December, 1969. | c: It is the inverse: the twelve of April. Same year.',
      'CA',
      '1969-04-12',
    ],
    ['c: I had a birthday yesterday, turned thirty.', 'AU', '1996-03-03'],
    ['a: Something special on the 27th? | c: My fortieth! Thirty was better', 'US', '1986-03-27'],
    ['c: I turn fifty on the tenth of june so I want a big table', 'US', '1976-06-10'],
    ["c: my birthday's in june, the ninth", 'US', '--06-09'],
    ["c: it's my daughter's birthday tomorrow, she's turning six", 'US', undefined],
    ["c: it's for my mums seventieth on the twentieth", 'GB', undefined],
    ["a: Birthday's the 2nd of March '49? | c: The 3rd of February.", 'AU', '1949-02-03'],
    [
      'a: I have date of birth as twelfth June 1964. | c: Only that the birth date is twenty-first of June, they have turned it around.',
      'NG',
      '1964-06-21',
    ],
    [
      "c: it's about my mum's voucher she gave it me for my birthday | a: happy birthday when was it | c: twelfth of august",
      'NZ',
      '--08-12',
    ],
    ['c: I completed sixty on the second of January', 'IN', '1966-01-02'],
    [
      'c: a table on Sunday the fifteenth | a: yes | c: its ma birthday the day before ill be seventy',
      'GB',
      '1956-03-14',
    ],
    ['c: I turn thirty on the eighth so, and my friend Dana comes too', 'CA', '1996-03-08'],
    ['c: I have a voucher. I was seventy yesterday.', 'GB', '1956-03-03'],
    [
      'a: Date of birth third of May 1941, is that you? | c: No, that is Mum. I am the second of September, seventy-three.',
      'GB',
      '1973-09-02',
    ],
    ["c: my wife and I, she'll be fifty on Friday", 'GB', undefined],
    ["c: I'll be twenty minutes late on Friday", 'GB', undefined],
  ])('%s', (lines, country, birthday) => {
    expect(birthdayIn(lines, country)).toBe(birthday);
  });
});
