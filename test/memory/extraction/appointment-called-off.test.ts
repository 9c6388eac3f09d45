import { describe, expect, test } from 'vitest';
import { timesOf } from './appointment-times.js';

type Case = [string, readonly string[], readonly string[]];

describe('Which appointment is called off', () => {
  test.each<Case>([
    [
      'never the one that was just agreed',
      ['2026-03-05T11:45'],
      [
        'A: Hill Dental.',
        "C: I've lost a filling, anything this week?",
        'A: Thursday at quarter to twelve?',
        "C: Quarter to twelve on Thursday, that'll do me fine.",
        "A: And you're still seeing the hygienist?",
        'C: No, no, I had to call that off, my hip was bad.',
        'A: Right enough.',
      ],
    ],
    [
      'the one that the business asks about, and not the one before it',
      ['2026-03-04T15:30', 'cancelled 2026-04-02T10:00'],
      [
        'A: Cedar Dental.',
        'C: My crown came off.',
        'A: I have Wednesday at three thirty.',
        "C: Three thirty, I'll take that.",
        "A: And you've got your cleaning on the second of April at ten, do you want to keep that?",
        'C: No, scratch that one, I am away.',
        'A: You just call us when you are back.',
      ],
    ],
    [
      'a day alone, of which the business says the time as it takes it out',
      ['2026-03-04T15:00', 'cancelled 2026-03-10T14:00'],
      [
        'A: Morning, Estates.',
        'C: The buyers want to measure up.',
        'A: Wednesday at three?',
        'C: Three is perfect.',
        'A: And the visit with the photographer on the tenth, is that still standing?',
        'C: No, please cancel that one.',
        "A: Quite right. Tuesday the tenth, two o'clock, cancelled.",
      ],
    ],
    [
      'the day alone that was said at first, when something else is booked after it',
      ['cancelled 2026-03-03T13:30', '2026-03-10T16:50'],
      [
        'A: Smiles, how can I help?',
        'C: I just want to cancel my appointment for tomorrow.',
        'A: Your name please?',
        'C: Josh Hill.',
        'A: I have a filling tomorrow the third of March at one thirty pm.',
        "C: Yep that's it.",
        'A: That is cancelled. Would you like another time?',
        'C: Have you got anything next Tuesday?',
        'A: Tuesday the tenth at ten to five?',
        'C: Perfect.',
      ],
    ],
    [
      'nothing where the one that is offered takes its place',
      ['2026-03-09T16:40'],
      [
        'A: Your cat is down for ten past eleven on Friday.',
        "C: That's no good, could it go to the Monday?",
        'A: Monday the ninth, ten past nine or twenty to five.',
        'C: Twenty to five, perfect, so get rid of the Friday one.',
        'A: Moved.',
      ],
    ],
    [
      'nothing where the caller moves it after all',
      ['2026-03-14T18:00'],
      [
        'A: Trattoria Lucia.',
        "C: I'm phoning to cancel a table for tonight.",
        'A: Tonight at seven, table for four. Do you want to cancel or move it?',
        'C: Could I move it to Saturday week?',
        'A: Saturday the fourteenth. Seven again?',
        "C: Six if you've got it.",
        'A: Six on the fourteenth, no problem.',
      ],
    ],
    [
      'nothing where the wish is taken back in the same breath',
      ['2026-03-10T08:00'],
      [
        'A: Paws on Main.',
        "C: My dog's cleaning is on Thursday at eight a.m.",
        'A: Would you like to cancel or choose another day?',
        "C: Let's just cancel it. Well. Now wait a minute. Let's think about next week.",
        'A: Tuesday the tenth at 8 a.m.?',
        'C: The tenth ought to be fine.',
      ],
    ],
    [
      "not somebody else's",
      ['2026-03-08T18:30'],
      [
        'A: Golden Lotus.',
        'C: We have a dinner this coming Sunday at six thirty, but my aunt booked the wrong day so hers cancel.',
        'A: Okay. Yours is Sunday at six thirty.',
        'C: Correct.',
      ],
    ],
    [
      'not the times of which the business spoke in between',
      ['cancelled 2026-03-06'],
      [
        'A: The Magnolia House.',
        'C: I got a room with you from Friday the sixth and I might need to cancel.',
        'A: If you cancel tonight we keep the first night, but you could come Saturday the seventh instead.',
        'C: Saturday. No, you know what, just cancel it all.',
        'A: Are you sure?',
        'C: Yeah, cancel it.',
        "A: It's cancelled.",
      ],
    ],
  ])('%s', (_, expected, talk) => {
    expect(timesOf(talk).toSorted()).toEqual([...expected].toSorted());
  });
});

describe('Which time is meant', () => {
  test.each<Case>([
    [
      'the hour nearest to the one that was offered',
      ['2026-03-09T10:00'],
      [
        "A: It's Trish from Northway Windows.",
        "C: I'm in the middle of supper, but go ahead.",
        'A: How about an estimate on Monday at 9:30?',
        "C: Let's say ten.",
        "A: Monday March 9th at ten, it's in the book.",
      ],
    ],
    [
      'a day that suits on a condition',
      ['2026-03-05T18:00'],
      [
        'A: Prairie Insurance.',
        'C: I need the roof looked at.',
        'A: He could get to you on Thursday, say six.',
        "C: Six on Thursday would work if he don't mind dogs.",
        'A: He loves dogs. See you then.',
      ],
    ],
    [
      'not the day from which a flat is free, nor a weekday in that week',
      ['2026-03-10T17:45'],
      [
        'A: Foothills Property.',
        'C: Is the two bedroom still up for rent?',
        "A: It is, it's available for June first.",
        "C: Awesome, we'd love to see it.",
        'A: Tuesday next week at 5:45?',
        'C: Tuesday at 5:45, perfect.',
      ],
    ],
    [
      'the day of which the weekday is only told',
      ['2026-03-13T09:20'],
      [
        'A: Glebe Animal Hospital.',
        'C: She is due for a booster.',
        'A: A booster on the 13th would be about right. That is a Friday. Morning or afternoon?',
        'C: Morning.',
        'A: I have 9:20.',
        'C: 9:20, sounds good.',
      ],
    ],
    [
      'the Friday of the day that was named before',
      ['2026-09-04T19:00'],
      [
        'A: Lakeside Hotel.',
        'C: We are coming on Friday the fourth of September, for a wedding.',
        'A: And dinner on the Friday, would you like a table?',
        'C: I should think so, at about seven.',
        'A: Seven on the Friday, I have you in.',
      ],
    ],
    [
      'the day alone, where the hour is of what cannot be borne',
      ['2026-08-10'],
      [
        'A: The Saltmarsh Hotel. What dates did you have in mind?',
        "C: arriving the tenth of august, four nights, a room at the back please I can't abide the gulls at five in the morning",
        "A: The garden single from Monday the tenth to Friday the fourteenth. That's yours.",
      ],
    ],
    [
      'the new one, where the caller has booked the old one and nobody came',
      ['2026-03-04T12:00'],
      [
        'A: Coral Coast Insurance.',
        'C: I was meant to have the fella come out this arvo between one and two for the windscreen.',
        "A: I'm so sorry. Wednesday?",
        'C: Wednesday at twelve, at the depot.',
        'A: Wednesday twelve, booked.',
      ],
    ],
    [
      'an hour that is said to be sharp',
      ['2026-03-10T09:00'],
      [
        'A: Northgate Mutual.',
        'C: I need an inspection.',
        'A: Our surveyor could do Tuesday the tenth, first call.',
        'C: Nine sharp on the tenth, at the house. Agreed.',
        'A: Done.',
      ],
    ],
    [
      'the time of which a Scot says the minutes',
      ['2026-03-05T11:45'],
      ['A: Thursday at quarter to twelve?', "C: That'll dae fine, quarter tae twelve.", 'A: See you then.'],
    ],
    [
      'the first one only where one of several is chosen so',
      ['2026-03-09T16:40'],
      [
        'A: Monday the ninth, ten past nine or twenty to five.',
        'C: Let me look. Is that with Priya?',
        'A: It is.',
        'C: Twenty to five then.',
        'A: And your e-mail?',
        "C: It's n walsh at hallmail dot example, no dots in the first bit.",
      ],
    ],
  ])('%s', (_, expected, talk) => {
    expect(timesOf(talk)).toEqual(expected);
  });
});
