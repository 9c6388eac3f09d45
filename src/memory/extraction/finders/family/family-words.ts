import { LITTLE_ONE, RELATION_WORDS } from './relations.js';

const ADJECTIVES =
  '(?:(?:own|little|wee|big|older|elder|eldest|oldest|young|younger|youngest|middle|dear|lovely|poor|elderly|other|two|three|four|twin|baby|teenage|grown|grown-up|first|second|disabled|new|beautiful|bloody|darling|only|\\d+|\\w+[- ]year[- ]old|\\w+[- ]month[- ]old)[ ,]+){0,3}';
export const RELATION = `(?:(?:(?:great|half)[ -])?(?:${RELATION_WORDS})s?(?:[ -]in[ -]laws?)?|${LITTLE_ONE}|other half|better half|significant other)`;
/** What is no adjective before a relation: somebody else's relative, or no relative at all. */
const NO_ADJECTIVE =
  "(?:\\w+'s|\\w+s'|ex|late|former|business|law|dance|dancing|training|gym|sparring|writing|friend|friends|mate|mates|boss|neighbou?r|colleague|and|or|is|was|the|a|an|to|his|her|wife|husband|sister|brother|mother|mum|mom|dad|father|son|daughter|god|step|half|great|soul|church|work|prayer)\\b";
export const MINE = new RegExp(
  `\\b(my|our|me|ma|mah|myself and my|of mine)\\s+(${ADJECTIVES}(?:(?!${NO_ADJECTIVE})[\\w-]+'? )?)(${RELATION})(?![\\w-]|'s? (?:day|cafe|school night))`,
  'g',
);
/** "The wife", "the missus", "the hubby". */
export const THE =
  /\bthe (wifes?|missus|missis|hubby|husband|other half|girlfriend|boyfriend|fianc[eé]e?|grandson|granddaughter|grandchild|eldest|oldest|youngest|(?:brother|sister|mother|father|son|daughter)[- ]in[- ]law)\b(?! of (?!mine))/g;
/** "My mrs will be in". */
export const MRS =
  /\b(?:the|my|me) (mrs)\b(?=(?:'s|s)?(?: (?:will|is|and|has|had|wants|said|says|likes|can|would|who|she)\b|[.,!?]|$))/g;
/** "The wee man", "the little one": a child only where it is said to be one. */
export const LITTLE = /\bthe ((?:wee|young|little) (?:lad|lass|fella|man)|(?:wee|little) (?:one|un|'un))\b/g;
/** "My mom watches the baby". */
export const BABY =
  /\b(?:watch|watches|watching|mind|minds|minding|feed|feeding|bring|bringing|has|have|with|got|holding|bathing) the (baby|newborn|toddler)\b(?!'s? (?:name|due)| (?:shower|name|comes|gate|seat|monitor|clothes|room))/g;
/** "I have small baby. He is five months." */
export const NEW_BABY =
  /\b(?:i|we) (?:have|got|'ve got) (?:an? )?(?:small |little |new |young )?(baby|newborn|toddler)\b(?! (?:shower|on the way|coming|due))/g;
/** In Ireland, of a husband or wife: "himself does the diary". */
export const HIMSELF =
  /(?<=^|[.!?,] |\b(?:and|but|so|because|that|only) )(himself|herself)(?=(?:'s| is| isn't| has| does| doesn't| wants| says| said| will| won't| was| wasn't| likes)\b)/g;
/** "The goddaughter, Ottilie", "the son is Bartholomew": a relative of the caller's where the name is said too. */
export const THE_ANY =
  /\bthe (son|daughter|brother|sister|nephew|niece|cousin|grandson|granddaughter|goddaughter|godson|wife|husband|uncle|aunt|auntie)(?![\w-])(?! of\b)/g;
export const THE_IRISH =
  /\bthe (brother|sister|mother|father|nephew|niece|son|daughter|mammy|da|cousin)(?:'s)?(?![\w-])/g;
/** "Father is Narayanan, and mother Kamala". */
export const BARE =
  /(?:^|[.,;] ?|\band )(father|mother|husband|wife|son|daughter|brother|sister)(?: is| name is| named|'s name is)? (?=\S)/g;
/** "Three people, me, husband, and my mother-in-law". */
export const BARE_SPOUSE = /\b(?:me|myself),? (?:and |plus )?(?:the )?(husband|wife|hubby)\b(?!'s name)/g;
/** "Moved up to Yamba with mum". */
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
export const BROKEN_UP =
  /\b(?:we're|we are|we've|i'm|i am|we) (?:now |both )?(?:separated|divorced|split|broke(?:n)? up|widowed|a widow|a widower|getting divorced|not together)\b/;
