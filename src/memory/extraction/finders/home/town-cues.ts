/** "Were in bend": transcribers leave out the apostrophe, and "were" at the start of a clause has no one before it. */
const I_AM =
  "(?:i'm|we're|i am|we are|im|(?<!\\b(?:we|you|they|that|who|there|things|where|\\w+s) )were|(?:we|i) (?:ourselves|myself|both|all) (?:are|am)|me and \\p{L}+ are)";
const STILL =
  '(?:still |now |just |actually |currently |both |all |only |living |based |settled |presently |lucky enough to be )*';
const WHERE = '(?:just |out |over |up |down |here |back |away |right |through |across |beyond |round |around |way )*';

/** Words that lead to the town where the caller lives. */
export interface TownCue {
  readonly form: RegExp;
  /** As of a place (place.ts). */
  readonly weight: number;
  /** Only for a town that is known, or that other words make sure of. */
  readonly isWeak: boolean;
}

/** What comes before the town where one lives. */
export const TOWN_CUES: readonly TownCue[] = [
  {
    form: new RegExp(
      `\\b(?:i|we|but|and|now) (?:i |we )?${STILL}(?:live|stay|reside|dwell) (?:now )?${WHERE}(?:in|at|near|outside)\\b`,
      'g',
    ),
    weight: 3,
    isWeak: false,
  },
  {
    form: new RegExp(
      `\\b(?:${I_AM}|now) ${STILL}(?:living|based|staying|settled|residing|located|lodging) ${WHERE}(?:in|at|near|out of|outside)\\b`,
      'g',
    ),
    weight: 3,
    isWeak: false,
  },
  {
    form: new RegExp(
      `\\b(?:i|we)(?:'ve|'ve just| have| have just|'d| had to)? (?:just |only |recently |now |all |sold \\w+ and )*(?:moved|shifted|relocated|retired|move|transferred) (?:house |home |in with \\w+ )?${WHERE}(?:in)?to\\b`,
      'g',
    ),
    weight: 3,
    isWeak: false,
  },
  {
    form: new RegExp(
      `\\b(?:i|we)(?:'ve| have) (?:always )?(?:lived|been living|been) ${WHERE}in\\b(?=[^.!?]{2,30}\\b(?:all|since|for|years|whole|forever)\\b)`,
      'g',
    ),
    weight: 3,
    isWeak: false,
  },
  {
    form: new RegExp(
      `\\b(?:our|my) (?:new |own )?(?:home|house|place|flat|apartment|condo|farm|cottage|bungalow)(?:'s| is| are|'s now| is now)? ${WHERE}(?:in|near|outside)\\b|\\b(?:the|this) (?:house|flat|apartment|condo|bungalow|cottage|home)(?:'s| is) ${WHERE}in\\b|\\b(?:we|i)(?:'ve)? (?:just )?(?:bought|rent|settled) ${WHERE}in\\b|\\b(?:home(?:'s| is| now is| these days is)) (?:in )?|\\b(?:got|bought|rent|renting|own|have|taken|closed on|found|built|signed for|purchased|moved into|settled on) (?:a|our|the|my) (?:\\w+ )?(?:place|house|flat|apartment|home|condo|bungalow|cottage) ${WHERE}in\\b`,
      'g',
    ),
    weight: 3,
    isWeak: true,
  },
  {
    form: new RegExp(
      `\\b${I_AM} ${STILL}(?:(?:in town|local|not far|home|at home|up the road|down the road|stuck here|renting|in (?:our|my|a|an|the) (?:\\w+ )?(?:rental|apartment|flat|house|place|townhome|condo)),? )?${WHERE}(?:in|near|outside|down)\\b`,
      'g',
    ),
    weight: 2,
    isWeak: true,
  },
  {
    form: /\b(?:is|are) (?:still )?(?:here|just here|over here) in\b(?=[^.!?]{0,30}\bwith (?:me|us)\b)/g,
    weight: 2,
    isWeak: false,
  },
  { form: /\b(?:i'm|im|we're|i am|we are) (?:all |still |quite |very )*new (?:in|to)\b/g, weight: 2, isWeak: true },
  {
    form: /\b(?:right here|here|over here|up here|down here|out here|out|over|down|up|out beyond|beyond) in\b/g,
    weight: 1,
    isWeak: true,
  },
  {
    form: /\b(?:i|we) (?:only |just )?came (?:up|over|down|across|out|back)(?: here)? to\b(?=[^.!?]{2,40}\b(?:for (?:uni|work|college|a job|school)|years|last|in (?:january|february|march|april|may|june|july|august|september|october|november|december|the|20\d\d)|when|to live)\b)/g,
    weight: 2,
    isWeak: true,
  },
  {
    form: /\b(?:i|we)(?:'ve| have)? (?:just |recently )?(?:moved|relocated|transferred) (?:here )?from [^.!?0-9]{3,25}? to\b/g,
    weight: 3,
    isWeak: true,
  },
  { form: /\bmoved in with [^.!?]{2,40}?\b(?:in|at|to)\b/g, weight: 3, isWeak: true },
  { form: /\bhome (?:here |over |out |up |down )*in\b/g, weight: 2, isWeak: true },
  {
    form: /\b(?:i|we)(?:'m|'re| are|m)? (?:call|calling|am calling|drive|come|am coming|travel|commute|drive in|come in|coming|driving)(?: you| up| down| over| in| all the way)* from\b/g,
    weight: 1,
    isWeak: true,
  },
  {
    form: /\b(?:it's|its|it is|that's|this one's|we're|i'm) (?:all |in )?(?=\p{L}+(?: \p{L}+)? (?:now|these days|proper|not|(?:i'm|im|we're) in)\b)|(?:^|[.!?] )(?=\p{L}+(?: \p{L}+)? (?:now|these days)\b)/gu,
    weight: 2,
    isWeak: true,
  },
  { form: /\bfrom (?:beyond|above|below|out|over|up|down|back|across) in\b/g, weight: 1, isWeak: false },
  {
    form: /(?:^|[.,;!] |\b(?:and|but|we're|i'm|im|yes|yeah|it's) )still (?:here )?(?:in |at )?/g,
    weight: 2,
    isWeak: true,
  },
  {
    form: /(?:\b(?:it's|its|this is|i'm|im|my name is|my name's|name's|hello|hi|hiya|hey|here|yes)\b,? (?:[\p{L}'-]+[\s,]+){0,5}?|\b(?:calling|ringing|phoning|speaking|here)(?: you)? |^)(?:from|out of) (?:(?:wales|scotland|england|ireland|america|canada|australia),? (?:from|in) )?(?:beyond |out |over |up |down |here |just )*(?:in |near |outside )?/gu,
    weight: 1,
    isWeak: true,
  },
];

/** Where the town is asked for: "sofa-surfing at a friend's in Stockport". */
export const IN_AN_ANSWER: TownCue = { form: /\b(?:in|near|outside)\b/g, weight: 1, isWeak: true };
