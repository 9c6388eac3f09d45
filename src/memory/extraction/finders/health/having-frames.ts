import { ADVERBS, type ConditionFrame } from './condition-frame.js';
import { BODY, CONDITION, CONDITION_OF_ADJECTIVE, NO_CONDITION_AFTER } from './conditions.js';

/** "a bit of a", "really bad": between "I have" and what one has. */
const DEGREES =
  '(?:(?:rather|a|an|the|my|some|this|these|really|very|quite|bit of|touch of|constant|chronic|severe|mild|moderate|terrible|awful|horrible|slight|acute|bad|pretty|recurring|early|lot of|lots of|little|massive|splitting|shocking|nasty|got|also|both|still|always|actually|stage (?:one|two|three|four|\\d)|so much|such|fierce|wicked|desperate|serious|history of|problems? with(?= (?:anxiety|depression|arthritis))|um+|uh+|er+m?|as well|well|known|long ?standing|bilateral|adult|mild to moderate|rotten|dreadful|agonising|a few|two|couple of|case of) )*';

const HAVE =
  "(?:i've got|i have got|i've|ive|ive got|i have|i got|i do have|i do get|i'm having|i am having|i'm getting|i get|i keep getting|i suffer(?: badly)? (?:with|from)|i'm suffering (?:with|from)|i live with|i struggle with|i'm struggling with|i(?:'ve| have) (?:just |recently |only just )?been diagnosed with|i was (?:just |recently |only )?diagnosed (?:last (?:year|month|week) )?with|i(?:'ve| have) developed|i(?:'ve| have) been having|i(?:'ve| have) been suffering (?:with|from)|i(?:'ve| have) come down with|i deal with|i'm dealing with|i myself have|i also have|i now have|i still have|i still get|i actually have|i do suffer (?:with|from)|i tend to get|i always get|i sometimes get|i often get|i have had|i've had|ive had|i've always had|i'm living with|(?<=^|[,.] |\\band |\\bbut |i've |i have )still got|with m[ye]|because of m[ye]|due to m[ye]|on account of m[ye]|martyr to m[ye]|thanks to my|for my|it's my|its my|and my|so my|but my|as my|about my|my)";

const WHERE = `(?: (?:in|on|of|with|from|around|under|behind|at) (?:both |my |the |one |either |this |that )?(?:(?:left|right|lower|upper|back|front) )*(?:[a-z]+))?`;

/** What one is or has: "I'm diabetic", "I've got asthma and eczema", "my blood pressure is high". */
export const HAVING_FRAMES: readonly ConditionFrame[] = [
  {
    pattern: new RegExp(
      `\\b(?:i'm|im|i am|i've been|i have been|i've always been|i've gone|i have gone|i get(?= (?:so |very |really |a bit )*claustrophobic)|as),? ${ADVERBS}(?:a |an )?(?=[a-z0-9])`,
      'g',
    ),
    read: ({ index, 0: said }, { plain }) => {
      const rest = plain.slice(index + said.length, index + said.length + 80);
      if (/^as /.test(said) && !/^as an? /.test(said)) return undefined;
      for (const [pattern, value] of CONDITION_OF_ADJECTIVE) {
        const match = pattern.exec(rest);
        if (
          match &&
          !/^ (?:dog|cat|son|daughter|child|patients|customers|clients|passengers|spot|date|drop|friendly|themselves|drunk)\b/.test(
            rest.slice(match[0].length),
          )
        ) {
          return match[0].replace(pattern, value).trim();
        }
      }
      return undefined;
    },
  },
  {
    pattern: new RegExp(`\\b${HAVE},? ${DEGREES}(${CONDITION})\\b(${WHERE})`, 'g'),
    read: (match, { plain }) => {
      const after = plain.slice(match.index + match[0].length - (match[2]?.length ?? 0));
      if (NO_CONDITION_AFTER.test(after) || /^(?:'s)/.test(after)) return undefined;
      if (
        /^(?:i've had|i have had|ive had) /.test(match[0]) &&
        !/^(?:new|double|artificial|replaced|hip|knee|shoulder) /.test(match[1] ?? '') &&
        !/^[^.]{0,30}\b(?:since|for|all my life|always|lately|recently|years|again|this|ever)\b/.test(after)
      )
        return undefined;
      if (/history of/.test(match[0])) return undefined;
      return `${match[1]}${bodyIn(match[2] ?? '')}`.replace(/^an? /, '');
    },
  },
  {
    pattern: new RegExp(
      `\\b${HAVE},? ${DEGREES}(?:${CONDITION})(?:,| and|, and| plus| as well as) (?:(?:a|an|also|some|bad|really|the) )*(${CONDITION})\\b`,
      'g',
    ),
    read: (match, { plain }) =>
      /^(?:i've had|i have had) /.test(match[0]) || NO_CONDITION_AFTER.test(plain.slice(match.index + match[0].length))
        ? undefined
        : (match[1] ?? '').replace(/^an? /, ''),
  },
  {
    pattern:
      /\bm[ye] (blood pressure|cholesterol)(?: is|'s| has been|'s been| that's| thats) (?:a bit |very |quite |really |still |always |too |on the |rather |pretty |gone |sky |through the )*(high|low|up|roof)(?: side)?\b/g,
    read: ({ 1: what, 2: state }) => `${state === 'low' ? 'low' : 'high'} ${what}`,
  },
  {
    pattern:
      /\b(?:i've got|i've|i have|i got|^(?:sorry |excuse me )?got|i'm down with|i'm full of|i've come down with) (?:a |an |the |got |bit of |this |terrible |bad |awful |really |nasty |rotten |stinking |horrible |dose of )*(?:the )?(cold|flu|cough|temperature|stomach bug|tummy bug|norovirus|man flu|sore throat|virus|head cold|chest infection)(?=$|[,.!?]| (?:so|and|at|right|since|but|again|coming|i|that|today|now|this|still|myself|as|unfortunately|sorry|cos|because)\b)/g,
    read: (match, { plain }) =>
      match[1] === 'virus' && /\b(?:computer|laptop|phone|pc|screen)\b/.test(plain) ? undefined : match[1],
  },
];

const IN_PART = new RegExp(`^ (?:in|on(?! the)|of|behind|around|under) .*\\b${BODY}$`);

/** " in both knees" is kept, " with my insurance" not. */
function bodyIn(where: string): string {
  return IN_PART.test(where) ||
    /^ (?:with|from) (?:novocaine?|needles|injections|dentists|an?esthetics?|lidocaine|heights|crowds|flying|lifts|elevators)$/.test(
      where,
    )
    ? where.replace(/ my /, ' ')
    : '';
}
