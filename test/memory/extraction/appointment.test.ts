import { describe, expect, test } from 'vitest';
import { findAppointments } from '../../../src/memory/extraction/finders/appointment/appointment.js';
import { readCall } from '../../../src/memory/extraction/read-call.js';

/** Monday, 2 March 2026, 14:05 in London. `A:` is the business, `C:` the caller. */
function appointments(talk: string): string[] {
  const turns = talk
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .map((line) => ({
      speaker: line.startsWith('A:') ? ('agent' as const) : ('caller' as const),
      text: line.slice(3),
    }));
  const call = readCall({ turns, startedAt: '2026-03-02T14:05:00.000Z', timeZone: 'Europe/London', country: 'GB' });
  const facts = findAppointments(call);
  for (const { turn, quote } of facts) expect(turns[turn]?.text).toContain(quote);
  return facts.map(({ value, replaces }) =>
    replaces === undefined || value.startsWith('cancelled') ? value : `${value} (was ${replaces})`,
  );
}

describe('Appointments that both sides agree on', () => {
  test.each([
    [
      ['2026-03-03T09:00 cleaning'],
      `A: Hollow Lane dental
       C: hi can I book a cleaning
       A: does Tuesday at nine work
       C: yes perfect`,
    ],
    [
      ['2026-03-05T15:00 check-up'],
      `C: I need a check-up
       A: I have tomorrow at ten or Thursday at three
       C: Thursday please`,
    ],
    [
      ['2026-03-05T15:00 check-up'],
      `C: I need a check-up
       A: I have tomorrow at ten or Thursday at three
       C: the second one please`,
    ],
    [
      ['2026-03-05T11:30 haircut'],
      `C: can I get a haircut on Thursday
       A: Thursday, sure. I've nine or half eleven
       C: not nine, half eleven`,
    ],
    [
      ['2026-03-06T19:00 table for four'],
      `C: hello I'd like a table for four on Friday at seven
       A: Friday at seven for four, no problem. What's the name?
       C: Barlow`,
    ],
    [
      ['2026-03-06T20:30 table for two'],
      `C: hi can we have a table for two on friday night
       A: what time
       C: half eight
       A: lovely that's booked`,
    ],
    [
      ['2026-03-10T09:00 boiler service'],
      `C: I want to book my boiler service
       A: the engineer can come next Tuesday between nine and one
       C: that works for me`,
    ],
    [
      ['2026-03-04T16:00 viewing'],
      `C: I'd like to arrange a viewing of the flat
       A: Wednesday at two?
       C: can't do two, I'm at work. Four?
       A: four is fine, see you Wednesday`,
    ],
    [
      ['2026-03-13T14:00'],
      `A: could you come in on Friday the thirteenth
       C: what time
       A: two o'clock
       C: okay`,
    ],
    [
      ['2026-03-07T11:15 haircut'],
      `C: any chance of a haircut on Saturday
       A: I've a quarter past eleven
       C: go on then`,
    ],
    [
      ['2026-03-03T08:30 service'],
      `C: the car needs a service
       A: we can take it in tomorrow at half eight
       C: brilliant thanks`,
    ],
    [
      ['2026-03-12T10:00 vaccination'],
      `C: Milo needs his vaccination
       A: Thursday the twelfth at ten?
       C: no sorry, that's too early
       A: later that day then, say
       C: actually you know what, ten on the twelfth is fine
       A: okay you're booked in for the twelfth at ten`,
    ],
    [
      ['2026-03-20 check-in'],
      `C: I'd like a room from the twentieth of March for two nights, we'd check in late
       A: yes we have a room from the twentieth. May I take a name?
       C: Ola Nowak`,
    ],
    [
      ['2026-03-05 delivery'],
      `A: your delivery will come on Thursday, is that okay?
       C: yes that's fine`,
    ],
    [
      ['2026-03-09T17:30 test drive'],
      `C: can I book a test drive
       A: sure, what day
       C: next Monday
       A: what time suits
       C: half five
       A: great, we'll see you then`,
    ],
  ])('%j', (expected, talk) => {
    expect(appointments(talk)).toEqual(expected);
  });
});

describe('Appointments that are there already', () => {
  test.each([
    [
      ['2026-03-10T15:00 hygienist'],
      `C: I've got an appointment with the hygienist on Tuesday the tenth at three, can I bring my son along
       A: of course you can`,
    ],
    [
      ['2026-03-04T10:00'],
      `C: just confirming my appointment tomorrow
       A: let me see, I have you down for Wednesday at ten
       C: oh Wednesday, right, yes`,
    ],
    [
      ['2026-03-11T14:30 (was 2026-03-10T09:30)'],
      `C: I have an appointment on Tuesday the tenth at nine thirty and I need to move it
       A: okay how about Wednesday the eleventh at half two
       C: that's great`,
    ],
    [
      ['2026-03-05T16:00 (was 2026-03-03T16:00)'],
      `C: can we move my appointment from Tuesday at four to Thursday same time
       A: Thursday at four, yes, done`,
    ],
    [
      ['2026-03-06T21:00 table for six (was 2026-03-06T19:30)'],
      `C: we have a table for six booked on Friday at seven thirty, could we push it to nine
       A: nine is no problem`,
    ],
    [
      ['cancelled 2026-03-05T11:00 massage'],
      `C: hi I need to cancel my massage on Thursday at eleven
       A: no problem, that's cancelled for you`,
    ],
    [
      ['cancelled 2026-03-10'],
      `A: how can I help
       C: I'd like to cancel my appointment next Tuesday please
       A: okay I've taken you off
       C: thank you`,
    ],
    [
      ['2026-03-10T09:00'],
      `C: I want to cancel my appointment on the tenth at nine
       A: are you sure? the next one is in May
       C: oh, then keep it please
       A: okay, we keep the tenth at nine`,
    ],
    [
      ['cancelled 2026-03-04T12:00 viewing', '2026-03-12T12:00 viewing'],
      `C: please cancel the viewing on Wednesday at twelve
       A: that's cancelled. do you want another day
       C: Thursday the twelfth, same time
       A: the twelfth at twelve is booked`,
    ],
  ])('%j', (expected, talk) => {
    expect(appointments(talk)).toEqual(expected);
  });
});

describe('Corrections count as they are in the end', () => {
  test.each([
    [
      ['2026-03-06T09:00'],
      `C: can I come in on Friday
       A: so that's Friday at five
       C: no, nine, not five
       A: sorry, nine. You're booked`,
    ],
    [
      ['2026-03-12T10:00'],
      `A: I can do the eleventh at ten
       C: yes please
       C: sorry, could we make it the twelfth instead
       A: the twelfth at ten, that's fine`,
    ],
    [
      ['2026-03-05T14:00 dinner', '2026-03-06T19:00 dinner'].slice(1),
      `C: dinner on Thursday please
       A: Thursday is full I'm afraid. Friday at seven?
       C: Friday at seven is good`,
    ],
  ])('%j', (expected, talk) => {
    expect(appointments(talk)).toEqual(expected);
  });
});

describe('What is no appointment', () => {
  test.each([
    `C: what time are you open on Saturday
     A: we're open from nine to five on Saturdays
     C: great thanks`,
    `C: I was in last Tuesday at three for a filling
     A: how is it now
     C: still sore`,
    `A: can I take your date of birth
     C: the fourth of June nineteen eighty four
     A: thank you`,
    `C: my wife has her appointment on Friday at two
     A: okay
     C: I just wanted to ask where you are`,
    `A: does Tuesday at nine work
     C: no I'm at work then
     A: Wednesday at ten
     C: no I'll have to think about it`,
    `C: the policy expires on the thirtieth of March
     A: and when was it issued
     C: I don't know`,
    `A: I'll send you the quote by Friday at noon
     C: okay great`,
    `A: someone will call you back tomorrow at nine
     C: perfect thank you`,
    `C: it started leaking on Sunday at about ten
     A: I see
     C: water everywhere`,
    `A: we have nothing on Thursday I'm afraid
     C: okay I'll try somewhere else`,
    `C: my birthday is on the twelfth of March
     A: how lovely`,
    `C: would you have Tuesday at four
     A: I'm afraid we're fully booked on Tuesday
     C: okay never mind`,
    `A: I could do tomorrow at eleven
     C: let me check with my husband and ring you back`,
    `C: I get paid every Friday
     A: okay`,
    `C: how long does it take
     A: between one and two hours
     C: right okay`,
  ])('%s', (talk) => {
    expect(appointments(talk)).toEqual([]);
  });
});
