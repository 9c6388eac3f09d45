import { RELATIVE } from './place.js';
import type { SpokenAddress } from './spoken-address.js';

/** People who seldom live with those who ring for them, for a pattern. */
const ELDERS =
  'mum|mom|mam|mother|dad|father|parents|nan|nana|gran|granny|grandma|grandad|grandmother|grandfather|brother|sister|boss|friend|mate|neighbou?r|uncle|aunt|auntie|mother-in-law|father-in-law|cousin';

/** What is said of a place that is not the caller's home (any more, or yet). */
const NOT_HOME = new RegExp(
  [
    `\\b(?:my|his|her|the|our) (?:\\w+[- ])?(?:${RELATIVE}|lawyer|solicitor|attorney|accountant|broker|carer|tenants?|rental)\\b[^.!?]{0,30}$`,
    // "Interested in the flat on …", "I've a flat at …".
    '\\b(?:the|a|an|that|this|your|another|one|two|three)(?: (?!address)\\w+){0,2} (?:flat|house|apartment|room|studio|bungalow|property|place|listing|condo|cottage|bedroom|basement|unit)s? (?:on|at|in|for)\\s*(?:number )?$',
    "\\b(?:he'?s|she'?s|they'?re|he is|she is|they are|his|hers?|their|he lives|she lives|they live)\\b[^.!?]{0,25}$",
    "\\b(?:moved (?:out )?(?:of|from)|moved out|used to (?:live|be)|previously|formerly|before that|lived (?:at|in|on)|was (?:at|in)|(?:we|you|they|that|who) were (?:at|in)|(?<!\\b(?:it'?s|this is|i'?m|my name'?s|here) (?:\\w+ ){1,4})from|not|no longer|left|sold|old (?:address|place|one)(?! (?:put|use|its|it's|now|we|im|i'm|so))|originally)\\b[^.!?,]{0,22}$",
    '\\b(?:office|work|works|shop|store|warehouse|business|company|clinic|hotel|airport|station|restaurant|building site|the site|job|meeting|party|holiday|vacation|wedding|venue|deliver(?:ed)? to|send(?:ing|s)? (?:\\w+ ){1,2}to|rental|viewing|property)\\b[^.!?,]{0,20}$',
    "\\b(?:we'll be|i'll be|going to be|gonna be|will be)\\b[^.!?,]{0,25}$",
    '\\b(?:moving|going|flying|travel+ing|heading|driving|getting|pick(?:ing)? (?:me|us|it) up|meet|staying with|care of|c/o|(?<!\\b(?:i|we) )stay at|if)\\b[^.!?]{0,25}$',
  ].join('|'),
);
const NOW_HOME =
  /\b(?:my (?:new |home |current |own )?address(?:'s| is)?|mine(?:'s| is)|(?:i|we) (?:still |now |just |currently )?(?:live|stay|sleep)|at the (?:minute|moment) (?:i'?m|we'?re)|(?:i'm|we're|i am|we are|im) (?:still |now |currently )?(?:living|based)|(?:moved|shifted|relocated) (?:in)?to|moved from [^.!?]{3,40} to|new (?:place|address|house)(?: is|'s)?|(?:in|at) (?:the|our|a|my) (?:\w+ )?(?:place|house|home|flat|apartments?|townhome|townhouse|condo|bungalow)(?: \w+)? now|right now (?:we're|i'm)|(?<!\bnot )(?:our|my) (?:house|home|place|flat|apartment)(?: is|'s)?)\b[^.!?]{0,35}$/;
const AT_HOME =
  /\b(?:i'm|im|i am|we're|we are|it's|its|it is|this is|here|that's)(?: still| now| currently| over| out| up| down| just)? (?:at|in|on)?\s*(?:number )?$|\b(?:i'm|we're|i am|we are)\b[^.!?]{0,12}\bat\s*$/;
const NOT_HOME_AFTER = new RegExp(
  `^ (?:was|used to be)\\b|^[^.!?]{0,30}\\b(?:i|we) (?:don't|do not|dont) live (?:there|here)|^[^.!?]{0,40}\\bis (?:my|his|her) (?:${RELATIVE}|boss|lawyer|office)\\b|^[\\s,]*(?:(?:(?:but|er|uh|um|oh|wait|no|sorry|actually)[\\s,]+)*(?:that's|thats|which is|it's|its|that is|it is) (?:just )?(?:my |the |me |our |his |her |their )?(?:\\w+ )?(?:${RELATIVE}|rental|tenant'?s|tower|old|office|work|shop|business|hotel|previous)|for (?:the|my) (?:week|holiday|wedding|weekend))`,
);

/** Who looks after another's place, or speaks for another, gives another's address. */
const AT_ANOTHERS = new RegExp(
  `\\b(?:house|cat|dog|pet|baby|plant)[- ]?sit(?:ter|ting)\\b|\\b(?:house|cat|dog)-?minding\\b|\\b(?:a |the )?carer (?:for|of)\\b|\\bi'?m (?:a|the|your|their) landlord\\b|\\blandlord of (?:yours|theirs)\\b|\\b(?:on behalf of|(?:calling|ringing|phoning|ring|call) for) (?:my|me|our) (?:${ELDERS})\\b|\\b(?:for|about) (?:my|me) (?:${ELDERS})(?:'s|s)? (?:cat|dog|house|place|flat|cooker|boiler|fridge|bungalow)\\b`,
);

/** Who rings for a business gives its address: "it's Marco from Brightside Plumbing, we're at …". */
const FOR_BUSINESS =
  /\b(?:from|at|with|for|of) (?:[\w'&-]+ ){1,3}?(?:plumbing|heating|ltd|limited|services|solutions|group|company|sons|builders|motors|garage|cafe|café|restaurant|school|nursery|church|salon|studios?|catering|events|properties|lettings|estates|logistics|foods|bakery|legal|agency|inc|llc|corp|clinic|hospital|electrics?|electrical|roofing|landscapes|landscaping|interiors)(?!\w)[^.!?]{0,40}$/;

const RELATIVE_BEFORE = new RegExp(`\\b(?:my|his|her|their) ${RELATIVE}|\\b(?:he|she|they)\\b`);
/** It was the caller's, will be, or is a relative's. */
const NOT_NOW = new RegExp(
  `\\b(?:my|his|her) ${RELATIVE}[^.!?]{0,40}$|\\b(?:moving|used to|old|if|will be|going to be)\\b[^.!?]{0,30}$`,
);
const WITH_ANOTHER = new RegExp(`\\bmy ${RELATIVE}\\b|\\bstaying with\\b`);
/** "… it's my house." */
const HOME_AFTER =
  /^[\s,]*(?:it'?s|that'?s|which is|where) (?:(?:my|our|me) (?:own )?(?:house|home|place|flat|address)\b(?!')|(?:i|we) live\b(?! with))/;
/** What only stands near a place is not there. */
const BESIDE = /\b(?:by|near|opposite|outside|beside|behind|next to|past|corner of|across from)\s*$/;
/** "… but we don't get the keys till June." */
const NOT_YET =
  /^[^.!?]{0,40}\b(?:(?:get|have|pick up) the keys\b[^.!?]{0,20}\b(?:till|til|until|on|in|next)|when we move|not (?:there |in )?yet|(?:move|moving) (?:in|there) (?:on|in|next|at the end))\b/;
/** The clause is about somebody else's place, a way there, or what is for sale. */
const SPOKEN_OF_OTHERS = new RegExp(
  `\\b(?:${RELATIVE}|he|she|they|them|his|her|their|your|you|youse|see|saw|owners? of|landlords? of|viewing|listing|listed|advert|rent|renting|buy|buying|interested|enquir\\w+|inquir\\w+|about|apply|applied|collect|collected|opposite|near|by(?! the way)|behind|beside|corner of|next to|past|branch|school|church|at work)\\b[^.!?]{0,45}$`,
);

/** How plainly an address in a caller's turn is said to be the home; 0 when it is not. */
export function addressWeight(
  plain: string,
  spoken: SpokenAddress,
  isAsked: boolean,
  topics: ReadonlySet<string>,
  isBusiness: boolean,
  isAnothers: boolean,
): number {
  const before = plain.slice(Math.max(0, spoken.start - 70), spoken.start);
  const clause = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf('!'), before.lastIndexOf('?')) + 1);
  const after = plain.slice(spoken.end);
  const isNow =
    NOW_HOME.test(clause) ||
    HOME_AFTER.test(after) ||
    (/^ now\b/.test(after) && (AT_HOME.test(clause) || !RELATIVE_BEFORE.test(clause)));
  if (NOT_HOME_AFTER.test(after) || (!isNow && isAnothers)) return 0;
  if (/^(?:,| is| that)?[^.!?]{0,20}\b(?:on rent|rented out|let out|for (?:rent|sale)|to let)\b/.test(after)) return 0;
  if (!isNow && (NOT_HOME.test(clause) || FOR_BUSINESS.test(clause))) return 0;
  if (isNow && NOT_NOW.test(clause.replace(/\bmy own\b/, ''))) return 0;
  if (isNow || /\b(?:to|at) (?:the|my|our) (?:house|home|place)\W*$/.test(clause)) return 3;
  if (BESIDE.test(clause) || NOT_YET.test(after)) return 0;
  if (isAsked)
    return WITH_ANOTHER.test(plain.slice(0, spoken.start)) && /\b(?:staying|send|sending|deliver|instead)\b/.test(plain)
      ? 0
      : 2;
  if (AT_HOME.test(clause)) return spoken.isSure ? 2 : 1;
  // "it's Rosalie, and it's 1640 Beacon Street", "X in 5C, at 310 West 231st".
  if (
    spoken.isSure &&
    /^\s*$|[,.]\s*(?:at|on|in)?\s*$|\b(?:address|home|house|place|flat)\b[^.!?]{0,20}$/.test(clause) &&
    (topics.has('name') || /\bat\s*$|^\s*$|\b(?:home|house|place|flat)\b/.test(clause))
  )
    return 1;
  // A whole address that nothing says to be another's is most often the caller's.
  return spoken.isSure && !isBusiness && !SPOKEN_OF_OTHERS.test(clause) ? 1 : 0;
}

/** "For your home on Juniper Court?" – "forty-two Juniper Court"; "Still the same house, Ropewalk?" – "12 Ropewalk". */
export function isStreetOf(asked: string, address: string): boolean {
  const street = /\d\S* (\p{L}[\p{L}'-]+(?: \p{L}+)?)/u.exec(address.toLowerCase())?.[1];
  return (
    street !== undefined &&
    asked.includes(street) &&
    /\b(?:home|house|place|live|address|apartment|flat|still)\b/.test(asked)
  );
}

/** Whether a turn says that its place is that of somebody whom the caller speaks for or looks after. */
export const speaksForAnother = (plain: string): boolean => AT_ANOTHERS.test(plain);
