import type { ExtractedFact } from '../extraction.js';
import type { Finder } from '../finder.js';
import { isAskedOfCaller } from '../language/asked-of-caller.js';
import { readAnswer } from '../language/assent.js';
import { type Claim, claimsIn, isClaimed, isOver } from '../language/claims.js';
import { isTakenBack } from '../language/retraction.js';
import type { ReadCall, ReadTurn } from '../read-call.js';
import { BODY, CONDITION, CONDITION_OF_ADJECTIVE, MEDICINE, NO_CONDITION_AFTER } from './health/conditions.js';
import { askedPart, diagnosesIn, inUsualForm, pregnancyIn, statesIn } from './health/diagnoses.js';

const ADVERBS =
  '(?:(?:a|an|also|actually|really|very|quite|a bit|a little|bit|slightly|severely|mildly|still|just|currently|now|already|badly|pretty|kind of|sort of|unfortunately|afraid|chronically|only|myself|both|always|well|so|the|here|um+|uh+|er+m?|you know|obviously|technically|being|like|basically|officially|clinically) )*';

/** "a bit of a", "really bad": between "I have" and what one has. */
const DEGREES =
  '(?:(?:a|an|the|my|some|this|these|really|very|quite|bit of|touch of|constant|chronic|severe|mild|moderate|terrible|awful|horrible|slight|acute|bad|pretty|recurring|early|lot of|lots of|little|massive|splitting|shocking|nasty|got|also|both|still|always|actually|stage (?:one|two|three|four|\\d)|so much|such|fierce|wicked|desperate|serious|history of|problems? with(?= (?:anxiety|depression|arthritis))|um+|uh+|er+m?|as well|well|known|long ?standing|bilateral|adult|mild to moderate|rotten|dreadful|agonising|a few|two|couple of|case of) )*';

const HAVE =
  "(?:i've got|i have got|i've|ive|ive got|i have|i got|i do have|i do get|i'm having|i am having|i'm getting|i get|i keep getting|i suffer(?: badly)? (?:with|from)|i'm suffering (?:with|from)|i live with|i struggle with|i'm struggling with|i(?:'ve| have) (?:just |recently |only just )?been diagnosed with|i was (?:just |recently |only )?diagnosed (?:last (?:year|month|week) )?with|i(?:'ve| have) developed|i(?:'ve| have) been having|i(?:'ve| have) been suffering (?:with|from)|i(?:'ve| have) come down with|i deal with|i'm dealing with|i myself have|i also have|i now have|i still have|i still get|i actually have|i do suffer (?:with|from)|i tend to get|i always get|i sometimes get|i often get|i have had|i've had|i've always had|i'm living with|still got|with m[ye]|because of m[ye]|due to m[ye]|on account of m[ye]|martyr to m[ye]|thanks to my|for my|it's my|its my|and my|so my|but my|as my|about my|my)";

const WHERE = `(?: (?:in|on|of|with|from|around|under|behind|at) (?:both |my |the |one |either |this |that )?(?:(?:left|right|lower|upper|back|front) )*(?:[a-z]+))?`;

const AILING =
  'killing me|(?:really |bloody )?hurting(?: me)?|hurts?|aching|aches?|sore|painful|swollen(?: up)?|stiff|throbbing|infected|broken|fractured|sprained|bleeding|inflamed|numb|giving me (?:trouble|grief|gyp|jip|bother|hell|pain|a lot of (?:trouble|pain|grief))|playing up|acting up|gone again|given out|given way|dodgy|in bits|in agony|seized up|in a cast|in plaster|wrecked|banjaxed|crook|cactus|agony|locked up|paining(?: me)?|tender|itchy|cracked|chipped|arthritic|weak|loose|wobbly|ruined|out of place|bad|done in|shot';

const NOW =
  "(?:'s|'ve|'re| is| are| has| have)?(?: (?:been|still|really|very|so|all|a bit|quite|absolutely|just|always|always been|kind of|pretty|getting|gone|got|feeling|extremely|slightly|badly|terribly|now|starting to|started|constantly|fairly|too|properly|proper|right))*";

const INJURED =
  '(?:snapped|done|broken|hurt|sprained|twisted|fractured|torn|pulled|injured|dislocated|chipped|cracked|burnt|burned|done in|put out|banged up|bruised|strained|ruptured|slipped|knocked out|cut|jarred|tweaked|ricked|put my back out|had)';

interface ConditionFrame {
  readonly pattern: RegExp;
  read(match: RegExpExecArray, claim: Claim): string | undefined;
}

/** An injury of long ago. */
const NOT_NOW =
  /\b(?:years? ago|months ago|when|once|before|in (?:19|20)\d\d|last year|years|as a|twice|back in|healed|fine now|better now|at school|childhood)\b/;

const FRAMES: readonly ConditionFrame[] = [
  {
    pattern: new RegExp(
      `\\b(?:i'm|im|i am|i've been|i have been|i've always been|as) ${ADVERBS}(?:a |an )?(?=[a-z0-9])`,
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
        /^(?:i've had|i have had) /.test(match[0]) &&
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
      /\bm[ye] (blood pressure|cholesterol)(?: is|'s| has been|'s been) (?:a bit |very |quite |really |still |always |too |on the |rather |pretty |gone |sky |through the )*(high|low|up|roof)(?: side)?\b/g,
    read: ({ 1: what, 2: state }) => `${state === 'low' ? 'low' : 'high'} ${what}`,
  },
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
      const verb = new RegExp(INJURED).exec(match[0].replace(/^(?:i've|ive|i have) /, ''))?.[0] ?? '';
      if (verb === 'had' || verb === 'cut') return undefined;
      if (verb === 'done') return `injured ${match[1]}`;
      return `${/^(?:hurt|pulled|broken|torn|sprained|twisted|fractured|injured|dislocated|chipped|cracked|burnt|burned|bruised|strained|ruptured|slipped|knocked out)$/.test(verb) ? verb : 'injured'} ${match[1]}`;
    },
  },
  {
    pattern: new RegExp(
      `\\bi (?:just |recently |also |actually |really |badly )*(broke|snapped|hurt|sprained|twisted|fractured|tore|pulled|injured|dislocated|chipped|cracked|burnt|burned|bruised|strained|did in|put out|threw out|knocked out) (m[ye]|a) ((?:left |right |lower |upper |back |front |wisdom |bottom |top )*(?:${BODY}|ligament|muscle|tendon|hamstring))\\b`,
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
  {
    pattern: new RegExp(
      `\\b(?:i'm|im|i am|i've been|they've put me|they have put me|he's put me|she's put me|doctor put me|doctor's put me|i've been put|they put me) ${ADVERBS}on (${MEDICINE})\\b`,
      'g',
    ),
    read: (match) => `on ${(match[1] ?? '').replace(/^(?:my|the|some|a) /, '')}`,
  },
  {
    pattern: new RegExp(`\\bi (?:also |do |still |have to |currently |usually |already )*take (${MEDICINE})\\b`, 'g'),
    read: (match) => `takes ${(match[1] ?? '').replace(/^(?:my|the|some|a) /, '')}`,
  },
  {
    pattern:
      /\bi (?:do |also |have to |still |usually |always |now |actually )*(?:use|wear|walk with|get about (?:in|on|with)|get around (?:in|on|with)|rely on|depend on) (?:a |an |my |two |both )?((?:electric |motori[sz]ed |power |manual )?wheelchair|walker|walking sticks?|walking frame|zimmer(?: frame)?|rollator|mobility scooter|scooter|hearing aids?|crutches|white cane|cane|guide dog|walking stick|frame|stick|insulin pump|prosthetic leg|cpap(?: machine)?|inhaler|oxygen)\b/g,
    read: (match) =>
      match[1] === 'scooter' ||
      (/^(?:stick|frame)$/.test(match[1] ?? '') && !/\bwalk with|\bget (?:about|around)/.test(match[0]))
        ? undefined
        : `uses ${match[1]}`.replace(/^uses (?=.*wheelchair)(.*)$/, '$1 user'),
  },
  {
    pattern:
      /\b(?:i'm|im|i am) (?:still |just |currently |only |also )*(?:recovering|healing|getting over|recuperating) (?:from |after )?((?:a |an |my |the |some )?(?:[a-z]+ ){0,2}(?:surgery|operation|op|replacement|bypass|stroke|heart attack|accident|covid|flu|pneumonia|c-section|transplant|injury|birth|cancer|chemo))\b/g,
    read: (match) => `recovering from ${(match[1] ?? '').replace(/^(?:a|an|my|the|some) /, '')}`,
  },
  {
    pattern:
      /\b(?:i've|i have) (?:just |only just |recently |not long )(?:had|come out of)(?: out)? ((?:a |an |my |some )?(?:[a-z]+ ){0,2}(?:surgery|operation|replacement|bypass|stroke|heart attack|c-section|transplant))\b/g,
    read: (match) => `recovering from ${(match[1] ?? '').replace(/^(?:a|an|my|the|some) /, '')}`,
  },
  {
    pattern:
      /\b(?:i've got|i've|i have|i got|^(?:sorry |excuse me )?got|i'm down with|i'm full of|i've come down with) (?:a |an |the |got |bit of |this |terrible |bad |awful |really |nasty |rotten |stinking |horrible |dose of )*(?:the )?(cold|flu|cough|temperature|stomach bug|tummy bug|norovirus|man flu|sore throat|virus|head cold|chest infection)(?=$|[,.!?]| (?:so|and|at|right|since|but|again|coming|i|that|today|now|this|still|myself|as|unfortunately|sorry|cos|because)\b)/g,
    read: (match, { plain }) =>
      match[1] === 'virus' && /\b(?:computer|laptop|phone|pc|screen)\b/.test(plain) ? undefined : match[1],
  },
];

/** "It's a slipped disc": about the caller where nobody else is spoken of. */
const IT_IS = new RegExp(
  `\\b(?:it's|its|it is|they (?:say|think) it's|turns out it's|the doctor (?:says|thinks) it's|reckons? it's)(?: just| only| actually| a| an| the| my| bit of| really)* (${CONDITION})(?=$|[ ,.!?])(?! (?:related|free|proof|or\\b))`,
  'g',
);
const SOMEBODY_ELSE =
  /\b(?:he|she|his|her|him|hers|son|daughter|wife|husband|mum|mom|mother|father|dad|dog|cat|puppy|kitten|baby|kid|kids|child|brother|sister|partner|friend|grandson|granddaughter|nan|gran|horse|rabbit|parrot|pet)\b|\b(?:mother|father)-in-law\b/;
const ASKS_WHAT_IS_WRONG =
  /\b(?:what's wrong|the (?:problem|matter|trouble)|how's (?:the|your)|how is (?:the|your)|what seems|what brings|reason|where does it hurt|symptoms|diagnos)/;

/** Illnesses, injuries and states of health of the caller that hold now. */
export const findConditions: Finder = (call) => {
  const facts: ExtractedFact[] = [];
  const take = (said: string, turn: number, quote: string, confidence: number): void => {
    const value = inUsualForm(said);
    const end = (call.turns[turn]?.text.indexOf(quote) ?? 0) + quote.length;
    if (isTakenBack(call, { turn, end, value })) return;
    const longer = facts.find(
      (fact) => fact.value === value || ` ${fact.value} `.includes(` ${value} `) || isSame(fact.value, value),
    );
    if (longer || facts.some((fact) => /pregnan/.test(fact.value) && /pregnan/.test(value))) return;
    const shorter = facts.findIndex((fact) => ` ${value} `.includes(` ${fact.value} `));
    if (shorter >= 0) facts.splice(shorter, 1);
    facts.push({ predicate: 'condition', value, statement: statementOf(value), turn, quote, confidence });
  };
  for (const claim of claimsIn(call)) {
    for (const { pattern, read } of FRAMES) {
      for (const match of claim.plain.matchAll(pattern)) {
        const value = read(match, claim)?.replace(/\s+/g, ' ').trim();
        if (value === undefined || value === '' || !isClaimed(claim, match.index)) continue;
        if (isOver(claim, match.index + match[0].length) || isDenied(claim, match)) continue;
        take(
          namesInCapitals(value),
          claim.turn,
          claim.text.slice(match.index, match.index + match[0].length).trimEnd(),
          claim.isAgreed ? 0.7 : 0.8,
        );
      }
    }
  }
  for (const turn of call.turns) {
    if (turn.speaker !== 'caller') continue;
    for (const { value, quote } of namedIn(call, turn)) take(namesInCapitals(value), turn.index, quote, 0.7);
    const found = answered(call, turn);
    if (found) take(namesInCapitals(found.value), turn.index, found.quote, 0.8);
    for (const { value, quote } of [
      ...diagnosesIn(call, turn),
      ...pregnancyIn(turn),
      ...statesIn(turn),
      ...askedPart(call, turn),
    ]) {
      take(namesInCapitals(value), turn.index, quote, 0.7);
    }
  }
  const isMedicine = ({ value }: ExtractedFact): boolean => /^(?:on|takes) /.test(value) && !/^on crutches/.test(value);
  return facts
    .filter((fact) => !isMedicine(fact) || !facts.some((other) => other.turn === fact.turn && !isMedicine(other)))
    .sort((a, b) => a.turn - b.turn);
};

/** "It's asthma now, not COPD", where nothing is said of anybody else, and the caller speaks of own health. */
function namedIn(call: ReadCall, turn: ReadTurn): readonly { value: string; quote: string }[] {
  const { plain } = turn;
  const question = call.turns[turn.index - 1]?.plain ?? '';
  const isOwn =
    ASKS_WHAT_IS_WRONG.test(question) ||
    /\b(?:i've got|i have|my (?:back|knee|hip|shoulder|neck|inhalers?|tablets|chest|breathing))\b/.test(plain);
  const isOthers = [plain, question].some((text) => SOMEBODY_ELSE.test(text)) || !isAskedOfCaller(call, turn.index, '');
  if (!isOwn || isOthers) return [];
  return Array.from(plain.matchAll(IT_IS))
    .filter(
      (match) =>
        !/\b(?:if|whether|not|thought|said|like|maybe|hope|sure) (?:[a-z]+ )?$/.test(plain.slice(0, match.index)),
    )
    .map((match) => ({
      value: (match[1] ?? '').replace(/^an? /, ''),
      quote: turn.text.slice(match.index, match.index + match[0].length),
    }));
}

/** "my back is sore" after "I've a bad back". */
function isSame(a: string, b: string): boolean {
  const last = (value: string): string =>
    (
      value
        .replace(/ (?:pain|ache)s?$/, '')
        .replace(/ache$/, '')
        .split(' ')
        .at(-1) ?? ''
    )
      .replace(/s$/, '')
      .replace(/^teeth$/, 'tooth');
  return new RegExp(`^${BODY}s?$`).test(last(a)) && last(a) === last(b);
}

function isDenied({ plain }: Claim, match: RegExpExecArray): boolean {
  const before = plain.slice(0, match.index);
  return (
    /\b(?:no|not|without|any) $/.test(before) ||
    (/^my /.test(match[0]) &&
      /\b(?:used to|had|when|was|were|after|before|since|survived|beat) (?:[a-z]+ )?$/.test(before)) ||
    /\b(?:giving me|gives me|such|worth|get|getting you) $/.test(before)
  );
}

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

/** " in both knees" is kept, " with my insurance" not. */
function bodyIn(where: string): string {
  return new RegExp(`^ (?:in|on(?! the)|of|behind|around|under) .*\\b${BODY}$`).test(where) ||
    /^ (?:with|from) (?:novocaine?|needles|injections|dentists|an?esthetics?|lidocaine|heights|crowds|flying|lifts|elevators)$/.test(
      where,
    )
    ? where.replace(/ my /, ' ')
    : '';
}

const ASKS_FOR_CONDITIONS =
  /\b(?:(?:medical|health|existing|underlying) (?:conditions?|issues?|problems?|history|concerns?)|conditions? (?:i|we) should|any conditions|health (?:changes|questions)|changes (?:in|to) (?:your )?(?:health|medical)|any injuries|on any medications?|taking any(?:thing|\b.*medic)|any medication|injuries or|medically|special needs|accessibility|mobility)\b/;

/** "Any medical conditions?" "Just asthma." "Are you pregnant?" "I am, fifteen weeks." */
function answered(call: ReadCall, turn: ReadTurn): { value: string; quote: string } | undefined {
  const question = call.turns[turn.index - 1];
  if (question?.speaker !== 'agent') return undefined;
  const asked = question.plain.slice(-300);
  const answer = readAnswer(turn.text);
  if (answer.kind === 'no') return undefined;
  const said = turn.plain;
  if (/\bpregnan/.test(asked) && !/\b(?:wife|daughter|partner|she|dog|cat)\b/.test(asked)) {
    const weeks = /\bi am,? (?:about |nearly |just |only )?((?:\d+|[a-z]+(?:[ -][a-z]+)?) (?:weeks?|months?))\b/.exec(
      said,
    );
    if (weeks)
      return { value: `${weeks[1]} pregnant`, quote: turn.text.slice(weeks.index, weeks.index + weeks[0].length) };
  }
  if (!ASKS_FOR_CONDITIONS.test(asked) || !isAskedOfCaller(call, turn.index, asked)) return undefined;
  const direct = new RegExp(
    `^(?:(?:yes|yeah|yep|well|just|only|um+|uh+|er+m?|oh|so|a|an|bit of|the|my|bad|mild|some|it's|there's|i suppose|i guess|nothing (?:much|serious|major)|apart from|other than|except|besides|beyond)[ ,]+)*(${CONDITION}|${MEDICINE}|blood pressure|bp|high sugar|sugar|pressure|thyroid|cholesterol)(?=$|[ ,.!?])`,
  ).exec(said);
  const name = direct?.[1];
  if (!direct || name === undefined || NO_CONDITION_AFTER.test(said.slice(direct[0].length)) || isPast(said))
    return undefined;
  const value = new RegExp(`^${MEDICINE}$`).test(name) ? `on ${name}` : name;
  return { value, quote: turn.text.slice(direct[0].length - name.length, direct[0].length) };
}

const isPast = (said: string): boolean =>
  /\b(?:years ago|as a kid|as a child|used to|not any ?more|my (?:son|daughter|wife|husband|mum|mom|dad)|runs in)\b/.test(
    said,
  );

function statementOf(value: string): string {
  if (
    /^(?:on|recovering|in|deaf|blind|pregnant|hard of hearing|disabled|breastfeeding|housebound|immunocompromised|\w+(?: \w+)? pregnant)\b/.test(
      value,
    ) ||
    / pregnant$/.test(value)
  )
    return `is ${value}`;
  if (/^(?:uses|takes) /.test(value)) return value;
  return / user$/.test(value) ? `is a ${value}` : `has ${value}`;
}

/** Names of illnesses in capitals where they are written so. */
function namesInCapitals(value: string): string {
  return value
    .replace(/\b(?:ibs|ibd|adhd|ptsd|ocd|hiv|copd|gerd|tmj|tmd|dvt|rsi|pcos|hrt|cpap|ms|acl|bp)\b/g, (name) =>
      name.toUpperCase(),
    )
    .replace(
      /\b(?:crohn|parkinson|hashimoto|meniere|raynaud)/g,
      (name) => name.charAt(0).toUpperCase() + name.slice(1),
    );
}
