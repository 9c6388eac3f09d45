import { expect, test } from 'vitest';
import { timesOf } from './appointment-times.js';

test.each<[string, readonly string[], readonly string[]]>([
  [
    'a day that is taken up by nothing, in the end',
    ['2026-03-03T08:15'],
    [
      'A: Bright Dental, Maria speaking.',
      "C: Hi, my crown came off last night and it's really sharp.",
      'A: Oh dear. The earliest I can get you in is Thursday at twenty to four.',
      "C: That's two days away. Nothing sooner?",
      "A: Let me see. If you don't mind Dr Patel, tomorrow at eight fifteen.",
      "C: I'd take anyone at this point. Tomorrow it is.",
      'A: Lovely, eight fifteen with Dr Patel.',
    ],
  ],
  [
    'where the caller is that day refuses it',
    ['2026-03-09T14:30'],
    [
      'A: Northern Mutual, how can I help?',
      'C: A tree came down on my garage on Saturday night.',
      "A: Goodness. I'll arrange for a loss adjuster. Would the morning of the ninth suit, around ten?",
      "C: I'm at the hospital with my mum that morning. Afternoon?",
      'A: He has half two.',
      'C: Half two on the ninth, fine.',
      "A: I'll text you his name by Friday.",
    ],
  ],
  [
    'of two offers the one that is described',
    ['2026-03-05T12:00'],
    [
      'A: Hillside Lettings.',
      'C: Hello, I saw the flat on Mill Lane. Can I view it this week?',
      "A: I've got someone viewing on Wednesday at five already. You could join then or come Thursday at noon on your own.",
      "C: I'd rather see it on my own.",
      "A: Thursday at noon then. It's number twelve.",
      'C: Great, see you there.',
    ],
  ],
  [
    'children to be picked up refuse a time',
    ['2026-03-06T09:00'],
    [
      'A: Cool Air Repairs.',
      "C: The AC's dead and it's ninety degrees in here.",
      'A: I could send Mike this afternoon between three and five.',
      'C: I pick up my kids at three. Tomorrow morning would be better.',
      "A: He's booked tomorrow morning. Friday at nine?",
      'C: Friday at nine works. Thank you.',
      "A: He'll call when he's on the way.",
    ],
  ],
  [
    'what is gone is not chosen, and what a sister books is hers',
    ['2026-03-07T20:15'],
    [
      'A: La Piazza, buonasera.',
      'C: Hi there, could I get a table for six this Saturday, half seven?',
      'A: Half seven is gone, I can do seven or quarter past eight.',
      "C: Let's go for quarter past eight, and one of us is vegan.",
      'A: No problem. Name?',
      "C: Dunne. Oh and my sister's party is on the fourteenth but she's doing that one herself.",
      'A: Perfect, quarter past eight on Saturday for six.',
    ],
  ],
  [
    'opening hours and the end of a shift are none',
    ['2026-03-08T11:00'],
    [
      'A: Prestige Cars, Tom here.',
      'C: I wanted to test drive the blue estate.',
      "A: Sure. We're open till six every day and ten to four on Sundays.",
      'C: Sunday would be good. Say eleven?',
      "A: Eleven on Sunday, I'll have it washed.",
      "C: Cheers. My wife finishes her shift at ten so she'll come too.",
    ],
  ],
  [
    'what is over is none, and what the business has in its book is one',
    ['2026-03-05T14:10'],
    [
      'A: Paws Clinic.',
      "C: Hi, Bella had her operation last Tuesday at nine and she's got a check on Thursday, is that right?",
      'A: Yes, Thursday at ten past two with the nurse.',
      "C: Brilliant. And she can't eat from when?",
      'A: Oh she can eat as normal for that.',
      'C: OK thanks, bye.',
    ],
  ],
  [
    'today, at the next such hour',
    ['2026-03-02T16:00'],
    [
      'A: Apex Plumbing.',
      "C: I've a leak under the sink.",
      'A: I can have someone there at four.',
      'C: Four today? Great, yes please.',
      "A: What's the address?",
      'C: Nine Ash Grove.',
    ],
  ],
  [
    'breakfast is no arrival',
    ['2026-03-15T18:00'],
    [
      'A: Riverside Hotel reservations.',
      "C: I'd like a double from the fifteenth for three nights please.",
      'A: From the fifteenth to the eighteenth, yes we have that. Breakfast is seven to ten.',
      "C: Perfect. We'll get there about six in the evening.",
      "A: Lovely, I'll note that.",
    ],
  ],
  [
    'both of two that are offered for two people',
    ['2026-03-11T15:00', '2026-03-11T15:20'],
    [
      'A: City Dental.',
      "C: I'd like a hygienist appointment for me and a check-up for my son Leo.",
      'A: I have Wednesday the eleventh at three for you, and Leo at twenty past three the same day.',
      'C: Both of those work.',
      "A: Great, you're both in.",
    ],
  ],
  [
    'what was missed is replaced',
    ['2026-03-03T08:00'],
    [
      'A: Fixit Appliances.',
      "C: You said the engineer would be here between eight and twelve and it's two now.",
      "A: I'm so sorry. He's been held up. Could he come tomorrow first thing, at eight?",
      "C: It'll have to do. Eight tomorrow.",
      'A: Thanks for understanding.',
    ],
  ],
  [
    'who has to ask first has agreed on nothing',
    [],
    [
      'A: Smart Homes sales.',
      'C: I might be interested in the solar thing.',
      'A: Great, our adviser could visit on Thursday at seven in the evening?',
      "C: I need to talk to my husband first. I'll ring you back.",
      "A: Of course. I'll call you Friday if I don't hear.",
      'C: Fine.',
    ],
  ],
  [
    'what somebody else has promised, repeated by the caller',
    ['2026-03-05T14:00'],
    [
      'A: Oak Lettings.',
      'C: The boiler man never came yesterday.',
      "A: Oh no. I've spoken to him, he says Thursday afternoon, about two.",
      'C: Will he definitely come this time? I took a whole day off.',
      "A: He will. I'll ring him again on Wednesday to be sure.",
      'C: Alright. Thursday at two.',
    ],
  ],
  [
    'without punctuation',
    ['2026-03-04T14:15'],
    [
      'A: Smile Studio',
      'C: hey yeah i need to get in about a filling thats fallen out',
      "A: ok we've got tomorrow ten thirty or wednesday two fifteen",
      'C: um wednesday i think yeah the two fifteen',
      'A: cool whats your name',
      'C: jodie marsh',
    ],
  ],
  [
    'straight in, at an hour of today',
    ['2026-03-02T14:45'],
    [
      'A: thanks for calling oak veterinary how can i help',
      'C: my dog ate some grapes about an hour ago should i bring him in',
      'A: yes bring him straight in the vet can see him at quarter to three',
      "C: okay quarter to three we'll be there",
      'A: see you soon',
    ],
  ],
  [
    'the same hour on another day',
    ['2026-03-06T09:00'],
    [
      'A: Apex Insurance.',
      'C: Hi, your surveyor was supposed to come round today at two and nobody turned up.',
      'A: I do apologise. Let me rebook that. Thursday at nine?',
      'C: I work Thursdays. What about Friday?',
      "A: Friday is fine, the same, nine o'clock.",
      'C: OK.',
    ],
  ],
])('%s', (_, expected, talk) => {
  expect(timesOf(talk)).toEqual(expected);
});
