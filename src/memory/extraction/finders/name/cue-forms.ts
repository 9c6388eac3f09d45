import type { NameCandidate } from './name-candidate.js';

/** How sure a cue is that a name follows. */
export type Strength =
  /** A name follows, whatever it is: "my name is". */
  | 'sure'
  /** A name may follow: "I'm", "this is". */
  | 'maybe'
  /** Only where a name is asked for or at the beginning of a call: "it's". */
  | 'asked';

/** Words behind which a name stands. */
export interface Cue {
  readonly form: RegExp;
  readonly part: NameCandidate['part'];
  readonly strength: Strength;
  /** It says what the name is on paper, in place of what was said before. */
  readonly isCorrecting?: boolean;
}

const RELATION =
  '(?:mum|mom|mummy|mother|dad|father|husband|wife|partner|son|daughter|sister|brother|carer|carer|assistant|secretary|pa|neighbou?r|friend|flatmate|roommate|girlfriend|boyfriend|aunt|auntie|uncle|gran|nan|grandmother|grandfather|grandson|granddaughter|niece|nephew|cousin|owner|tenant|manager|landlord|landlady|guardian|colleague|homeowner|executor|executrix|attorney|solicitor|lawyer|nurse|head|chair|chairman|secretary|treasurer|buyer|seller|resident|customer|bookkeeper|accountant|foreman|supervisor|director|nanny|au pair|groom|bride|office manager|practice manager)';

/** Longer forms first; where two fit the same place, the first one is taken. */
export const CUES: readonly Cue[] = [
  {
    form: /\b(?:has|have|had|got|'ve got) me (?:down |listed )?as /g,
    part: 'self',
    strength: 'maybe',
    isCorrecting: true,
  },
  { form: /\bmy (?:first|given|christian) ?name(?:'s| is|s|:)? (?:is )?/g, part: 'first-name', strength: 'sure' },
  {
    form: /\bmy (?:good |full |real |actual |own |proper |legal |new |married )?name(?:'s| is|s) (?:now |actually |in fact )?/g,
    part: 'self',
    strength: 'sure',
  },
  {
    form: /(?:^|[.,!?]\s*|\b(?:the|and|uh|um|hi|hello|yes|yeah|sure|ok|okay) )(?:full )?name(?:'s| is)? (?:is )?/g,
    part: 'self',
    strength: 'sure',
  },
  {
    form: /\b(?:last|sur|family|second) ?name(?:'s|s| is|,|:|'d be| would be)?(?: (?:is|being|of|now))?(?: (?:is )?different,?(?: (?:it's|its|it is))?)?(?: (?:a )?(?:double(?:[ -]barrell?ed)?|hyphenated|long one|the same|just|actually|spelt|spelled),?)? /g,
    part: 'surname',
    strength: 'sure',
  },
  {
    form: /\b(?:first|given|christian|fore) ?name(?:'s|s| is|,|:)?(?: (?:is|being))? /g,
    part: 'first-name',
    strength: 'sure',
  },
  { form: /\bi(?:'ve| have)? (?:just |recently )?changed my (?:sur|last )?name to /g, part: 'self', strength: 'sure' },
  { form: /\b(?:you're|you are|your) (?:speaking|talking) (?:to|with) /g, part: 'self', strength: 'maybe' },
  {
    form: /\b(?:people|everyone|everybody|friends|they|most people|all) calls? me /g,
    part: 'short',
    strength: 'maybe',
  },
  { form: /\b(?:i go by|i prefer|known as|answer to) /g, part: 'short', strength: 'maybe' },
  { form: /(?:^|[.,!?]\s*)(?:just |please |and )?ask for /g, part: 'short', strength: 'maybe' },
  {
    form: /(?<!\b(?:\w*kids|\w*children|students|pupils|class|church|school|boys|girls|babies|son|daughter|wife|husband|mum|mom|dad) )\bcalls? me /g,
    part: 'short',
    strength: 'maybe',
  },
  {
    form: new RegExp(
      `\\b(?:i'm|im|i am|this is|it's|its) (?:(?:[\\p{L}.-]+ ){0,3}[\\p{L}-]+'s|his|her|their|the|a|an|one of (?:the|your)) (?:[a-z-]+ ){0,3}?${RELATION}(?: here)?,? (?:and my name is |my name's |called )?`,
      'gu',
    ),
    part: 'self',
    strength: 'maybe',
  },
  // "Sandra Mackie's husband here, Alec."
  {
    form: new RegExp(`(?<=^|[.!?,] )(?:[\\p{L}-]+ )?[\\p{L}-]+'s ${RELATION} here, `, 'gu'),
    part: 'self',
    strength: 'maybe',
  },
  // "It's LeBlanc now, Renee LeBlanc"
  {
    form: /\b(?:it's|its|i'm|name's) (?:back to )?(?=(\p{L}+) now,? \p{L}+ \1(?!\p{L}))\p{L}+ now,? /gu,
    part: 'self',
    strength: 'sure',
    isCorrecting: true,
  },
  {
    form: /\b(?:put|stick|book|pop|mark|note) (?:me|it|us|that)(?: down)? (?:as|under|for|to) /g,
    part: 'booking',
    strength: 'maybe',
  },
  { form: /\b(?:only me|just me|it's me|its me|me again),? (?:again,? )?/g, part: 'self', strength: 'maybe' },
  { form: /\b(?:i'm|im|i am|i was|i be) (?:called |named )?/g, part: 'self', strength: 'maybe' },
  {
    form: /\b(?:this is|this would be|this'll be|here is|here's|here speaks|say it's|tell (?:him|her|them) it's) /g,
    part: 'self',
    strength: 'maybe',
  },
  { form: /\b(?:whole|full|complete|real) name(?:'s| is)?[?:,]? /g, part: 'self', strength: 'maybe' },
  { form: /\bmine(?:'s| is) /g, part: 'self', strength: 'asked' },
  { form: /\bmyself,? /g, part: 'self', strength: 'maybe' },
  {
    form: /(?:\b(?:in|under|by) (?:the |my )?name(?:s)?(?: of| is)?,?|(?<!\bthe )name of) /g,
    part: 'booking',
    strength: 'sure',
  },
  {
    form: /\b(?:reservation|booking|table|order)(?: \w+ \w+)? for (?=\p{L}+(?: \p{L}+)?(?:[.,!?]|$| (?:at|on|tonight|tomorrow|party|for|and|can|could|please|this)\b))/gu,
    part: 'booking',
    strength: 'maybe',
  },
  // "Delivery please, it's for Justin Nakamura"
  {
    form: /\b(?:it's|its|it'll be|order|delivery|pick-?up|collection) for (?=\p{L}{2,40} \p{L}{2,40})/gu,
    part: 'booking',
    strength: 'maybe',
  },
  {
    form: /\bunder (?:the name (?:of )?)?/g,
    part: 'booking',
    strength: 'maybe',
  },
  {
    form: /(?:\bit's|\bits|\bit is|(?<![\p{L}])'?tis|\bit'll be|\bthat's|\bthat'd be|\bthat would be) (?:actually |just |still )?/gu,
    part: 'self',
    strength: 'asked',
  },
];
