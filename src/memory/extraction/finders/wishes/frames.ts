import { DOING_VERBS, NO_HABIT, TAKING_VERBS } from './habit-verbs.js';
import { GENERAL_TIME, isLasting } from './lasting.js';

/** A way to say that one likes or dislikes something. */
export interface WishFrame {
  readonly kind: 'prefers' | 'dislikes';
  /** Ends where the thing begins. Sticky flags are not used: it is looked for anywhere in a sentence. */
  readonly pattern: RegExp;
  /** The value of the phrase that follows, or nothing when the phrase is no lasting wish. */
  read(phrase: string, match: RegExpExecArray): string | undefined;
}

const ADVERBS =
  '(?:(?:really|just|also|do|still|actually|absolutely|quite|generally|usually|normally|always|typically|definitely|personally|honestly|particularly|especially|very much|much|kind of|sort of|tend to|mostly|mainly|rather|ever|too|um+|uh+|er+m?|you know|to be honest|obviously|only|truly|simply|so|cannot lie|must say)[ ,]+)*';

/** "I", "we", and "I've"; an adverb may follow. */
const WE = `\\b(?:i|we)(?:'ve|ve| have)?,? ${ADVERBS}`;

const HABIT_VERBS =
  'get|have|had|take|taken|order|ordered|book|booked|request|requested|ask for|asked for|go for|gone for|go with|gone with|choose|chosen|pick|picked|use|used|want|wanted|need|see|seen|do|come|sit|sat|stay|stayed|pay|paid|fly|sleep|travel|drink|eat|wear|park|opt for|stick (?:to|with)|reserve|buy|deal with|go to|gone to|been with|leave|prefer|preferred|like|liked';

/** A habit: what is had, or what is done. */
function habitOf(verb: string, phrase: string): string | undefined {
  if (NO_HABIT.test(phrase) || !isLasting(phrase)) return undefined;
  const taking = TAKING_VERBS.exec(`${verb} `);
  if (taking && verb !== 'eat')
    return phrase
      .replace(/^(?:a|an|the|my|our|in on|on|in|at|for|to|by|around|the usual|usual) (?=\S)/, '')
      .replace(/^(?:the|a|an|my|our) /, '');
  const doing = DOING_VERBS.get(verb);
  const isThing = (verb === 'eat' || verb === 'drink') && !/^(?:in|at|out|on|by|outside|early|late)\b/.test(phrase);
  return doing === undefined || isThing ? phrase : `${doing} ${phrase}`;
}

/** A liking: the thing, or what one likes to do. */
function likingOf(phrase: string): string | undefined {
  if (!isLasting(phrase)) return undefined;
  return phrase.replace(/^(?:my|our|your) /, '');
}

/** The doing after "like to": some verbs are no liking ("I like to book a table" is a wish of this once). */
function doingOf(phrase: string): string | undefined {
  const [verb = '', ...rest] = phrase.split(' ');
  const others = rest.join(' ');
  if (
    verb === 'be' &&
    /^(?:sure|able|honest|clear|on the safe|there|put|a pain|a bother|difficult|rude|fair|told|called (?:[a-z]+)$)/.test(
      others,
    )
  )
    return undefined;
  if (verb === 'get' || verb === 'have' || verb === 'come') {
    const isTime =
      /\b(?:early|first thing|in (?:and out|before|the morning)|ahead|before|after|done|mornings?|afternoons?|evenings?|my|always)\b/.test(
        others,
      );
    return isTime && isLasting(others) ? others.replace(/^(?:in|my|it) /, '') : undefined;
  }
  const doing = DOING_VERBS.get(verb);
  if (
    doing === undefined ||
    (rest.length === 0 && verb.length < 4) ||
    (/^(?:go|be|leave|talk|chat|hear|pay)$/.test(verb) &&
      !/\b(?:seated|near|next|away|by|outside|outdoors|inside|on|in|at|contacted|texted|emailed|called|rung|phoned|up front|kept|left|direct|cash|card|monthly|back|upfront)\b/.test(
        others,
      ))
  )
    return undefined;
  if (rest.length > 0 && !isLasting(others)) return undefined;
  return [doing, others].filter((part) => part !== '').join(' ');
}

function generalTime(phrase: string): string | undefined {
  return GENERAL_TIME.test(phrase) && isLasting(phrase) ? phrase : undefined;
}

const HYPHENS = / (?:person|people|girl|guy|man|woman|lady|kind of (?:person|guy|girl)|drinker|eater|lover)s?$/;

/** The frames, in the order in which they are tried: the first that fits a place wins. */
export const WISH_FRAMES: readonly WishFrame[] = [
  {
    kind: 'dislikes',
    pattern: new RegExp(
      `${WE}(?:'d |would )?${ADVERBS}(?:prefer|rather|like) not (?:to )?(?:be |have |get |being )?`,
      'g',
    ),
    read: (phrase) =>
      /\b(?:call|calls|called|ring|rung|phoned|contacted|text|texts|texted|email|emails|emailed|bothered|disturbed|seated|sat)\b/.test(
        phrase,
      ) && isLasting(phrase)
        ? phrase
        : undefined,
  },
  {
    kind: 'prefers',
    pattern: new RegExp(`${WE}(?:prefer|favou?r) to (?:always )?`, 'g'),
    read: (phrase) => doingOf(phrase) ?? habitAfterPreferTo(phrase),
  },
  {
    kind: 'prefers',
    pattern: new RegExp(`${WE}(?:prefer|favou?r) (?!to |if |it |that |when |not )`, 'g'),
    read: likingOf,
  },
  {
    kind: 'prefers',
    pattern: new RegExp(`\\b(?:i|we)(?:'d| would|d) ${ADVERBS}(?:prefer|rather have|rather do|like) `, 'g'),
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
    pattern: new RegExp(`${WE}(?:like|love|enjoy) to (?:always )?`, 'g'),
    read: doingOf,
  },
  {
    kind: 'prefers',
    pattern: new RegExp(`${WE}(?:like|love|adore|enjoy) (?!to |it |if |when |not |i |about )`, 'g'),
    read: (phrase) =>
      /^(?:very(?: much)?$|new |coming|working|living|chatting|talking to you|(?:dogs|cats|animals|kids|children)$|seeing you|being here|doing business|my (?:dog|cat|job|wife|husband|kids|son|daughter|house|home|car)|(?:a|an|one|two|three|four|some|few) [a-z]+$|(?:book|make|order|speak|talk|know|get|have) )/.test(
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
      /^(?:the|a|an|by|on|in|at|near|next|with|my|our|still|extra|[a-z-]+ [a-z]+)/.test(phrase) &&
      !/^(?:a (?:pleasure|problem|treat|bit|good|nice)|the (?:same|case|way|best|problem)|my|in (?:a|the (?:way|middle))|on (?:time|hold|the (?:go|phone|road)))\b/.test(
        phrase,
      )
        ? phrase.replace(/^(?:the|a|an|my|our) /, '')
        : undefined,
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:i|we)(?:'m|'re)? (?:can |could |will )?(?:really |mostly )?only (?:ever |really )?(drink|eat|use|wear|take|see|fly|stay|buy|have|sit|travel|deal with|do|make|come in(?: on)?|manage|go to|go for|want) /g,
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
      /\b(?:i'm|im|i am|we're|we are) (?:more of |very much |definitely |really |just |always )*(?=an? (?:[a-z-]+ ){1,3}(?:person|people|drinker|eater|lover|girl|guy|man|woman|lady|lad)\b)/g,
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
    kind: 'dislikes',
    pattern: new RegExp(
      `${WE}(?:hate|detest|loathe|despise|dislike|(?:can't|cannot|can not|can` +
        `t|cant|couldn't) (?:really )?(?:stand|bear|abide|stomach)) (?!to |it |how |when |that )`,
      'g',
    ),
    read: (phrase) => (isDisliked(phrase) ? phrase : undefined),
  },
  {
    kind: 'dislikes',
    pattern: new RegExp(
      `\\b(?:i|we) (?:[a-z]+ )?(?:don't|do not|dont) ${ADVERBS}(?:like|love|enjoy|care for|(?:do|get on|get along|cope|deal) (?:well )?with|do well with) (?:to be |to get |to have |to |having )?(?!it |how |when |that )`,
      'g',
    ),
    read: (phrase) => (isDisliked(phrase) ? phrase : undefined),
  },
  {
    kind: 'dislikes',
    pattern: new RegExp(
      `\\b(?:i|we) (?:don't|do not|dont|won't|will not) ${ADVERBS}(eat|drink|take|use|answer|fly|do|touch|wear) `,
      'g',
    ),
    read: (phrase, match) => {
      const verb = match[1] ?? '';
      if (verb === 'answer') return undefined;
      if (
        /^(?:any ?(?:thing|more|medication|medicines?|tablets|pills|drugs)|much|a lot|that|it|this|well|insurance|cash|card|credit)\b/.test(
          phrase,
        ) ||
        !isDisliked(phrase)
      )
        return undefined;
      if (
        (verb === 'take' || verb === 'use') &&
        !/\b(?:calls?|taxis|lifts?|elevators?|stairs|sugar|milk)\b/.test(phrase)
      )
        return undefined;
      if (
        verb === 'do' &&
        !GENERAL_TIME.test(phrase) &&
        !/\b(?:calls?|video|heights|needles|spicy|phone|voicemails?|stairs|small talk|early|late|crowds|email|emails|texts|app|apps|online)\b/.test(
          phrase,
        )
      )
        return undefined;
      return phrase;
    },
  },
  {
    kind: 'dislikes',
    pattern:
      /\b(?:i'm|im|i am|we're|we are)? ?(?:really |just |personally |honestly )*not (?:really |very |particularly |that |so |at all |too |exactly |actually |much of |overly )*(?:an? )?(?:big |huge |massive |great |much of an? |real )*(?:fan of|keen on|fond of|into|good with|comfortable with|happy with(?= (?:being|phone|calls))|a lover of|mad about|crazy about|wild about|one for) /g,
    read: (phrase) => (isDisliked(phrase) ? phrase : undefined),
  },
  {
    kind: 'dislikes',
    pattern:
      /\b(?:i'm|im|i am) (?:really |just |definitely )*not (?:much of |really |exactly )*(?:an? )(?=(?:[a-z-]+ ){1,2}(?:person|drinker|eater|lover)\b)/g,
    read: (phrase) => {
      const what = phrase.replace(HYPHENS, '');
      return what === phrase || /^(?:nice|good|bad|rude|patient|rich|new)$/.test(what)
        ? undefined
        : /^(?:morning|evening|afternoon)$/.test(what)
          ? `${what}s`
          : what;
    },
  },
  {
    kind: 'dislikes',
    pattern:
      /\b(?:i|we) (?:[a-z]+ )?never (?:ever |really )?(eat|drink|fly|order|book|take|sit|wear|use|do|want|stay|have|like|touch|go) /g,
    read: (phrase, match) => {
      const verb = match[1] ?? '';
      if (
        !isDisliked(phrase) ||
        /^(?:had|been|got|any|the (?:chance|time)|time|enough|a (?:problem|chance|claim)|problems?|back|there|that|in|to)\b/.test(
          phrase,
        )
      )
        return undefined;
      if (
        (verb === 'have' || verb === 'go' || verb === 'use' || verb === 'take') &&
        !/\b(?:calls?|mornings|afternoons|evenings|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends|dessert|starters?|sugar|milk|lifts?|stairs|taxis|motorways?|dairy|meat|alcohol|ice|sauce|cash)\b/.test(
          phrase,
        )
      )
        return undefined;
      return /^(?:sit|stay)$/.test(verb)
        ? `${DOING_VERBS.get(verb) ?? verb} ${phrase}`
        : phrase.replace(/^(?:on|in|at) (?=[a-z]+s\b)/, '');
    },
  },
  {
    kind: 'dislikes',
    pattern:
      /\b(?:i|we) (?:always |usually |normally |generally )?(?:try to |tend to |like to |prefer to )?(?:avoid|steer clear of|stay away from|keep away from) /g,
    read: (phrase) =>
      isDisliked(phrase) && !/^(?:paying|being charged|losing|a |any |having to pay|another)/.test(phrase)
        ? phrase
        : undefined,
  },
  {
    kind: 'dislikes',
    pattern:
      /\b(?:i|we) (?:really |just |absolutely )*(?:can't|cannot|can never|cant) (?:ever |usually |generally |really )?(?:do|make|manage) (?=(?:early |late |weekday |[a-z]+day )*(?:mornings|afternoons|evenings|nights|weekends|weekdays|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b)/g,
    read: (phrase) => (isLasting(phrase) && !/\bthis\b|\bnext\b/.test(phrase) ? phrase : undefined),
  },
  {
    kind: 'dislikes',
    pattern:
      /\b(?:i|we) (?:really |just )*(?:don't|do not|dont) (?:really |ever |usually )*want (?:any |to (?:be|get) |you (?:to )?)?(?:more )?(?=(?:[a-z]+ )?(?:marketing|calls?|texts?|emails?|voicemails?|letters|leaflets|newsletters?|spam|post|paper|called|rung|phoned|texted|emailed|contacted|bothered|disturbed|ring|ringing|calling|phoning|knocking)\b)/g,
    read: (phrase) => (isLasting(phrase) ? phrase.replace(/\bme\b ?/, '').trim() : undefined),
  },
  {
    kind: 'dislikes',
    pattern:
      /\b(?:i|we)(?:'ve|'m|'re| have| am| are)? (?:really |just |personally |absolutely |kind of |sort of |totally |completely |so )*(?:can't be doing with|can't be doing wi'?|can't be dealing with|gone off|went off|no interest in|no time for|dead against|dead set against|totally against|against(?= (?:those|them|smart|the whole))|not one for|sick of|fed up with|scunnered with|wary of|put off by|bored of|over(?= (?:all )?(?:the )?(?:small talk|marketing))) /g,
    read: (phrase, match) =>
      (/\b(?:sick of|fed up|scunnered)/.test(match[0]) &&
        !/^(?:getting|being called|sales|cold|marketing|junk|spam)/.test(phrase)) ||
      !isDisliked(phrase)
        ? undefined
        : phrase,
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

/** A thing that stands before what is said of it: "head massage I like very much", "cilantro, which I can't stand". */
export const THING_FIRST: readonly { readonly kind: 'prefers' | 'dislikes'; readonly pattern: RegExp }[] = [
  {
    kind: 'dislikes',
    pattern:
      /\b((?:[a-z'-]+ ){0,2}[a-z'-]+),? (?:which|that) (?:i|we) (?:personally |really |absolutely |just |actually |truly )*(?:can't (?:stand|bear|abide)|cannot (?:stand|bear|abide)|hate|detest|loathe|dislike|don't like|am not a fan of)\b/g,
  },
  {
    kind: 'prefers',
    pattern:
      /\b((?:[a-z'-]+ ){0,2}[a-z'-]+),? (?:which|that) (?:i|we) (?:personally |really |absolutely |just |actually |always |usually )*(?:love|prefer|adore|always (?:have|get|order|ask for))\b/g,
  },
  {
    kind: 'prefers',
    pattern:
      /(?:^|[,;.] ?|\b(?:yes|yeah|and|but) )((?:[a-z'-]+ ){0,3}[a-z'-]+),? i (?:do )?(?:like|love|prefer|enjoy)(?: it| them)? (?:very much|a lot|the most|best|most of all|most)\b/g,
  },
  {
    kind: 'prefers',
    pattern:
      /(?:^|[,;.] ?|\b(?:yes|yeah|and|but|the) )((?:[a-z'-]+ ){0,3}[a-z'-]+)(?: is|'s| are) (?:definitely |always |still |really )*my (?:favou?rite|go-to|go to|usual|preference)\b/g,
  },
  {
    kind: 'prefers',
    pattern:
      /\bi (?:always |usually |generally |just |do )*find (?:that )?((?:[a-z'-]+ ){0,3}[a-z'-]+?)(?: is| are| a lot| much| far| way| to be)* (?:easier|better|best|more convenient|more comfortable|nicer)(?: for me)?\b/g,
  },
  {
    kind: 'dislikes',
    pattern:
      /(?:^|[,;.] ?|\b(?:yes|yeah|and|but|because|cos|as) )((?:[a-z'-]+ ){0,2}[a-z'-]+) (?:really |just |always |absolutely )*(?:drives? me (?:mad|crazy|up the wall|nuts|insane|bonkers)|gets? on my (?:nerves|wick)|do(?:es)? my head in|puts? me off|(?:is|are)(?:n't| not) (?:really )?(?:for me|my (?:thing|cup of tea)))\b/g,
  },
];

/** The words of the thing itself: after the last word that leads to it. */
export function thingFirst(words: string): string | undefined {
  const thing = words
    .replace(
      /^.*\b(?:the|a|an|with|of|for|in|on|at|my|your|some|any|and|or|is|are|was|to|have|has|had|got|it's|that's|about|do|did|get|put|me|us|no|yes|so|but|well|because|this|that)\s+/,
      '',
    )
    .trim();
  return isDisliked(thing) &&
    !/s'(?: |$)|'s /.test(words) &&
    !/^(?:i|we|it|he|she|they|which|one|ones|there|is|are|my|the|a|an|you|that|this|what|thing|things|people|someone|everything|yes|no|yeah)$/.test(
      thing,
    )
    ? thing
    : undefined;
}

/** "prefer to have the corner table". */
function habitAfterPreferTo(phrase: string): string | undefined {
  const verb = TAKING_VERBS.exec(phrase)?.[0];
  if (verb === undefined || /^(?:come|do|book|buy|order|need|want)/.test(verb)) return undefined;
  const thing = phrase.slice(verb.length + 1).replace(/^(?:the|a|an|my|our) /, '');
  return isLasting(thing) ? thing : undefined;
}

/** "I'd prefer mornings" is lasting, "I'd prefer the morning" is not. */
function generalTimesOnly(phrase: string): string | undefined {
  return /\b(?:mornings|afternoons|evenings|weekends|weekdays|nights|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/.test(
    phrase,
  ) && isLasting(phrase)
    ? phrase
    : undefined;
}

function isDisliked(phrase: string): boolean {
  return (
    isLasting(phrase) &&
    !/^(?:be |bother|say|think|ask|complain|admit|keep|rush\b|know|see|trouble|being (?:a (?:pain|bother|nuisance)|rude|difficult)|the (?:look|sound|idea|thought|way|fact|price|noise|feel|taste of this)|to\b|him|his|her|my (?:job|boss))/.test(
      phrase,
    )
  );
}
