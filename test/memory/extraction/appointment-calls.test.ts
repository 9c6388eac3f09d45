import { expect, test } from 'vitest';
import { findAppointments } from '../../../src/memory/extraction/finders/appointment/appointment.js';
import { readCall } from '../../../src/memory/extraction/read-call.js';

/** Monday, 2 March 2026, 14:05 in London: when the appointments are, without what they are for. */
function times(talk: readonly string[]): string[] {
  const turns = talk.map((line) => ({
    speaker: line.startsWith('A:') ? ('agent' as const) : ('caller' as const),
    text: line.slice(3),
  }));
  const call = readCall({ turns, startedAt: '2026-03-02T14:05:00.000Z', timeZone: 'Europe/London', country: 'GB' });
  return findAppointments(call).map(({ value, replaces }) => {
    const when = /^(?:cancelled )?\S+/.exec(value)?.[0] ?? '';
    return replaces === undefined || when.startsWith('cancelled') ? when : `${when} was ${replaces}`;
  });
}

test.each<[readonly string[], readonly string[]]>([
  [
    ['2026-03-09T10:00'],
    [
      'A: Bright Smiles, this is Dana',
      "C: Hi Dana, it's been about six months so I guess I'm due for a cleaning.",
      'A: Sure thing. Do you prefer mornings or afternoons?',
      'C: Mornings.',
      "A: I've got Monday the 9th at 10 AM.",
      "C: Let's do that.",
      "A: You're all set for Monday, March 9th at 10.",
    ],
  ],
  [
    ['2026-03-04T15:30'],
    [
      'A: The dentist can see you at 11:15 tomorrow for the root canal',
      "C: Tomorrow I can't, I've got my kids.",
      'A: What about Wednesday, 3:30?',
      'C: Wednesday 3:30 works, yeah.',
      "A: Okay. Please don't eat for two hours before.",
    ],
  ],
  [
    ['2026-03-11T09:00 was 2026-03-04T14:00'],
    [
      "C: Hello, I'm supposed to come in on Wednesday at two but I can't make it anymore",
      'A: No problem, when would you like to come?',
      'C: the week after, same day, but in the morning',
      "A: Wednesday the eleventh, nine o'clock?",
      "C: That's perfect.",
    ],
  ],
  [
    ['2026-03-21'],
    [
      'A: How can I help?',
      'C: I need a single room for one night on the twenty first of March',
      "A: That's available. Ninety five pounds.",
      'C: okay book it please',
      'A: Check-in is from three, check-out by eleven.',
    ],
  ],
  [
    ['2026-03-13T18:00'],
    [
      'C: Hi, I have a reservation for the thirteenth, checking in at around six in the evening, is that okay?',
      "A: That's absolutely fine.",
      'C: And is parking included?',
      'A: Yes it is.',
    ],
  ],
  [
    ['2026-03-06T14:00'],
    [
      'A: I can get the loss adjuster out to you on Friday at two in the afternoon.',
      "C: Friday at two. Yes, I'll make sure I'm in.",
      'A: Thank you.',
    ],
  ],
  [
    ['2026-03-10T11:00'],
    [
      "A: There's a viewing slot at eleven on Tuesday the tenth or four on Wednesday the eleventh.",
      "C: I'd take the Tuesday.",
      'A: Great, and will anyone be joining you?',
      'C: my partner',
    ],
  ],
  [
    ['2026-03-03T10:00'],
    [
      'A: This is Mark from Castle Lettings, just to let you know we have an inspection booked for tomorrow at ten.',
      "C: oh right, okay, that's fine.",
      'A: Thanks, see you then.',
    ],
  ],
  [
    ['2026-03-05T07:30'],
    [
      'C: my furnace died',
      'A: The first available is Thursday between seven thirty and ten.',
      "C: okay I guess that'll have to do",
      "A: what's a good number",
    ],
  ],
  [
    ['2026-03-06T12:00'],
    [
      'A: we can have a tech out Thursday morning or Friday noon',
      'C: noon Friday',
      "A: alright and it's the washing machine right",
      'C: yep',
    ],
  ],
  [
    ['2026-03-14T19:30'],
    [
      'C: I want to make a reservation for my anniversary, the fourteenth of March, eight people.',
      'A: What time would you like?',
      'C: Seven thirty?',
      'A: We can do seven thirty. Could I get a name?',
      'C: Ferreira',
    ],
  ],
  [
    ['2026-03-02T20:00'],
    [
      'C: have you got anything for two tonight',
      "A: we've eight o'clock or nine fifteen",
      'C: eight please',
      'A: see you at eight',
    ],
  ],
  [
    [],
    [
      'C: table for two tonight at seven please',
      "A: sorry we're fully booked tonight",
      'C: ah okay, tomorrow?',
      "A: tomorrow's full as well I'm afraid",
      'C: no worries, bye',
    ],
  ],
  [
    ['2026-03-05T11:00'],
    [
      'A: Would it make sense to set up a call with our solutions engineer?',
      'C: Yeah sure.',
      'A: How does Thursday at eleven look?',
      'C: Thursday at eleven is fine, send me an invite.',
    ],
  ],
  [
    ['2026-03-10T14:00'],
    [
      'A: shall we schedule the demo for Monday?',
      "C: Monday's bad. Tuesday?",
      'A: Tuesday at two or three?',
      'C: two',
      "A: perfect I'll send the invite",
    ],
  ],
  [
    ['2026-03-07T09:30'],
    [
      "C: can I book a blow dry for Saturday, I've a wedding at one",
      'A: I could do half nine or ten',
      'C: half nine to be safe',
      "A: that's you booked",
    ],
  ],
  [
    ['2026-03-04T17:45'],
    [
      'A: for the manicure I have Wednesday, quarter to six',
      'C: quarter to six is great',
      'A: and will you want gel',
      'C: yes gel',
    ],
  ],
  [
    ['cancelled 2026-03-03T12:15'],
    [
      "C: I've to cancel tomorrow, I've a facial at quarter past twelve",
      "A: okay that's cancelled, there's a late fee of ten pounds",
      'C: fair enough',
    ],
  ],
  [
    ['2026-03-04T08:15'],
    [
      'A: drop her off for the spay on Wednesday at quarter past eight please',
      'C: quarter past eight Wednesday okay',
      'A: and nothing to eat after midnight',
    ],
  ],
  [
    ['2026-03-06T16:20'],
    [
      "C: I'd like to bring my kitten in for her vaccinations",
      'A: is Friday at four twenty any good',
      "C: yeah that's grand",
      "A: what's the kitten's name",
    ],
  ],
  [
    [],
    [
      "C: the vet gave him an injection on Friday at ten and he's not eating since",
      'A: okay, is he drinking',
      'C: a bit',
    ],
  ],
  [[], ['A: the part should be here by Wednesday', 'C: and how much will it be', 'A: about eighty quid']],
  [
    [],
    [
      'C: my husband is working nights this week and my son starts school on Monday',
      'A: I understand',
      "C: so I don't know yet",
    ],
  ],
  [
    [],
    [
      'C: are you free on Thursday',
      'A: no sorry, Thursday is booked out',
      'C: Friday?',
      'A: Friday also, nothing till the week after',
      "C: ok I'll leave it",
    ],
  ],
  [
    ['2026-03-19T13:30'],
    [
      'A: next available is the nineteenth at half one',
      'C: is there nothing sooner',
      "A: no I'm afraid not",
      "C: okay I'll take it so",
      'A: done',
    ],
  ],
  [
    ['2026-03-09T08:00'],
    ['C: could I get the first appointment on Monday', "A: first one's at eight", 'C: eight it is', 'A: lovely'],
  ],
  [
    ['2026-03-04T11:30'],
    ['C: can I see it this week', 'A: yes, Wednesday eleven thirty', 'C: that suits', "A: I'll meet you outside"],
  ],
  [['2026-03-03T09:00'], ["A: so I'll see you tomorrow at nine", 'C: yes see you then']],
  [
    ['2026-03-13T10:00'],
    [
      'C: Hi I got a letter about my annual boiler service. It says Friday the thirteenth between ten and two',
      "A: yes that's right, will someone be home?",
      "C: yes I'll be here",
    ],
  ],
])('%j: %j', (expected, talk) => {
  expect(times(talk)).toEqual(expected);
});
