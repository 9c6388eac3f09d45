import { isLasting } from './lasting.js';
import {
  doingOf,
  generalTime,
  generalTimesOnly,
  habitAfterPreferTo,
  habitOf,
  likingOf,
  OWN_WAY,
} from './liking-phrases.js';
import { ADVERBS, HYPHENS, WE, type WishFrame } from './wish-frame.js';

const HABIT_VERBS =
  'get|have|had|take|taken|order|ordered|book|booked|request|requested|ask for|asked for|go for|gone for|go with|gone with|choose|chosen|pick|picked|use|used|want|wanted|need|see|seen|do|come|sit|sat|stay|stayed|pay|paid|fly|sleep|travel|drink|eat|wear|park|opt for|talk (?:to|with)|speak (?:to|with)|stick (?:to|with)|reserve|buy|deal with|go to|gone to|been with|leave|prefer|preferred|like|liked';

/** Ways to say that one likes something, or always has it. */
export const LIKING_FRAMES: readonly WishFrame[] = [
  {
    kind: 'prefers',
    pattern: new RegExp(`${WE}(?:prefer|favou?r) to (?:always )?`, 'g'),
    read: (phrase) => doingOf(phrase) ?? habitAfterPreferTo(phrase),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(`${WE}(?:prefer|favou?r) (?:always )?(?!to |if |it |that |when |not )`, 'g'),
    read: likingOf,
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `\\b(?:i|we)(?:'d| would|d) ${ADVERBS}(?:prefer|(?:rather|sooner) (?:have|do|talk|come|come in|go|meet|chat)|like) `,
      'g',
    ),
    read: generalTimesOnly,
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `${WE}(?:prefer|like|love) (?:it )?(?:if|when) (?:you|they|people|someone|somebody|the [a-z]+) (?:can |could |would |just )*`,
      'g',
    ),
    read: (phrase) =>
      isLasting(phrase)
        ? phrase
            .replace(/^me /, '')
            .replace(/\bme\b ?/g, '')
            .trim()
        : undefined,
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `${WE}(?:like|love|prefer) (?:it|them|my [a-z]+|mine) (?=(?:really |quite |very |nice and |extra |medium |well |cut |done |kept |left |cooked |served |made |cleaned |styled |blown |set )*(?:dry|wet|short|long|hot|cold|firm|soft|quiet|strong|rare|well|medium|light|dark|spicy|mild|warm|cool|natural|loose|tight|early|simple|black|white|plain|crispy|layered|straight)\\b)`,
      'g',
    ),
    read: (phrase, match) => {
      const own = /\bmy ([a-z]+) $/.exec(match[0])?.[1];
      return own === undefined ? phrase : `${own} ${phrase}`;
    },
  },
  {
    kind: 'prefers',
    pattern: new RegExp(`${WE}(?:like|love|prefer) (?:it )?when (?:i|we) (?:can |get to )`, 'g'),
    read: (phrase) => doingOf(phrase),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `${WE}(?:like|love|prefer) it (?:best|better|most) when (?:it's|its|it is|i have|i get|i've got) `,
      'g',
    ),
    read: likingOf,
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `${WE}(?:like|love|prefer) (?:it|them|things|everything) (?=(?:done|kept|cut|sent|served|cooked|made|written|washed|set) (?:with|in|by|on|at|the|like|before|after|without)\\b)`,
      'g',
    ),
    read: (phrase) => (isLasting(phrase) && phrase.split(' ').length > 2 ? phrase : undefined),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(`${WE}(?:like|love|prefer) to have `, 'g'),
    read: (phrase) => (OWN_WAY.test(phrase) ? phrase : undefined),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(`${WE}(?:like|love|enjoy) to (?:always )?`, 'g'),
    read: doingOf,
  },
  {
    kind: 'prefers',
    pattern: new RegExp(`${WE}(?:like|love|adore|enjoy) (?!to |it |if |when |not |i |about )`, 'g'),
    read: (phrase) =>
      /^(?:very(?: much)?$|new |coming|working|living|chatting|talking to you|(?:dogs|cats|animals|kids|children)$|seeing you|being here|doing business|my (?:dog|cat|job|wife|husband|kids|son|daughter|house|home|car|neighbou?rs?|family|work|flat|boss|landlord|sister|brother|mum|mom|mother|dad|friends?)|(?:a|an|one|two|three|four|some|few) [a-z]+$|(?:book|make|order|speak|talk|know|get|have) )/.test(
        phrase,
      )
        ? undefined
        : likingOf(phrase),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `\\b(?:i|we)(?:'ve|ve| have)? (?:[a-z]+ )?(?:always|usually|normally|generally|typically|mostly|nearly always|almost always|tend to|mainly)(?: just| like to| tend to| ever| always| only| just about| really| also)* (${HABIT_VERBS}) (?!to |not )`,
      'g',
    ),
    read: (phrase, match) =>
      /\b(?:always|usually|normally|generally|typically|mostly) (?:had|wanted|used|ordered|stayed|sat|booked|asked) /.test(
        match[0],
      ) && !/\b(?:i've|we've|ive|weve|have) /.test(match[0])
        ? undefined
        : habitOf(match[1] ?? '', phrase),
  },
  {
    kind: 'prefers',
    pattern:
      /(?:^|[,;] ?|\b(?:and|so|please|yeah|yes|regulars?|then|it's|its|um) )always (?=(?:the|a|an|by|on|in|near|next to|with|my|our|still|extra|no) )/g,
    read: (phrase) =>
      isLasting(phrase) &&
      !/^(?:a (?:pleasure|problem|treat|bit|good|nice)|the (?:same|case|way|best|problem)|my|in (?:a|the (?:way|middle))|on (?:time|hold|an? |the (?:go|phone|road)))\b/.test(
        phrase,
      )
        ? phrase.replace(/^(?:the|a|an|my|our) /, '')
        : undefined,
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:i|we)(?:'m|'re)? (?:can |could |will |'ll )?(?:really |mostly )?only (?:ever |really )?(drive|look at|rent|accept|drink|eat|use|wear|take|see|fly|stay|buy|have|sit|travel|deal with|do|make|come in(?: on)?|manage|go to|go for|want) /g,
    read: (phrase, match) => {
      const verb = match[1] ?? '';
      if (/^(?:do|make|come|manage|have|want|take|see)/.test(verb) || /\b(?:can|could|will) /.test(match[0])) {
        if (/^dr\b|^doctor\b|^(?:mr|mrs|ms|miss) /.test(phrase) && verb === 'see') return phrase;
        const isKind =
          verb === 'do' &&
          match[0].includes(' only ') &&
          /^[a-z]{4,}(?: [a-z]{4,})?$/.test(phrase) &&
          isLasting(phrase);
        return (
          generalTime(phrase) ??
          (/\bonly ever /.test(match[0]) && /^(?:[a-z]+ )?(?:after|before) [a-z]+$/.test(phrase)
            ? phrase
            : undefined) ??
          (isKind &&
          !/\b(?:can|could|will)\b/.test(match[0]) &&
          !/^(?:this|that|what|once|half|part|twice)\b/.test(phrase)
            ? phrase
            : undefined)
        );
      }
      return habitOf(verb, phrase);
    },
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:i'm|im|i am|we're|we are) (?:really |quite |very |actually |just |always |mostly |only |much |generally |usually )*(?:(?:a )?(?:big |huge |massive |real |great )*(?:fan of|sucker for|lover of)|partial to|fond of|keen on|into|big on|mad about|happiest(?: (?:with|in|on|by|at)|(?= (?:outdoors|outside|inside|indoors|upstairs|downstairs)))|better (?:in|on|with)|more comfortable with|most comfortable with|free(?= (?:mornings|afternoons|evenings|weekends|on (?:[a-z]+days|weekends)))(?: on)?|available (?=(?:in )?(?:the )?(?:mornings|evenings|afternoons|weekends)\b)) /g,
    read: (phrase) =>
      /^(?:it|this|that|booking|getting|buying|taking|seeing|trying|having|the idea|your \w+$)\b/.test(phrase)
        ? undefined
        : likingOf(phrase),
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:i'm|im|i am|we're|we are) (?:more of |very much |definitely |really |just |always )*(?=an? (?:[a-z-]+ ){1,3}(?:person|people|drinker|eater|lover|girl|guy|man|woman|lady|lad|bloke|gal|fella)\b)/g,
    read: (phrase) =>
      HYPHENS.test(phrase) &&
      !/^(?:married|old|young|single|business|working|happy|small|tall|repair|maintenance|cleaning|dead|free|desperate|grown|professional|pregnant|local|black|white|british|english|american|indian|irish|scottish|welsh|[a-z]+-old|year|year old|lone|first|right|wrong|main|contact|only|responsible|best|new|busy|sick|private|big|nice|good|patient|poor|single|disabled|different|sales|[a-z]+ (?:sales|delivery)|delivery|people|nervous|family|very|quite|simple|older|elderly|retired|lucky|reasonable|registered)\b/.test(
        phrase,
      )
        ? phrase
        : undefined,
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:i|we) (?:always )?(?:take|have|drink) (?:my|our) (?=(?:coffee|tea|steak|eggs|burger|hair|martini|whisky|latte) )/g,
    read: (phrase) => (phrase.split(' ').length > 1 ? phrase : undefined),
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:my|our) (?:usual|regular|favou?rite|preferred|preference|go-to|go to)(?: (?!is\b)[a-z]+){0,3}(?: is| are|'s| would be) (?:(?:still|always|usually) )?(?!not )/g,
    read: (phrase) =>
      isLasting(phrase) && !/^(?:\d|on holiday|on|off|not|away|fully|already|gone|closed|broken|booked)\b/.test(phrase)
        ? phrase
        : undefined,
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:my|our|the) usual (?!is\b|are\b|one\b|order\b|time\b|thing\b|way\b|problem\b|stuff\b|place\b|appointment\b)/g,
    read: (phrase) => (phrase.split(' ').length > 1 && isLasting(phrase) ? phrase : undefined),
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:i|we) (?:really |always |usually |absolutely |just )*(?:swear by|can't do without|can't live without|couldn't live without) /g,
    read: likingOf,
  },
  {
    kind: 'prefers',
    pattern:
      /(?:^|[,.;] ?|\b(?:well|yes|yeah|no|and|i've been|pure|were|we're) )(?=(?:vegetarian|vegan|pescatarian|veggie|teetotal)(?: now)?(?: for)? (?:(?:about |nearly |over )?[a-z0-9]+ years|years|all my life|from birth|since|well i am|always)\b)/g,
    read: (phrase) => {
      const [diet] = /^[a-z]+/.exec(phrase) ?? [];
      return diet === undefined ? undefined : `${diet} food`;
    },
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:i'm|im|i am|we're|we are|i've been|i keep|we keep|i eat|i follow) (?:a |an |actually |also |pure |strict |strictly |only |just |mostly |always |been |both |now )*(?=(?:vegetarian|vegan|pescatarian|pescetarian|halal|kosher|veggie|plant based|gluten[- ]free|dairy[- ]free|teetotal)\b)/g,
    read: (phrase) => {
      const [diet] =
        /^(?:vegetarian|vegan|pescatarian|pescetarian|halal|kosher|veggie|plant based|gluten[- ]free|dairy[- ]free)/.exec(
          phrase,
        ) ?? [];
      return diet === undefined || /^(?:vegan|vegetarian) (?:chef|cook|society|restaurant|shop)/.test(phrase)
        ? undefined
        : `${diet} food`;
    },
  },
];
