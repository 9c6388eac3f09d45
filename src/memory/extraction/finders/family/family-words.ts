import { LITTLE_ONE, RELATION_WORDS } from './relations.js';

const ADJECTIVES =
  '(?:(?:own|little|wee|big|older|elder|eldest|oldest|young|younger|youngest|middle|dear|lovely|poor|elderly|other|two|three|four|twin|baby|teenage|grown|grown-up|first|second|disabled|new|beautiful|bloody|darling|only|\\d+|\\w+[- ]year[- ]old|\\w+[- ]month[- ]old)[ ,]+){0,3}';
export const RELATION = `(?:(?:${RELATION_WORDS})s?(?:[ -]in[ -]laws?)?|${LITTLE_ONE}|other half|better half|significant other)`;
/** What is no adjective before a relation: somebody else's relative, or no relative at all. */
const NO_ADJECTIVE =
  "(?:\\w+'s|\\w+s'|ex|late|former|business|law|dance|dancing|training|gym|sparring|writing|friend|friends|mate|mates|boss|neighbou?r|colleague|and|or|is|was|the|a|an|to|his|her|wife|husband|sister|brother|mother|mum|mom|dad|father|son|daughter|god|step|half|soul|church|work|prayer)\\b";
export const MINE = new RegExp(
  `\\b(my|our|me|ma|mah|myself and my|of mine)\\s+(${ADJECTIVES}(?:(?!${NO_ADJECTIVE})[\\w-]+'? )?)(${RELATION})(?![\\w-]|'s? (?:day|cafe|school night))`,
  'g',
);
/** "The wife", "the missus", "the hubby"; in Ireland any of the family. */
export const THE =
  /\b(?:the|her) (wifes?|missus|missis|hubby|husband|other half|girlfriend|boyfriend|fianc[eé]e?|grandson|granddaughter|grandchild|eldest|oldest|youngest|(?:brother|sister|mother|father|son|daughter)[- ]in[- ]law|(?:wee|young|little) (?:lad|lass|fella|man)|(?:wee|little) (?:one|un|'un))\b(?! of (?!mine))/g;
/** "The goddaughter, Ottilie", "the son is Bartholomew": a relative of the caller's where the name is said too. */
export const THE_ANY =
  /\bthe (son|daughter|brother|sister|nephew|niece|cousin|grandson|granddaughter|goddaughter|godson|wife|husband|uncle|aunt|auntie)(?![\w-])(?! of\b)/g;
export const THE_IRISH =
  /\bthe (brother|sister|mother|father|nephew|niece|son|daughter|mammy|da|cousin)(?:'s)?(?![\w-])/g;
/** "Father is Narayanan, and mother Kamala". */
export const BARE =
  /(?:^|[.,;] ?|\band )(father|mother|husband|wife|son|daughter|brother|sister)(?: is| name is| named|'s name is)? (?=\S)/g;
/** "Moved up to Yamba with mum". */
/** "Three people, me, husband, and my mother-in-law". */
export const BARE_SPOUSE = /\b(?:me|myself),? (?:and |plus )?(?:the )?(husband|wife|hubby)\b(?!'s name)/g;
export const BARE_PARENT =
  /\b(?:with|and|for|take|taking|bring|bringing|at|see|tell|ask|me) (mum|mam|mom|dad|mammy|nan|gran|grandma|grandad|granddad|grandpa)\b(?! and| of|'s (?:day|taxi))/g;
/** "Mam is diabetic", "it was Mum's idea", "hubby's on lates": one's own, without "my". */
export const OWN_NAME =
  /(?<![\p{L}'’])(?:(?:(?<=^|[.!?,;:] |\b(?:and|but|so|as|if|when|cos|because|since|that|where|while|for|with|says|said|think|only|even|both|or|me|to|is|was|from|of|than|while|before|after|then|at|got|get|have|had|do|does|can|could|will|would|should|did|take|bring|drive|see|tell|ask|help|use|mind) )(Mum|Mam|Mom|Mammy|Mummy|Mommy|Mama|Dad|Daddy|Nan|Nana|Nanna|Granny|Gran|Grandma|Grandad|Granddad|Grandpa))|(?<=^|[.!?,;:] |\b(?:and|but|so|as|if|when|cos|because|since|that|while|says|said|think) )(hubby|husband|wife|partner|missus|mum|mam|mom|mammy|mummy|dad|daddy|nan|granny)(?=(?:'s|s| is| was| has| had| said| says| wants| will| can| needs| lives| gets| does| doesn't| can't| won't| always| used| reckons| and (?:me|i|dad|mum|mom)| never| just| thinks| prefers)\b))(?![\p{L}])(?!['’]s (?:day|the word|army)| (?:jokes|mode|dearest|taxi)|,? (?:you|love|please|thanks|hold on|i'm on))/gu;
/** "Grandson! Leif.", "Girls! Ruby and Rose.": an answer to what somebody is to the caller. */
export const EXCLAIMED = new RegExp(
  `^\\W*(?:(?:no|nope|yes|yeah|well|oh|actually|it's|that's|for|she's|he's|they're)\\b[\\s,.]*)*(?:my |a |the |our )?(${RELATION})[!.,–-]+\\s*(?=\\p{L})`,
  'u',
);
/** "Deborah's my sister", "our Stacey's wedding … she's me niece". */
export const IS_MY = /([\p{L}-]+)(?:'s| is|s)(?: (?:also|only|just))? $/u;
/** "I am Venkatesh Iyer's wife", "this is her son": what the caller is to somebody. */
export const CALLER_IS =
  /\b(?:this is|i'm|im|i am|it's|its|here is) (?:\p{L}+, )?(her|his|their|the (?:patient|tenant|owner|policy ?holder|customer|client)'s|(?:(?:mr|mrs|ms|miss|dr)\.? )?[\p{L}-]+(?: [\p{L}-]+){0,2}?(?:'s|s'))(?: \w+)? (husband|wife|son|daughter|brother|sister|partner|cousin|father|mother|dad|mum|mom|fianc[eé]e?|grandson|granddaughter)\b/u;
export const HOUSEHOLD =
  /\b(?:my|our) (?:\w+ )?(kids|children|boys|girls|lads|sons|daughters|grandsons|granddaughters|grandkids|grandchildren|brothers|sisters|cousins|nieces|nephews|aunts|uncles|twins|little ones)\b|\b(?:have|got|i've|we've|of) (?:the )?(?:two|three|four|five|twin|2|3|4)(?: [a-z]+)? (boys|girls|lads|sons|daughters|kids|children|brothers|sisters|grandsons|granddaughters|grandkids|nieces|nephews)\b|\bthe (kids|girls|boys|twins|grandkids|little ones)\b(?=,| are )/g;

export const GONE = /\b(?:late|ex|former|dead|deceased|estranged|future|ex-)[ -]*$/;
export const GONE_AFTER =
  /^(?:'s| is| was)? ?\p{L}*, (?:s?he's|s?hes|s?he is|s?he's been) (?:dead|gone (?:since|these|now|a|\w+ years))|^(?:'s| is| was|,)? ?(?:been )?(?:dead\b|gone (?:since|these|now|a|\w+ years)|no longer|no more|god rest|rest (?:his|her) soul|in heaven)|^(?:'s)?(?:[,\s]+\p{L}+)?[^.!?]{0,20}?\b(?:passed(?: away| on(?! to| the)|(?=\s*(?:[.,;!?]|$))|(?= (?:last|in|at|when|during|recently|suddenly|two|three|four|\d|a (?:few|couple|year|month|week))\b))|died|has died|is dead|is no longer with us|was killed)\b|^[^.!?]{0,25}\bbut (?:he|she|they)(?:'s| has| have)? (?:passed|died|left|gone)/u;
export const UNREAL =
  /\b(?:if i had|if only|i (?:don't|do not|haven't|have not|haven't got|never had) (?:have |got |a )*|like|as if|wish i had|no|without|isn't|not|used to be|was once|becoming|meet|find|pretend|imagine)\s*(?:a )?$/;
export const NOT_FAMILY =
  /^[ -]+(?:priest|priests|officer|in arms|in christ|company|bank|programme|program|organisation|organization|ship|firm|agency|hotel|network|school|card|nature|board|in crime|in business|church|store|city|tongue|land|figure|dearest)/;
export const BROKEN_UP =
  /\b(?:we're|we are|we've|i'm|i am|we) (?:now |both )?(?:separated|divorced|split|broke(?:n)? up|widowed|a widow|a widower|getting divorced|not together)\b/;
