import { isAskedOfCaller } from '../../language/asked-of-caller.js';
import { plainText } from '../../language/plain-text.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { inUsualForm } from './condition-value.js';
import { BODY, DIAGNOSIS, NO_CONDITION_AFTER } from './conditions.js';
import { speaksOfOthers, speaksOfSelf } from './whose.js';

/** A condition that a turn names, and its words. */
export interface NamedCondition {
  readonly value: string;
  readonly quote: string;
}

const NAMES = new RegExp(`\\b((?:(?:chronic|acute) )?(?:${DIAGNOSIS}))(?![\\w-])`, 'g');

/** What takes a name's truth for now away when it stands before it in the sentence. */
const NOT_HELD =
  /\b(?:(?:do|does|did|am|have) i|no|not|never|without|any|if|whether|unless|used to|had|was|were|when|before|after|survived|beat|cover(?:s|ed|ing)?|insurance|insured|policy|claim|screening|check(?:ed)?|tests?|tested|risk|avoid|prevent|rule|ruled|rules|worried|scared|afraid|charity|research|raise|raising|about|against|awareness|help with|good for|causes?|gives?|giving|getting|think|might|may|could|maybe|perhaps|wonder|isn't|ain't|don't|haven't|hasn't|didn't|thought|like|doctor for|or|run|walk|worse than|such a|history of)\b[^,;]{0,40}$/;
const NOT_NOW =
  /^ but (?:i|it|they)\b|^ (?:was|were) (?:what|the old|only what|before|years)|^[^,.;]{0,30}\b(?:is|was|'s) (?:not (?:with )?me|(?:with )?my|his|hers|with (?:him|her))\b|^[^.;]{0,40}\b(?:years ago|months ago|as a (?:kid|child|boy|girl)|all clear|clear(?:s|ed)? up|is gone|gone now|mended|healed|got better|went away|any ?more|in the past|in remission|cured|was a kid|is finish(?:ed)?)\b/;
const OTHERWISE = /^(?:'s)?(?: |-)?(?:or not|friendly|related|free|nurse|dogs?|cats?)\b/;

/**
 * Illnesses that the caller names where nobody else is spoken of: "Heart failure, they call it", "laid up with sciatica", "my
 * asthma's been awful", "Mine is only asthma".
 */
export function diagnosesIn(call: ReadCall, turn: ReadTurn): readonly NamedCondition[] {
  const before = call.turns[turn.index - 1]?.plain ?? '';
  return turn.sentences.flatMap((sentence, index) => {
    const { plain } = sentence;
    const mine = /\bmine\b|\bmyself\b|\bi've\b|\bi have\b|\bi am\b|\bi'm\b/;
    if (/\?$/.test(plain) && !/\b(?:my|i've|i have|i'm) /.test(plain)) return [];
    const isShort = plain.split(' ').length <= 9 && (index === 0 || speaksOfSelf(turn.plain));
    const isTold =
      /\b(?:they|doctor|nurse|consultant|hospital|gp|dr|guy) (?:[a-z]+ )?(?:call|said|say|says|tell|told|reckon|reckons|calls)\b/.test(
        plain,
      );
    const isNear = [turn.sentences[index - 1]?.text ?? '', turn.sentences[index + 1]?.text ?? '']
      .map(plainText)
      .every((text) => !speaksOfOthers(text) && (!isOfAnimals(call) || ASKS_ABOUT_PART.test(before)));
    const isOwn =
      speaksOfSelf(plain) ||
      (isNear && speaksOfSelf(turn.plain) && !speaksOfOthers(turn.plain)) ||
      (isTold && speaksOfSelf(turn.plain)) ||
      (isShort && asksOfHealth(before) && isAskedOfCaller(call, turn.index, before.slice(-200)));
    if (!isOwn) return [];
    return Array.from(plain.matchAll(NAMES)).flatMap((match) => {
      const name = match[1] ?? '';
      const start = match.index;
      const end = start + match[0].length;
      const clause = plain
        .slice(0, start)
        .replace(/^.*(?:[;]|,? \b(?:but|and) (?=(?:i|i've|i'm|my|mine)\b)|, (?=(?:i|i've|i'm|mine)\b))/, '');
      const after = plain.slice(end);
      if (
        /\b(?:one|two|three|four|couple|another|other|man|woman|person|guy|lady|fella|chap)(?: of (?:them|us))?(?:'s| is| are| has| with)?(?: (?:a|the))? $/.test(
          clause,
        )
      )
        return [];
      if (speaksOfOthers(clause) || (speaksOfOthers(after.slice(0, 30)) && !mine.test(clause))) return [];
      const isStill = /^[^.;]{0,30}\bstill\b/.test(after) && !/\b(?:he|she|his|her)\b/.test(clause);
      if (!isStill && (NOT_HELD.test(clause.replace(FALSE_ALARMS, '')) || NOT_NOW.test(after))) return [];
      if (OTHERWISE.test(after) && !OWN_CARE.test(plain.slice(Math.max(0, start - 3)))) return [];
      if (NO_CONDITION_AFTER.test(after) && !OWN_CARE.test(plain.slice(Math.max(0, start - 3)))) return [];
      // Who has chemotherapy for cancer has cancer.
      if (/^chemo/.test(name) && /\bcancer\b/.test(turn.plain)) return [];
      return [{ value: inUsualForm(name), quote: sentence.text.slice(start, end) }];
    });
  });
}

/** At a vet's or in kennels it is rather the animal that is ill. */
const isOfAnimals = (call: ReadCall): boolean =>
  /\b(?:vets?|veterinary|animal|pets?|kennels?|cattery|groom(?:ing|ers?))\b/i.test(call.turns[0]?.text ?? '');

/** "My glaucoma drops", "my asthma nurse": who is treated for it has it. */
const OWN_CARE = new RegExp(
  `^my (?:${DIAGNOSIS}) (?:check|check-?up|clinic|nurse|drops|tablets|pills|meds|medications?|medicines?|cream|specialist|consultant|appointments?|review)\\b`,
);

/** "It's not just that I have asthma", "I've had": words of denial that deny nothing. */
const FALSE_ALARMS =
  /\b(?:not only|not just|no doubt|not great|i've had|i have had|ever since i had|don't know if you know|can't|cannot|not with(?= m[ye]\b)|when i (?:came|arrived))\b/g;

const asksOfHealth = (asked: string): boolean =>
  /\b(?:medical|health|condition|illness|brought you|wrong|matter|trouble|problem|diagnos[a-z]*|how are you|hurt|injur[a-z]*|skin|on your file|manage the|hows? that|anything (?:else )?(?:about you )?(?:we|i) should know|your (?:heart|eyes|knees?|back|hip|chest)|brings|sugar|bread|diet[a-z]*)\b/.test(
    asked,
  );

const PREGNANT =
  /\b(?:(\d+|[a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?) (weeks?|months?) )?(?:pregnant|preggers)\b(?! or not| women| woman| ladies| lady| people)(?:,? (?:like |about |um |uh |so |just |nearly |already )*((?:\d+|[a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?) (?:weeks?|months?)))?/;

/** "I just found out I'm, uh, pregnant, like eight weeks". */
export function pregnancyIn(turn: ReadTurn): readonly NamedCondition[] {
  return turn.sentences.flatMap(({ text, plain }) => {
    const match = PREGNANT.exec(plain);
    const before = plain.slice(0, match?.index ?? 0);
    if (!match || !speaksOfSelf(before) || speaksOfOthers(before)) return [];
    if (
      /\b(?:not|isn't|if|when|was|while|got|get|before|after|never|weren't|almost|nearly|trying|not sure)\b[^,]{0,20}$/.test(
        before,
      )
    )
      return [];
    const long = match[1] === undefined || /^(?:heavily|very)$/.test(match[1]) ? match[3] : `${match[1]} ${match[2]}`;
    return [
      {
        value: long === undefined ? 'pregnant' : `${long} pregnant`,
        quote: text.slice(match.index, match.index + match[0].length),
      },
    ];
  });
}

const PAIN_AT =
  /\bi(?:'ve| have)(?: got| had)?(?: a| an| some| this| terrible| bad| awful| dull)* ((?:pains?|lump|swelling|growth|rash|pins and needles|numbness|tingling|ache|cyst|bruise|infection|sore) (?:in|on|down|behind|under|near|up) (?:me|my|both|the) (?:left |right |lower |upper )?[a-z]+)\b/g;
const PRESSURE =
  /\b(?:i|i've|i'm) (?:am |also |got |have |having )*(?:bp|b\.p\.|pressure)(?=$|[,.]| (?:also|since|problem|so|and|too|as well|for)\b)/;
const SUGAR =
  /\b(?:i|i'm|i am|i've) (?:am |also |got |have |having |had )*(?:sugar|sugar problem|sugar diabetes)(?=$|[,.]| (?:also|since|for|from|problem|so|and|too|as well)\b)/;
const BAD_PART = new RegExp(
  `(?:^|\\b(?:with |it's |have |got |'ve )?(?:me|my|the|a|this) )((?:bad|dodgy|dicky|crook|gammy|bum|banjaxed|wonky|sore|buggered|stuffed|knackered|busted) (?:left |right |lower )?${BODY})`,
  'g',
);
const SPENT_PART = new RegExp(
  `\\b(?:me|my) ((?:left |right |lower |upper )?${BODY})(?:'s| is| are| has| have|'ve)(?: been| really| still| all| just| only| gone and| fully| completely| totally| properly)* (stuffed|frozen|had it|buggered|knackered|wrecked|up like (?:a )?balloons?|in a sling|in a cast|in plaster|in a brace|in a splint|really sensitive|very sensitive|sensitive|weak|packed (?:it )?in|gone to pot|out of action|crocked|kaput)\\b`,
  'g',
);
const PUT_OUT = new RegExp(
  `\\bi(?:'ve| have)?(?: just| only| gone and| went and| managed to)* (?:put|threw|thrown|chucked|done|did|knocked) (?:me|my) ((?:lower )?${BODY}) (?:out|in)\\b`,
  'g',
);
const IN_SLING = new RegExp(
  `\\b(?:i've|i have|i've got|with) (?:my|me) ((?:left |right )?${BODY}) in (a sling|a cast|plaster|a brace|a splint|a boot)`,
  'g',
);
const LOSING =
  /\bi(?:'m| am) (?:slowly |gradually )?(?:losing my (sight|eyesight|hearing|memory)|going (deaf|blind))\b/g;
const SIGNED_OFF =
  /\b(?:signed off|(?:in|out of|from) (?:the )?hospital|off work|off sick|laid up|in bed(?= with)|hospitali[sz]ed|floored|crippled|riddled|plagued|bothered) (?:with|by) (?:the |a |an |my |me )?(?:bad |awful |terrible |shocking )*((?:[a-z]+ )?[a-z]+)/g;

const NO_STATE = /\b(?:if|when|was|were|not|never|until|unless|had)\b[^,]{0,20}$/;

/** Bad knees, backs put out, arms in slings: states that are told without the name of an illness. */
export function statesIn(turn: ReadTurn): readonly NamedCondition[] {
  return turn.sentences.flatMap(({ text, plain }) => {
    const found: NamedCondition[] = [];
    const take = (match: RegExpMatchArray, value: string): void => {
      const before = plain.slice(0, match.index ?? 0);
      if (NO_STATE.test(before) || speaksOfOthers(before)) return;
      found.push({ value, quote: text.slice(match.index ?? 0, (match.index ?? 0) + match[0].length) });
    };
    const sugar = SUGAR.exec(plain);
    if (sugar) take(sugar, 'diabetes');
    const pressure = PRESSURE.exec(plain);
    if (pressure) take(pressure, 'high blood pressure');
    for (const match of plain.matchAll(PAIN_AT)) take(match, (match[1] ?? '').replace(/ (?:me|my|the) /, ' '));
    for (const match of plain.matchAll(BAD_PART)) {
      if (/\b(?:my|me) /.test(match[0]) || /\bwith |^(?:bad|dodgy|sore)/.test(match[0]) || speaksOfSelf(plain))
        take(match, match[1] ?? '');
    }
    for (const match of plain.matchAll(SPENT_PART)) take(match, spent(match[1] ?? '', match[2] ?? ''));
    for (const match of plain.matchAll(PUT_OUT)) take(match, `injured ${match[1]}`);
    for (const match of plain.matchAll(IN_SLING)) take(match, `${match[1]} in ${match[2]}`);
    for (const match of plain.matchAll(LOSING)) take(match, match[1] ? `losing ${match[1]}` : `going ${match[2]}`);
    for (const match of plain.matchAll(SIGNED_OFF)) {
      const name = (match[1] ?? '').split(/ (?:and|so|but|for|at|since|today|now|this)\b/)[0] ?? '';
      if (!/^(?:it|this|that|the|my|work|stress of|kids|them)\b/.test(name)) take(match, name);
    }
    return found;
  });
}

function spent(part: string, state: string): string {
  if (/^in /.test(state)) return `${part} ${state}`;
  if (/balloon/.test(state)) return `swollen ${part}`;
  if (/sensitive/.test(state)) return `sensitive ${part}`;
  return /^(?:frozen|weak)$/.test(state) ? `${state} ${part}` : `bad ${part}`;
}

const ASKS_ABOUT_PART = new RegExp(
  `\\bhow(?:'s| is| are)(?: is| are)? (?:the|your|that) ((?:left |right |lower )?${BODY})`,
);

/** "How is the knee?" "Still swollen." */
export function askedPart(call: ReadCall, turn: ReadTurn): readonly NamedCondition[] {
  const asked = ASKS_ABOUT_PART.exec(call.turns[turn.index - 1]?.plain ?? '');
  if (!asked) return [];
  const state =
    /^(?:oh |ah |well |it's |not great |bad |still |a bit |very |really |quite |pretty )*(swollen|sore|stiff|painful|killing me|aching|bad|throbbing|numb|weak|giving me (?:grief|gyp|bother|trouble))\b/.exec(
      turn.plain,
    );
  if (!state?.[1]) return [];
  const value = /^(?:killing|aching|painful|giving|throbbing)/.test(state[1])
    ? `${asked[1]} pain`
    : `${state[1]} ${asked[1]}`;
  return [{ value, quote: turn.text.slice(0, state[0].length) }];
}
