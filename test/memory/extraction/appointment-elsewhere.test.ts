import { describe, expect, test } from 'vitest';
import { timesOf } from './appointment-times.js';

// The calls are on Monday, 2 March 2026.

describe('Appointments of the caller elsewhere', () => {
  const offered = ['A: Acme Plumbing.', 'C: My sink is blocked.', 'A: Thursday at nine?'];

  test.each([
    ["Thursday's a no go, I'm getting an MRI, ten o'clock.", '2026-03-05T10:00'],
    ["Thursday, I've got a colonoscopy Thursday, at three, so no.", '2026-03-05T15:00'],
    ["I'm having my wisdom teeth out that morning.", '2026-03-05'],
    ["I can't, the hospital's got me Thursday morning for my hearing aids.", '2026-03-05'],
    ["Not Thursday, I've got the physio Thursday, half eight.", '2026-03-05T08:30'],
    ["Thursday I'm having my cataract done. They want me there at eight sharp.", '2026-03-05T08:00'],
    ["I'm at the eye clinic on Thursday, all morning.", '2026-03-05'],
    ["Can't Thursday. And I've an eye test on Thursday week, the doctor said I need it.", '2026-03-12'],
    ['ive got the oral surgeon at nine so no', '2026-03-05T09:00'],
  ])('%s', (said, time) => {
    expect(timesOf([...offered, `C: ${said}`, 'A: Right, some other time.'])).toEqual([time]);
  });

  test.each([
    "Thursday my father has an appointment at the heart clinic and I'm the driver.",
    'My husband has his physio on Thursday at nine.',
    'My son has the dentist at nine.',
    'Thursday I had physio at nine.',
  ])('none: %s', (said) => {
    expect(timesOf([...offered, `C: ${said}`, 'A: Right, some other time.'])).toEqual([]);
  });

  test('what this business does itself is no other appointment', () => {
    expect(
      timesOf(['A: Smile Dental.', 'C: I have a root canal on Thursday at nine.', 'A: And?', 'C: Do I eat before?']),
    ).not.toEqual(['2026-03-05T09:00', '2026-03-05T09:00']);
  });
});

describe("Somebody else's, beside the caller's", () => {
  const booked = [
    'A: Scissor Sisters.',
    'C: A cut, please.',
    'A: Saturday at half eight?',
    'C: Half eight is grand.',
    'A: Done.',
  ];

  test.each([
    [["C: And me dad's in with yous at nine, he never said till now.", "A: Terry, yeah, nine o'clock, I've got him."]],
    [["C: And Eleni, my wife, she's got a colour with you on the second of May.", 'A: Yes, the second of May.']],
    [
      [
        "A: And your mum's on our list for the Saturday too, one o'clock?",
        "C: That's hers, don't worry about that one.",
      ],
    ],
    [
      [
        'C: My neighbour asked for his too. He said put him down for eleven thirty.',
        'A: I can do him at eleven thirty, but he must ring.',
      ],
    ],
    [["A: I've another client at half past nine, so don't be late.", 'C: I never am.']],
    [["C: My husband's in on the Wednesday, isn't he, at three?", 'A: He is.']],
    [["A: I'll ring you on Thursday with the price.", 'C: Friday would be better.', 'A: Friday so.']],
    [["A: And you'd be leaving on the Monday?", 'C: Monday, yes.', 'A: Grand.']],
  ])('%s', (said) => {
    expect(timesOf([...booked, ...said])).toEqual(['2026-03-07T08:30']);
  });
});

describe('The half of the day', () => {
  test.each([
    [
      'the restaurant',
      [
        'A: Bella Roma.',
        'C: Our table on Thursday, eight pm.',
        'A: Yes.',
        'C: Can it be Friday?',
        'A: Friday half past eight?',
        'C: Half past eight is okay.',
        'A: Done.',
      ],
      '2026-03-06T20:30',
    ],
    [
      'said after it',
      [
        'A: Slaney Motors.',
        'C: I want to drive the blue one.',
        'A: Would half seven on Thursday suit?',
        'C: Half seven is seven thirty in the evening, yes? This is good, I take it.',
        'A: Brilliant, half seven Thursday.',
      ],
      '2026-03-05T19:30',
    ],
    [
      'a night nurse',
      [
        'A: Alder Ridge.',
        "C: I'm a night nurse.",
        'A: The check is Thursday, nine to eleven.',
        "C: Thursday's fine.",
        'A: Good.',
      ],
      '2026-03-05T09:00',
    ],
  ])('%s', (_name, talk, time) => {
    expect(timesOf(talk)).toEqual([time]);
  });
});
