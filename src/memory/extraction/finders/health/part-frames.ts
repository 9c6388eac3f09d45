import type { ConditionFrame } from './condition-frame.js';
import { BODY, CONDITION } from './conditions.js';

const AILING =
  'killing me|(?:really |bloody )?hurting(?: me)?|hurts?|aching|aches?|sore|painful|swollen(?: up)?|stiff|throbbing|infected|broken|fractured|sprained|bleeding|inflamed|numb|giving me (?:trouble|grief|gyp|jip|bother|hell|pain|a lot of (?:trouble|pain|grief))|playing up|acting up|gone again|given out|given way|dodgy|in bits|in agony|seized up|in a cast|in plaster|wrecked|banjaxed|crook|cactus|agony|locked up|paining(?: me)?|tender|itchy|cracked|chipped|arthritic|weak|loose|wobbly|ruined|out of place|bad|done in|shot';

const NOW =
  "(?:'s|'ve|'re| is| are| has| have)?(?: (?:been|still|really|very|so|all|a bit|quite|absolutely|just|always|always been|kind of|pretty|getting|gone|got|feeling|extremely|slightly|badly|terribly|now|starting to|started|constantly|fairly|too|properly|proper|right))*";

const INJURED =
  '(?:snapped|done|broken|hurt|sprained|twisted|fractured|torn|pulled|injured|dislocated|chipped|cracked|burnt|burned|done in|put out|banged up|bruised|strained|ruptured|slipped|knocked out|cut|jarred|tweaked|ricked|put my back out|had)';
const INJURED_BY = new RegExp(INJURED);
/** An injury of long ago. */
const NOT_NOW =
  /\b(?:years? ago|months ago|when|once|before|in (?:19|20)\d\d|last year|years|as a|twice|back in|healed|fine now|better now|at school|childhood)\b/;

/** What a part of the body has or does: "my knee's killing me", "I've broken my wrist", "a lump in my neck". */
export const PART_FRAMES: readonly ConditionFrame[] = [
  {
    pattern: new RegExp(
      `\\bm[ye] (?:whole |poor |old )?(${BODY}) (?:is |are )?(?:having|has|has got|have) (?:a |an |some |really |bad |this )*(${CONDITION})\\b`,
      'g',
    ),
    read: ({ 2: name }) => name,
  },
  {
    pattern: new RegExp(
      `\\b(?:m[ye]|the|this|that|a|one of my) ((?:left |right |lower |upper |back |front |top |bottom |poor |old |bad |other |wisdom |big |little |whole )*)(${BODY})(?: (?:on|at|in) (?:the|my) (?:left|right|top|bottom|back|lower|upper|left hand|right hand)(?: (?:side|left|right|hand side))?)?(?: that| which)?(${NOW}) (${AILING})(?=$|[ ,.!?;])`,
      'g',
    ),
    read: (match, { plain }) => {
      const [said, where = '', part = '', verb = '', state = ''] = match;
      if (!/^(?:m[ye]|one of my) /.test(said) && !/ me$|me\b/.test(state)) return undefined;
      if (/^locked/.test(state) && /chest|throat/.test(part)) return undefined;
      if (
        /\b(?:was|were|had|be|been being)$/.test(verb) ||
        /^ (?:at|up with|with|of) (?:the (?:service|price|thought)|you|this company)/.test(
          plain.slice(match.index + said.length),
        )
      )
        return undefined;
      return ailing(`${where}${part}`.replace(/\b(?:poor|old|whole|other) /g, ''), state);
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:i've|ive|i have) (?:just |recently |only |gone and |managed to |actually |also |really |badly |and )*${INJURED} (?:m[ye]|a|two|some|the) ((?:left |right |lower |upper |back |front |wisdom |big |little |whole |bad )*(?:${BODY}|ligament|muscle|tendon|disc|disk|hamstring|acl))\\b`,
      'g',
    ),
    read: (match) => {
      const verb = INJURED_BY.exec(match[0].replace(/^(?:i've|ive|i have) /, ''))?.[0] ?? '';
      if (verb === 'had' || verb === 'cut') return undefined;
      if (verb === 'done') return `injured ${match[1]}`;
      return `${/^(?:hurt|pulled|broken|torn|sprained|twisted|fractured|injured|dislocated|chipped|cracked|burnt|burned|bruised|strained|ruptured|slipped|knocked out)$/.test(verb) ? verb : 'injured'} ${match[1]}`;
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:i|fell and|slipped and|(?<=\\bi [a-z ]{3,40})and) (?:just |recently |also |actually |really |badly )*(broke|snapped|hurt|sprained|twisted|fractured|tore|pulled|injured|dislocated|chipped|cracked|burnt|burned|bruised|strained|did in|put out|threw out|knocked out) (m[ye]|a) ((?:left |right |lower |upper |back |front |wisdom |bottom |top )*(?:${BODY}|ligament|muscle|tendon|hamstring|meniscus|cartilage|acl|rotator cuff|disc|disk))\\b`,
      'g',
    ),
    read: (match, { plain }) => {
      const [, verb = '', , part = ''] = match;
      if (NOT_NOW.test(plain) || /\b(?:had|nearly|almost|could have) $/.test(plain.slice(0, match.index)))
        return undefined;
      if (/^(?:tooth|teeth)/.test(part) && /^(?:hurt|injured|strained)/.test(verb)) return undefined;
      const done =
        new Map([
          ['broke', 'broken'],
          ['tore', 'torn'],
          ['did in', 'injured'],
          ['put out', 'injured'],
          ['threw out', 'injured'],
        ]).get(verb) ?? verb;
      return `${done} ${part}`;
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:pain|pains|ache|a lump|lump|swelling|numbness|tingling|cramps|an infection|infection|a twinge|stiffness) in my ((?:left |right |lower |upper |back |front |wisdom |bottom |top )*${BODY})\\b`,
      'g',
    ),
    read: (match, { plain }) =>
      /\b(?:no|any|without|had|was|not) (?:[a-z]+ )?$/.test(plain.slice(0, match.index))
        ? undefined
        : match[0].replace(/ my /, ' ').replace(/^an? /, ''),
  },
];

function ailing(part: string, state: string): string | undefined {
  if (
    /^(?:killing|hurt|really hurt|bloody hurt|aching|ache|giving|playing|acting|in bits|in agony|agony|paining|gone|given|painful|throbbing|seized|wrecked|banjaxed|done in|shot|ruined|out of)/.test(
      state,
    )
  ) {
    const place = part.trim();
    const last = place.split(' ').at(-1) ?? '';
    if (/^(?:tooth|teeth|molar|molars)$/.test(last)) return `${place} pain (toothache)`;
    if (last === 'head' || last === 'ear') return `${last}ache`;
    return `${place} pain`;
  }
  return `${state
    .replace(/ (?:up|me)$/, '')
    .replace('in a cast', 'broken')
    .replace('in plaster', 'broken')} ${part.trim()}`;
}
