import type { ExtractedFact } from '../extraction.js';
import type { Finder } from '../finder.js';
import { isAskedOfCaller } from '../language/asked-of-caller.js';
import { readAnswer } from '../language/assent.js';
import { type Claim, claimsIn, isClaimed, isOver } from '../language/claims.js';
import { phraseAt } from '../language/phrase.js';
import { itemsOf } from '../language/phrase-list.js';
import { plainText } from '../language/plain-text.js';
import { isTakenBack } from '../language/retraction.js';
import type { ReadCall, ReadTurn } from '../read-call.js';
import { CANDIDATES_MAX } from './candidates-max.js';
import { ALLERGEN, NO_ALLERGEN } from './health/allergens.js';
import { agreedBesideCue, itemsOfAnswer, namedBesideCue, ownBesideOthers } from './health/allergic-cues.js';

/** "really", "severely", "a wee bit": up to four words, none of which denies. */
const VERY =
  "(?:,? ?(?!not\\b|never\\b|hardly\\b|no\\b)(?:[a-z]+ly(?: so)?,?|a|an|bit|wee|little|dead|very|quite|also|still|just|pretty|super|so|known|to|be|afraid|being|told|badly|both|all|that's|thats|um+|uh+|ah+|eh+|er+m?),? ){0,4}";

/** What one is allergic to follows. */
const BEFORE_LIST: readonly RegExp[] = [
  /\bno (?:other |known )?allergies,? (?:except|apart from|other than|besides|bar|only|just) (?:for |to |maybe )?/g,
  /\bm[ye] skin (?:really |always |badly )*reacts (?:badly )?to /g,
  new RegExp(
    `\\b(?:i'm|im|i am|i've been|i've become|i've always been|i do be|i have been|i must be|i became|me that's|me thats|me who's|we're),? ${VERY}(?:allergic|anaphylactic)(?: too| myself| as well)?,?(?: [a-z]+ly(?: so)?,)? (?:to|with|against|for|of) `,
    'g',
  ),
  new RegExp(
    `^(?:(?:yes|yeah|yep|well|um+|uh+|er+m?|and|also|just|only|oh|hi|so)[ ,]+)*(?:am )?${VERY}allergic to `,
    'g',
  ),
  /\b(?:have|got|see|noted|says?|showing) +(?:that +)?(?:i|i'm)(?: (?:down|noted|listed|marked) as)?(?: being)? +allergic to /g,
  /\band am (?:also |very |severely )?allergic to /g,
  /\b(?:i have|i've|i've got|i have got|i got|i do have|we have noted my|my|i suffer (?:from|with)|there's my) (?:a |an |the |got |some |this |quite |very |really |also |few |couple of |serious |severe |bad |known |mild |slight |terrible |nasty |life threatening |food |drug )*allerg(?:y|ies) (?:to|for|with) /g,
  /\b(?:my|the only) allerg(?:y|ies)(?: i have| i've got)? (?:is|are|would be) (?:to )?/g,
  /\b(?:thing|things|one|only thing|stuff|foods?|drugs?|medicines?) (?:that )?i'm (?:really |actually )?allergic to (?:is|are|would be) /g,
  /\bi (?:always |do |really |just |tend to |usually |will )*(?:come|break|go|came) (?:up|out|into) in (?:awful |terrible |big |a |an )*(?:hives|rash|rashes|lumps|spots|welts|bumps|blotches|itchy)[a-z ]{0,12}? (?:if|when|whenever|from|with|after|every time|any time)(?: (?:i|i'm|i've))?(?: (?:eat|ate|touch|have|had|wear|take|use|around|near|get near|drink|go near|smell|come near|even look at|so much as look at))* (?:any )?/g,
  /\bi (?:always |do |really |just |tend to |usually |will )*(?:swell up|can't breathe|itch|get (?:hives|an? (?:allergic|bad) reaction|a rash|itchy)|react (?:really |very |quite |pretty )?(?:badly|terribly|strongly|severely)?)(?: (?:all over|like a balloon))? ?(?:if|when|whenever|from|with|after|to)(?: (?:i|i'm|i've))?(?: (?:eat|ate|touch|have|had|wear|take|use|around|near|get near|drink|go near))* (?:any )?/g,
  /\bi (?:carry|have|need|got|keep) (?:an? |my )?epi-?pens? (?:for|because of|on account of|due to) (?:my )?/g,
];

/** What is kept away, for one is allergic: any thing. */
const KEPT_AWAY: readonly RegExp[] = [
  /\b(?:no|without|never any) ((?:[a-z'-]+ )?[a-z'-]{3,})(?: on me| in it| in mine| near me| please| at all)*(?:, that [a-z]+)?,? (?:please,? )?(?:because |cause |cos |'cause |as |since )?i'm (?:really |very |so |actually |highly )*allergic(?=$|[,.!])/g,
  /\b(?:that|any|those|your) ((?:[a-z'-]+ )?[a-z'-]{3,}),? (?:it's|that's|its|they're|those are) (?:the )?(?:one |only |very )*(?:things? |what )?(?:that )?i'm allergic to\b/g,
];

/** What one is allergic to stands before. */
const AFTER_ITEM: readonly RegExp[] = [
  /\b(?:from|to|with|for|against) (?:the )?((?:[a-z']+ ){1,2})i (?:have|get|got|'ve got) (?:(?:a|an|also|very|really|strong|bad|severe|big|the) )*allerg(?:y|ies)\b/g,
  /(?:^|[,.;] ?|\b(?:and|that|because|cos|since) )((?:[a-z']+ ){1,2})(?:always |really |just )*(?:swells?|blows?|puffs?) (?:me|my (?:face|lips|tongue|throat|eyes)) (?:right |all )?up\b/g,
  /(?:^|[,.;] ?|\b(?:and|yes|yeah) )((?:[a-z']+ ){1,2})i'm (?:really |very |severely )?allergic to(?=$|[,.])/g,
  /\b((?:[a-z']+ )?[a-z']+),? i (?:just |always |really |do )*(?:swell up|swell|come out in|come up in|break out|get hives|can't breathe|react badly|come up like)\b/g,
  /\b((?:[a-z']+ )?[a-z']+),? i can't have (?:it|that|them)[, ]+(?:because )?i'm allergic\b/g,
  /\b(?:i have|i've|i've got|i have got|i got|i do have|i get|i do get|with my|because of my|due to my|about my|my|i suffer (?:from|with)) (?:a |an |the |got |this |quite |very |really |also |strong |big |huge |real |serious |severe |bad |known |mild |slight |terrible |nasty |pretty |life threatening |fierce )*((?:[a-z']+ ){1,3}?)allerg(?:y|ies)\b/g,
  /(?:^|[,.;] ?|\b(?:because|and|as|cos|cause|since|but|that|well|yeah|yes|so) )((?:[a-z']+ ){1,3}?)(?:always |really |just |does |do |will )*(?:brings?|breaks?|makes?|sets?|gives?|sends?) (?:me|my (?:skin|face|hands|throat|eyes|tongue|lips|mouth|scalp)) (?:really |all |to )?(?:out\b|(?:come|break) (?:up|out)|hives|a rash|swell|itch|sneeze|wheeze|close|blister|into anaphyla|an allergic|blow up|puff up|swollen|itchy|red raw)/g,
  /\b(?:it's|its|it is|that's|is) (?:actually |just |only |the )*((?:[a-z']+ ){1,2})(?:that |which )?i'm (?:actually |really )?allergic to\b/g,
  /\b((?:[a-z']+ ){1,2})(?:which |that )i'm (?:actually |really |very |highly |severely )?allergic to\b/g,
];

const ASKS_FOR_ALLERGIES =
  /\ballerg(?:y|ies|ic)\b|\b(?:medicines?|medications?|drugs|antibiotics|foods?|anything) (?:that )?you can't (?:take|have|eat)\b/;
const ASKS_FOR_MORE =
  /\b(?:diet[a-z]*|medical|health|conditions?|medications?|preferences?|requests?|requirements?|needs)\b/;

/** What the caller is allergic to: said by the caller, or named in answer to the question for allergies. */
export const findAllergies: Finder = (call) => {
  const facts: ExtractedFact[] = [];
  let candidates = 0;
  const take = (said: string, turn: number, quote: string, confidence: number): void => {
    candidates += 1;
    if (candidates > CANDIDATES_MAX) return;
    const item = inItsCapitals(inUsualForm(said), quote);
    const end = (call.turns[turn]?.text.indexOf(quote) ?? 0) + quote.length;
    if (facts.some(({ value }) => isSameThing(value, item)) || isTakenBack(call, { turn, end, value: item })) return;
    facts.push({ predicate: 'allergy', value: item, statement: `is allergic to ${item}`, turn, quote, confidence });
  };
  for (const claim of claimsIn(call)) {
    for (const { items, start, end } of saidIn(claim)) {
      for (const item of items) take(item, claim.turn, claim.text.slice(start, end), claim.isAgreed ? 0.8 : 0.9);
    }
  }
  for (const turn of call.turns) {
    if (turn.speaker !== 'caller') continue;
    for (const { item, quote } of answered(call, turn)) take(item, turn.index, quote, 0.8);
    for (const { item, quote } of namedBesideCue(call, turn)) take(item, turn.index, quote, 0.8);
    for (const { item, quote } of agreedBesideCue(call, turn)) take(item, turn.index, quote, 0.7);
    for (const { item, quote } of ownBesideOthers(call, turn)) take(item, turn.index, quote, 0.8);
  }
  return facts.sort((a, b) => a.turn - b.turn);
};

/** "feather pillows" are feathers. */
function inUsualForm(item: string): string {
  return item
    .replace(/^feathers?(?: (?:pillows?|duvets?|bedding|cushions?|quilts?))?$/, 'feathers')
    .replace(/^(down|wool) (?:pillows?|duvets?|bedding|quilts?|blankets?)$/, '$1');
}

/** "PPD", where it is written so in a quote that is not all in capitals. */
function inItsCapitals(item: string, quote: string): string {
  if (!/\p{Ll}{3}/u.test(quote)) return item;
  const written = new Set(quote.match(/(?<![\p{L}\d])\p{Lu}{2,6}(?![\p{L}\d])/gu));
  return item.replace(/[a-z]+/g, (word) => (written.has(word.toUpperCase()) ? word.toUpperCase() : word));
}

/** "nut" and "nuts", "sulfa" and "sulfa drugs". */
function isSameThing(a: string, b: string): boolean {
  const stem = (item: string): string =>
    item
      .toLowerCase()
      .replace(/(?:es|s)$/, '')
      .replace(/^(?:perfume|scent)$/, 'fragrance');
  return (
    stem(a) === stem(b) || a.startsWith(`${b} `) || b.startsWith(`${a} `) || a.endsWith(` ${b}`) || b.endsWith(` ${a}`)
  );
}

interface Said {
  readonly items: readonly string[];
  readonly start: number;
  readonly end: number;
}

function saidIn(claim: Claim): readonly Said[] {
  const said: Said[] = [];
  for (const pattern of BEFORE_LIST) {
    for (const match of claim.plain.matchAll(pattern)) {
      const phrase = phraseAt(claim.plain, afterPointing(claim.plain, match.index + match[0].length), {
        maxWords: 14,
        commas: true,
      });
      const items = itemsOf(phrase.text).filter(
        (item, index) => isAllergen(item) && (index === 0 ? isNamed(match[0], item) : isKnown(item, phrase.text)),
      );
      if (items.length > 0 && isClaimed(claim, match.index) && !isOver(claim, match.index)) {
        said.push({ items, start: match.index, end: phrase.end });
      }
    }
  }
  for (const pattern of AFTER_ITEM) {
    for (const match of claim.plain.matchAll(pattern)) {
      const isNamedSo =
        /allerg(?:y|ies)$/.test(match[0]) &&
        /^(?!(?:food|drug|skin|strong|big|huge|real|seasonal|summer|medical|known|other|same|new|few|only|pet|contact|latest|bad|first)$)[a-z]{4,}$/.test(
          match[1]?.trim() ?? '',
        );
      const items = itemsOf(
        (match[1] ?? '')
          .replace(/^(?:and|but|also|or|so|plus) /, '')
          .replace(/^(?:have|take|eat|touch|drink|use|wear) /, '')
          .trim(),
      ).filter((item) => isAllergen(item) && (isNamedSo || ALLERGEN.test(item)));
      if (items.length > 0 && isClaimed(claim, match.index) && !isOver(claim, match.index)) {
        const lead = /^[,.;]? ?/.exec(match[0])?.[0].length ?? 0;
        said.push({ items, start: match.index + lead, end: match.index + match[0].length });
      }
    }
  }
  for (const pattern of KEPT_AWAY) {
    for (const match of claim.plain.matchAll(pattern)) {
      const item = (match[1] ?? '').replace(/ (?:please|thanks|near|at|on|in)$/, '').trim();
      if (isAllergen(item) && isClaimed(claim, match.index) && said.length === 0)
        said.push({ items: [item], start: match.index, end: match.index + match[0].length });
    }
  }
  return said;
}

/** "My allergies are bad this week": where anything may follow, it has to be a known thing. */
const isNamed = (lead: string, item: string): boolean =>
  !/\b(?:is|are|would be) (?:to )?$|\bno (?:[a-z]+ )?allerg/.test(lead) || ALLERGEN.test(item) || DRUG.test(item);

/** After the first, things that are not known are joined by "and", and have one word: "…, the full set". */
const isKnown = (item: string, list: string): boolean =>
  ALLERGEN.test(item) || DRUG.test(item) || (/^[a-z]{4,}$/.test(item) && new RegExp(` (?:and|or) ${item}`).test(list));

/** "that lavender spray": where the thing begins. */
function afterPointing(plain: string, at: number): number {
  return at + (/^(?:that|those|this|these|all|all of) (?=[a-z])/.exec(plain.slice(at, at + 20))?.[0].length ?? 0);
}

function isAllergen(item: string): boolean {
  return (
    item.length > 2 &&
    item.split(' ').length <= 4 &&
    !NO_ALLERGEN.test(item) &&
    !/\b(?:friend|who|kind|type)\b/.test(item) &&
    (ALLERGEN.test(item) || !/\bwith\b/.test(item))
  );
}

/** "Any allergies?" "Yes, penicillin and latex." The agent's question is no evidence; a no gives nothing. */
function answered(call: ReadCall, turn: ReadTurn): readonly { item: string; quote: string }[] {
  const question = call.turns[turn.index - 1];
  if (question?.speaker !== 'agent') return [];
  const asked = question.sentences.at(-1)?.plain ?? '';
  const earlier = call.turns[turn.index - 2]?.plain ?? '';
  const asksWhich =
    /^(?:and |oh |ok |okay |right )?(?:to what|what to|what (?:is it|are they|kind)|which|what are you)\b/.test(
      asked,
    ) &&
    ASKS_FOR_ALLERGIES.test(earlier) &&
    !/\b(?:no|not|son|daughter|wife|husband)\b/.test(earlier);
  if (!asksWhich && !(ASKS_FOR_ALLERGIES.test(asked) && /\?|\bany(?:thing)?\b|\bwhat\b/.test(asked))) return [];
  const isTheirs =
    /^(?:just |only |yes |yeah )*me,? (?!(?:and|or|too)\b)[a-z]/i.test(turn.text) ||
    (/^(?:and )?who\b/.test(asked) && /^(?:it's |just |that's |only )*(?:me|myself|mine)\b/i.test(turn.text));
  if (!isTheirs && !isAskedOfCaller(call, turn.index, asked)) return [];
  const answer = readAnswer(turn.text);
  if (answer.kind === 'no') return [];
  const { plain } = turn;
  if (/\b(?:isn't|aren't|not|no) (?:an? )?allerg|\b(?:used to|grew out|if i)\b/.test(plain)) return [];
  const [first = ''] = /^[^.!?]*/.exec(plainText(answer.rest)) ?? [];
  if (/^(?:no|none|not|nothing|never|nope|i don't|i do not)\b/.test(first)) return [];
  const named = itemsOfAnswer(turn);
  if (named.length > 0 || ASKS_FOR_MORE.test(asked)) return named;
  const [drug = ''] = first.match(/[a-z]+/g)?.filter((word) => DRUG.test(word)) ?? [];
  return drug === '' ? [] : [{ item: drug, quote: turn.text.slice(plain.indexOf(drug)).slice(0, drug.length) }];
}

/** Unknown words that sound like a drug. */
const DRUG =
  /^[a-z]{3,}(?:cillin|mycin|floxacin|azole|profen|caine|codone|mab|pril|statin|oxide|phen|amine|zine|cycline|sulfa)$/;
