import type { ReadCall, ReadTurn } from '../../read-call.js';
import { CONDITION } from './conditions.js';
import type { NamedCondition } from './diagnoses.js';
import { speaksOfOthers } from './whose.js';

/** What one has lost, or was born without: "I've only the one lung", "I've no sense of smell". */
const WITHOUT =
  /\b(?:i've|i have|i've got|i have got|ive got|i got|ive) ((?:only (?:the |got )?one|only got the one|no) (?:lung|kidney|eye|leg|arm|hand|ear|sense of smell|sense of taste|feeling in (?:my|the) [a-z]+|sight in (?:my|the|one) (?:[a-z]+ )?eye|hearing in (?:my|the|one) (?:[a-z]+ )?ear|spleen|thyroid|gall ?bladder|teeth|voice))\b/g;

/** "I've lost the sight in one eye". */
const LOST =
  /\bi(?:'ve|ve| have)? lost (?:all |most of )?(?:the |my )?((?:sight|vision|hearing|feeling) in (?:one|my|the|both|two of my|three) (?:left |right )?(?:eyes?|ears?|foot|feet|hands?|legs?|arms?|fingers))\b/g;

/** What is treated: "tablets for blood pressure", "I'm on the thinner for the afib". */
const TREATED_FOR = new RegExp(
  `\\b(?:tablets?|pills?|meds|medication|medicine|inhalers?|injections?|thinners?|warfarin|drops|cream|steroids|amlodipine|ramipril|insulin|a shot|shots|treatment|treated|on something|take something) (?:daily |every day |every morning )?for (?:the |my |me )?(${CONDITION}|blood pressure|bp|cholesterol|diabetes)(?![\\w-])`,
  'g',
);
/** "Are you on a blood thinner?" "Yeah, for the afib." */
const YES_FOR = new RegExp(
  `^(?:yes|yeah|yep|aye|i am|i do)[, ]+(?:for|because of|on account of) (?:the |my )?(${CONDITION})(?![\\w-])`,
);
const ASKS_FOR_MEDICINE =
  /\b(?:blood thinners?|medications?|medicines?|tablets|pills|warfarin|insulin|inhalers?|anything)\b/;

/** What doctors think of the caller. */
const DOCTORS_THINK =
  /\b(?:they|doctors?|gp|dr|consultant|hospital) (?:[a-z]+ )?(?:think|reckon|say|said|told me|tell me) (?:that )?i(?:'m|m| am) (?:a |an |now |a bit )*(pre-?diabetic|diabetic|an[a]?emic|asthmatic|coeliac|celiac|epileptic)\b/g;
const OF_ADJECTIVE: Readonly<Record<string, string>> = {
  prediabetic: 'prediabetes',
  'pre-diabetic': 'prediabetes',
  diabetic: 'diabetes',
  anemic: 'anemia',
  anaemic: 'anaemia',
  asthmatic: 'asthma',
  coeliac: 'coeliac',
  celiac: 'celiac',
  epileptic: 'epilepsy',
};

/** "For me only BP is there", "High blood pressure, yes": of a list that the agent asked about. */
const ASKED_PRESSURE =
  /(?:^|[,.;] ?|\b(?:me|only|just) )(?:only )?(?:the )?((?:high )?blood pressure|bp)(?:,? (?:yes|yeah|i have|is there)|(?=$|[.]))/g;

/** States that are told by what is missing, what is taken for them, or what doctors think. */
export function toldStatesIn(call: ReadCall, turn: ReadTurn): readonly NamedCondition[] {
  const asked = call.turns[turn.index - 1]?.plain ?? '';
  return turn.sentences.flatMap(({ text, plain }, index) => {
    const found: NamedCondition[] = [];
    const take = (match: RegExpMatchArray, value: string): void => {
      const at = match.index ?? 0;
      const before = plain.slice(0, at).replace(/^.*[,;] (?=i\b|i'|me\b)/, '');
      if (
        speaksOfOthers(before.replace(/\b(?:they|doctors?)\b/g, '')) ||
        /\b(?:if|used to|not|never|no|was on|until|don't|any)\b[^,]{0,25}$/.test(before)
      )
        return;
      found.push({ value, quote: text.slice(at, at + match[0].length) });
    };
    for (const match of plain.matchAll(WITHOUT))
      take(match, (match[1] ?? '').replace('the one', 'one').replace(/^only (?:got )?one/, 'only one'));
    for (const match of plain.matchAll(LOST)) take(match, `lost ${(match[1] ?? '').replace(' my ', ' ')}`);
    for (const match of plain.matchAll(TREATED_FOR)) {
      if (/\b(?:i|i'm|i've|me|my)\b/.test(plain) || ASKS_FOR_MEDICINE.test(asked)) take(match, treated(match[1] ?? ''));
    }
    for (const match of plain.matchAll(DOCTORS_THINK)) take(match, OF_ADJECTIVE[match[1] ?? ''] ?? match[1] ?? '');
    if (/\bblood pressure|\bbp\b/.test(asked) && asked.includes('?')) {
      for (const match of plain.matchAll(ASKED_PRESSURE)) take(match, 'high blood pressure');
    }
    const yes = index === 0 && ASKS_FOR_MEDICINE.test(asked) ? YES_FOR.exec(turn.plain) : null;
    if (yes?.[1]) found.push({ value: treated(yes[1]), quote: turn.text.slice(0, yes[0].length) });
    return found;
  });
}

/** What tablets for it say that one has. */
function treated(said: string): string {
  if (/^(?:blood pressure|bp)$/.test(said)) return 'high blood pressure';
  return said === 'cholesterol' ? 'high cholesterol' : said;
}
