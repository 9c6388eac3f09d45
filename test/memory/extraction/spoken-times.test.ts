import { describe, expect, test } from 'vitest';
import { findSpokenTimes, type TimeReference } from '../../../src/memory/extraction/language/spoken-times.js';

/** Monday, 2 March 2026. */
const MONDAY: TimeReference = { today: '2026-03-02', now: '14:05', country: 'GB' };

/** `2026-03-10T09:30`, `2026-03-10`, `T09:30`, `vague`, joined by a blank. */
function found(text: string, reference: TimeReference = MONDAY): string {
  return findSpokenTimes(text, reference)
    .filter(({ form, day }) => form !== 'bare' || day !== undefined)
    .map(({ day, time, period, vague }) => {
      if (day === undefined && time === undefined)
        return period ? `${period.kind} ${period.from}` : vague ? 'vague' : '';
      return `${vague ? '~' : ''}${day ?? ''}${time === undefined ? '' : `T${time}`}`;
    })
    .filter((one) => one !== '')
    .join(' ');
}

describe('Days and times in spoken English', () => {
  test.each([
    ['on tuesday at half past nine', '2026-03-03T09:30'],
    ['half nine on Tuesday', '2026-03-03T09:30'],
    ['quarter to four on wednesday', '2026-03-04T15:45'],
    ['a quarter past ten tomorrow morning', '2026-03-03T10:15'],
    ['tomorrow at nine thirty', '2026-03-03T09:30'],
    ['thursday at ten o clock', '2026-03-05T10:00'],
    ["friday at 2 o'clock", '2026-03-06T14:00'],
    ['noon on the eleventh', '2026-03-11T12:00'],
    ['the eleventh at three', '2026-03-11T15:00'],
    ['a week on Tuesday', '2026-03-10'],
    ['a week tomorrow', '2026-03-10'],
    ['an extra week tomorrow', '2026-03-03'],
    ['Tuesday week at four', '2026-03-10T16:00'],
    ['the day after tomorrow', '2026-03-04'],
    ['day after tomorrow at eleven am', '2026-03-04T11:00'],
    ['tomorrow in the evening at seven', '2026-03-03T19:00'],
    ['seven in the evening on saturday', '2026-03-07T19:00'],
    ['three-ish on Thursday', '2026-03-05T15:00'],
    ['this coming Friday', '2026-03-06'],
    ['friday the 13th', '2026-03-13'],
    ['Friday, March 13th at 8 a.m.', '2026-03-13T08:00'],
    ['in a fortnight', '2026-03-16'],
    ['two weeks today', '2026-03-16'],
    ['a fortnight on thursday', '2026-03-19'],
    ['end of the month', '~2026-03-31'],
    ['the tenth of March at nine a.m.', '2026-03-10T09:00'],
    ['march the twenty first at fourteen thirty', '2026-03-21T14:30'],
    ['twenty third of april at five past ten', '2026-04-23T10:05'],
    ['tuesday the tenth', '2026-03-10'],
    ['next Tuesday', '2026-03-10'],
    ['next week on wednesday', '2026-03-11'],
    ['wednesday of next week at 9:15', '2026-03-11T09:15'],
    ['next week', 'week 2026-03-09'],
    ['12/3 at 10', '2026-03-12T10:00'],
    ['in three days', '2026-03-05'],
    ['today at five', '2026-03-02T17:00'],
    ['tonight at eight', '2026-03-02T20:00'],
    ['this afternoon at four thirty', '2026-03-02T16:30'],
    ['between nine and one on thursday', '2026-03-05T09:00'],
    ['thursday between 2 and 4 pm', '2026-03-05T14:00'],
    ['from eight to twelve on friday', '2026-03-06T08:00'],
    ['ten to two on friday', '2026-03-06T13:50'],
    ['tomorrow at ten a m', '2026-03-03T10:00'],
    ['the first of april', '2026-04-01'],
    ['the second of may at twelve thirty', '2026-05-02T12:30'],
    ['on the ninth in the morning', '2026-03-09'],
    ['monday at eight forty five', '2026-03-09T08:45'],
    ['monday at eight oh five', '2026-03-09T08:05'],
    ['wednesday morning at eleven', '2026-03-04T11:00'],
    ['2026-03-20 at 14:00', '2026-03-20T14:00'],
    ['saturday at six thirty in the evening', '2026-03-07T18:30'],
    ['the twenty eighth at nine', '2026-03-28T09:00'],
    ['the 2nd of March twenty twenty seven', '2027-03-02'],
    ['three weeks on Wednesday', '2026-03-25'],
    ['Thursday the nineteenth of March at a quarter past two', '2026-03-19T14:15'],
    ['fifteen hundred hours on friday', '2026-03-06T15:00'],
    ['christmas eve', '2026-12-24'],
    ['christmas day', '2026-12-25'],
    ['boxing day', '2026-12-26'],
    ["new year's eve", '2026-12-31'],
    ['new years day', '2027-01-01'],
    ["valentine's day", '2027-02-14'],
    ['halloween', '2026-10-31'],
    ["saint patrick's day", '2026-03-17'],
    ['sunday at one fifteen', '2026-03-08T13:15'],
    ['two thirty tomorrow afternoon', '2026-03-03T14:30'],
    ["Tuesday's fine, say ten", '2026-03-03T10:00'],
    ['at half eight', 'T08:30'],
    ['friday week', '2026-03-13'],
    ['the week after next on monday', '2026-03-16'],
    ['by Friday the sixth at noon', '2026-03-06T12:00'],
    ['tomorrow, the third, at ten', '2026-03-03T10:00'],
    ['Monday 9 March, 11am', '2026-03-09T11:00'],
    ['at 9.30 on Friday', '2026-03-06T09:30'],
    ['same time next week', '2026-03-09'],
    ['wednesday at 1030 am', '2026-03-04T10:30'],
    ['five to nine tomorrow', '2026-03-03T08:55'],
    ['twenty past eleven on tuesday', '2026-03-03T11:20'],
    ['tuesday or thursday at nine', '2026-03-03 2026-03-05T09:00'],
    ['friday at nine or ten thirty', '2026-03-06T09:00 T10:30'],
    ['mondays at nine', '~T09:00'],
    ['the ninth of November nineteen eighty six', '1986-11-09'],
    ['monday arvo at two', '2026-03-09T14:00'],
    ['first thing tuesday, seven', '2026-03-03T07:00'],
    ['yesterday', '2026-03-01'],
    ['three weeks ago', '2026-02-09'],
    ['last thursday', '2026-02-26'],
  ])('%s: %s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  test.each([
    'the first available slot',
    'on the third floor',
    'the second one',
    'a table for four',
    'it takes thirty minutes',
    'forty eight Larch Street',
    'at nine Larch Street',
    'oh two oh seven nine four six oh nine five eight',
    'my number is 555 0134',
    'we may be late',
    'he sat down in the sun',
    'there are five of us',
    'for two weeks',
    'one hundred and twenty pounds',
    'room two',
    'I have two dogs',
    'it costs nine fifty dollars',
    'the tenth time I ask',
    'twenty four seven',
  ])('%s: neither day nor time', (text) => {
    expect(found(text)).toBe('');
  });

  test('A date in digits is day first, but month first in the United States', () => {
    expect(found('10/3')).toBe('2026-03-10');
    expect(found('3/10', { ...MONDAY, country: 'US' })).toBe('2026-03-10');
    expect(found('3/25')).toBe('2026-03-25');
  });

  test('Dinner at seven is in the evening, and so is eight when evenings are spoken of', () => {
    expect(found('friday at seven', { ...MONDAY, habit: 'meal' })).toBe('2026-03-06T19:00');
    expect(found('friday at eight', { ...MONDAY, habit: 'meal' })).toBe('2026-03-06T20:00');
    expect(found('friday at eight')).toBe('2026-03-06T08:00');
    expect(found('friday at eight', { ...MONDAY, part: 'evening' })).toBe('2026-03-06T20:00');
  });

  test('A day alone is in the week that is spoken of', () => {
    expect(found('wednesday', { ...MONDAY, week: '2026-03-09' })).toBe('2026-03-11');
    expect(found('the thursday', { ...MONDAY, anchor: '2026-03-18' })).toBe('2026-03-19');
    expect(found('the day after', { ...MONDAY, anchor: '2026-03-18' })).toBe('2026-03-19');
    expect(found('the fourteenth', { ...MONDAY, anchor: '2026-04-20' })).toBe('2026-04-14');
  });

  test('The first is today on the first', () => {
    expect(found('the 1st', { ...MONDAY, today: '2019-03-01' })).toBe('2019-03-01');
  });

  test('Says where it stands in the text', () => {
    const text = 'Er, could we say HALF-PAST nine, on the Twenty-First?';
    const [time] = findSpokenTimes(text, MONDAY);
    expect(text.slice(time?.start, time?.end)).toBe(time?.text);
    expect(time).toMatchObject({ text: 'HALF-PAST nine, on the Twenty-First', day: '2026-03-21', time: '09:30' });
  });
});

describe('Days by the day that was named before them', () => {
  test.each([
    ["it's on Sunday the twenty-second so I want that Friday", '2026-03-22 2026-03-20'],
    ["it's on Sunday the twenty-second so I want that Friday or Saturday", '2026-03-22 2026-03-20 2026-03-21'],
    ['the do is on Saturday the fourteenth, so the Thursday before, please', '2026-03-14 2026-03-12'],
    ["I'm away until Saturday the seventh. The Wednesday after?", '2026-03-07 2026-03-11'],
    ['is that the Tuesday after Easter Monday', '2026-03-03 2026-03-09'],
    ['that Friday', '2026-03-06'],
    ['Tuesday twenty-four I have five thirty. Wednesday I have six thirty.', '2026-03-24 T17:30 2026-03-25 T18:30'],
    ['Tuesday fifteen thirty', '2026-03-03T15:30'],
    ['Wednesday fifteen people', '2026-03-04'],
    ['Saturday the twelfth', '2026-09-12'],
    ['Saturday between ten and noon', '2026-03-07T10:00'],
    ['Monday, ten to noon', '2026-03-09T10:00'],
    ['ten to nine', 'T08:50'],
    ['I work Monday to Wednesday', 'vague'],
    ["The seventh I'll be at the doctor", '2026-03-07'],
  ])('%s', (said, times) => {
    expect(found(said)).toBe(times);
  });

  test('the day that was spoken of before', () => {
    expect(found('that day at three', { ...MONDAY, named: '2026-03-20' })).toBe('2026-03-20T15:00');
    expect(found('the Thursday before would suit', { ...MONDAY, named: '2026-03-20' })).toBe('2026-03-19');
  });
});

describe('Where a time ends', () => {
  test.each([
    ['thursdays fine', '2026-03-05'],
    ['twelves good on thursday', '2026-03-05T12:00'],
    ['I swim on thursdays too', 'vague'],
    ['nine thirty, two men, on Tuesday', 'T09:30 2026-03-03'],
    ['I have a downstairs king at one nineteen on Friday', '2026-03-06'],
    ['the train at ten nineteen', 'T10:19'],
    ['Tuesday between eight and ten or Wednesday ten to twelve', '2026-03-03T08:00 2026-03-04T10:00'],
    ['Wednesday at ten to twelve', '2026-03-04T11:50'],
    ['six at twelve thirty', 'T12:30'],
    ['the first weekend in September', 'month 2026-09-01'],
  ])('%s', (said, times) => {
    expect(found(said)).toBe(times);
  });
});
