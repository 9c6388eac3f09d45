import { DOING_VERBS } from './habit-verbs.js';
import { GENERAL_TIME, isLasting } from './lasting.js';
import { ADVERBS, HYPHENS, isDisliked, WE, type WishFrame } from './wish-frame.js';

/** Ways to say that one does not like something, or never has it. "I'd rather not" is the first: it begins like a liking. */
export const DISLIKING_FRAMES: readonly WishFrame[] = [
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
    kind: 'dislikes',
    pattern: new RegExp(
      `${WE}(?:hate|detest|loathe|despise|dislike|(?:can't|cannot|can not|cant|couldn't) (?:really )?(?:stand|bear|abide|stomach)) (?!to |it |how |when |that )`,
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
      /(?:\b(?:i'm|im|i am|we're|we are) |^|[,.;] ?|\b(?:and|but|so|no|oh|well) )(?:really |just |personally |honestly )*not (?:really |very |particularly |that |so |at all |too |exactly |actually |much of |overly )*(?:an? )?(?:big |huge |massive |great |much of an? |real )*(?:fan of|keen on|fond of|into|good with|comfortable with|happy with(?= (?:being|phone|calls))|a lover of|mad about|crazy about|wild about|one for) /g,
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
      /\b(?:i|we) (?:[a-z]+ )?never (?:ever |really )?(eat|drink|fly|order|book|take|sit|wear|use|do|want|stay|have|like|touch|go|carry) /g,
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
];
