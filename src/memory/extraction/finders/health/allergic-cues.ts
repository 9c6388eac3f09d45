import { readAnswer } from '../../language/assent.js';
import { plainText } from '../../language/plain-text.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { ALLERGEN } from './allergens.js';
import { speaksOfOthers, speaksOfSelf } from './whose.js';

/** A thing that the caller is allergic to, and the words of a turn that say so. */
export interface NamedAllergen {
  readonly item: string;
  readonly quote: string;
}

/** Words that say that one is allergic, whatever they stand beside. */
const SAYS_ALLERGIC = /\ballerg(?:y|ies|ic)\b|\bepi[- ]?pens?\b|\banaphyla[a-z]+/;

/** What happens to those who are. */
const REACTS = new RegExp(
  [
    String.raw`\bi (?:\w+ )?(?:come|came|break|broke|go|went) (?:up|out|into) (?:all over|in (?:\w+ ){0,2}(?:hives|rash(?:es)?|lumps|spots|welts|bumps|blotches)|all (?:blotchy|lumpy))`,
    String.raw`\bi (?:\w+ )?(?:break|come) out (?:from|with|if|when|off)\b`,
    String.raw`\b(?:i|lips?|tongue|throat|face|mouth|scalp|hands?|fingers?|whole leg|leg|arms?|ankles?|eyes) (?:\w+ )?(?:swells?|swelled|blew up|blows up|came up like|comes up like|closes?(?: up)?|closed up|puffs? up)\b`,
    String.raw`\b(?:swells?|swelled|blows|blew|puffs|puffed|comes|brings|brought|breaks|sets) (?:me|my \w+) (?:right |all |straight )?(?:up|out)\b`,
    String.raw`\bi (?:\w+ )?(?:get|got|had) (?:the |a |an |bad |red |awful |terrible |big )*(?:hives|rash(?:es)?|welts|blisters|itchy|red hands|reaction)\b`,
    String.raw`\b(?:makes?|gives?) (?:me|my \w+) (?:a |the )?(?:swell|itch|hives|rash|blister|wheeze)`,
    String.raw`\b(?:closes|close|closed|shuts?) my (?:throat|windpipe|airways?)\b|\b(?:became|came up|swelled|blew up|was) (?:\w+ )?like (?:a |one )?(?:balloon|tomato|bullfrog|football|beachball)`,
    String.raw`\bi have (?:a |an |bad |some )*reaction (?:from|to|with)\b|\b(?:awful|bad|terrible|nasty|shocking|severe|serious) reaction to\b`,
    String.raw`\b(?:don't|do not|doesn't|never) (?:get on|get along|agree with me)\b[^.]{0,60}\b(?:hives|swell|rash|throat|hospital|a&e|breathe)`,
    String.raw`\bi(?:'m| am) sensitive to\b`,
    String.raw`\bi can't breathe\b|\bi (?:\w+ )?blister(?: up)?\b|\bsets? my chest off\b`,
    String.raw`\bcomes? up in (?:\w+ ){0,2}(?:hives|rash|welts|lumps|spots|blisters|bumps)\b`,
  ].join('|'),
);

const DENIED =
  /\bnot (?:an? |really |actually |even |known to be |that |being )*allerg|\bno (?:known |other |food |drug )*allerg|\b(?:isn't|aren't|wasn't|ain't|never|don't think|not) (?:an? |been |have |had |got |any |i'm |i am )*allerg|\b(?:negative|came back clear|used to|thought (?:i|it|that i)|wouldn't call|hardly an|not what i'd call|not (?:really )?what you'd call|grew out|if (?:i|you|he|she|they|it|anyone|that)(?='m|'re|'s| am| are| is| was| were| had| has| have| got)|what if|unless|cater|tested me|haven't|hasn't|joke|take the|remove|no longer|any ?more|don't have (?:any |an )?allerg|am i (?:[a-z]+ )?allergic|no idea|not sure|don't know)\b/;

/** "Harold's allergic", "the Contessa is allergic". */
const OTHERS_ARE =
  /\b(?!(?:that|it|who|what|me|which|there|here)\b)[a-z]+(?:'s| is| are| was) (?:[a-z]+ ){0,2}allerg(?:ic|y|ies)\b/;

const ALLERGENS = new RegExp(ALLERGEN, 'g');
const BEGINS_WITH_ALLERGEN = new RegExp(`^(?:[a-z]+ )?${ALLERGEN.source}`);
const BETWEEN_ITEMS = /^(?:,| and| or|,? and also| &)+ (?:[a-z-]+ )?$/;
/** "He can't have ibuprofen, I'm the same with aspirin". */
const SAME_WITH = new RegExp(`\\b(?:i'm|im|i am) the same (?:with|about) (${ALLERGEN.source})`, 'g');
const RIGHT_ONE = new RegExp(
  `\\b(?:it's|it is|i meant|i said|should be|actually) (?:just |only |to )*(${ALLERGEN.source})`,
);
const OWN_ONE = new RegExp(
  `\\bmine(?:'s| is| are) (?:just |only |to )*(${ALLERGEN.source})|\\b(?:i've|i have|i've got|i got) (?:a |an |the )?(${ALLERGEN.source}) one\\b|(?:(?:^|[,.;] ?)(?:it's|its|it is) (?:only|just)|\\b(?:for |with )?me,? (?:it's|its|it is)(?: just| only)?) (?:the )?(${ALLERGEN.source})`,
  'g',
);

/**
 * What the caller names beside words that say that one is allergic, in any order: "no feathers please, I'm allergic", "I can't
 * have aspirin, it closes my throat", "No nuts for you?" "Right, allergic."
 */
export function namedBesideCue(call: ReadCall, turn: ReadTurn): readonly NamedAllergen[] {
  return turn.sentences.flatMap((sentence, index) => {
    const { plain } = sentence;
    const cue = SAYS_ALLERGIC.exec(plain) ?? REACTS.exec(plain);
    if (
      !cue ||
      DENIED.test(plain) ||
      OTHERS_ARE.test(plain) ||
      isOfSomebody(plain, cue) ||
      speaksOfOthers(withoutItems(plain))
    )
      return [];
    if (/\?$/.test(plain) && !/\b(?:i'm|i am|i've|i have|im|my) /.test(plain)) return [];
    const isLed =
      /\ballergic$/.test(cue[0]) &&
      /^,? to (?!(?:it|that|them|those|these|this|both|all)(?=$|[,.!?]| (?:so|and|you|of)\b)|the stuff|the things?)/.test(
        plain.slice(cue.index + cue[0].length),
      );
    const here = nearestAllergens(
      isLed ? ' '.repeat(cue.index) + plain.slice(cue.index) : plain,
      cue.index,
      cue[0].length,
    ).map((found) => ({
      item: found.item,
      quote: sentence.text.slice(Math.min(found.start, cue.index), Math.max(found.end, cue.index + cue[0].length)),
    }));
    if (here.length > 0) return speaksOfSelf(plain) || SAYS_ALLERGIC.test(plain) ? here : [];
    if (
      /\b(?:allerg(?:y|ies|ic)|reaction) (?:to|with|for|from|of|against) (?!(?:it|that|them|those|these|this)(?=$|[,.!?]| (?:so|and|you)\b))/.test(
        plain,
      )
    )
      return [];
    const quote = sentence.text.slice(cue.index, cue.index + cue[0].length);
    const earlier = [turn.sentences[index - 1]?.text ?? '', agentsLast(call, turn)].map(plainText);
    for (const before of earlier) {
      if (speaksOfOthers(withoutItems(before)) || /\ballerg/.test(before)) return [];
      const named = nearestAllergens(before, before.length, 0);
      if (named.length > 0) return named.map(({ item }) => ({ item, quote }));
    }
    return [];
  });
}

/** What the agent names as an allergy of the caller's, who says yes: "Last time you put down sulfa drugs under allergies." */
export function agreedBesideCue(call: ReadCall, turn: ReadTurn): readonly NamedAllergen[] {
  const before = call.turns[turn.index - 1];
  if (before?.speaker !== 'agent') return [];
  const answer = readAnswer(turn.text);
  const { plain } = before;
  if (!SAYS_ALLERGIC.test(plain) || speaksOfOthers(withoutItems(plain)) || DENIED.test(plain)) return [];
  const named = before.sentences
    .map(({ plain }) => plain)
    .filter((text) => SAYS_ALLERGIC.test(text) && !/\b(?:any|or|other|else|for allergies)\b/.test(text))
    .flatMap((text) => nearestAllergens(text, SAYS_ALLERGIC.exec(text)?.index ?? 0, 0));
  if (named.length === 0) return [];
  if (answer.kind === 'yes') return named.map(({ item }) => ({ item, quote: turn.text.slice(0, 200) }));
  const right = RIGHT_ONE.exec(turn.plain);
  return answer.kind === 'no' && right?.[1]
    ? [{ item: right[1], quote: turn.text.slice(right.index, right.index + right[0].length) }]
    : [];
}

/** "My son has a nut allergy and I've a shellfish one", "mine are just cats". */
export function ownBesideOthers(call: ReadCall, turn: ReadTurn): readonly NamedAllergen[] {
  const { plain } = turn;
  const asked = /\ballerg/.test(plain + plainText(agentsLast(call, turn)));
  const same = asked
    ? Array.from(plain.matchAll(SAME_WITH), (match) => ({
        item: match[1] ?? '',
        quote: turn.text.slice(match.index, match.index + match[0].length),
      }))
    : [];
  if (same.length > 0) return same;
  if (!asked || DENIED.test(plain)) return [];
  return Array.from(plain.matchAll(OWN_ONE), (match) => ({
    item: match[1] ?? match[2] ?? match[3] ?? '',
    quote: turn.text.slice(match.index, match.index + match[0].length),
  }));
}

/** "One nut allergy, that's Fiona", "Aiden is the one with the nut allergy": whose it is stands beside it. */
function isOfSomebody(plain: string, cue: RegExpExecArray): boolean {
  return (
    /^,? (?:that's|thats|is|belongs to|for) (?!me\b|mine\b|my\b|it\b|all\b|the\b|a\b|an\b|to\b|in\b|on\b|bad\b|why\b|really\b|that\b|this\b|what\b|just\b|only\b|not\b|[a-z]+ing\b)[a-z]+(?=$|[,.]| (?:and|so|who|on)\b)/.test(
      plain.slice(cue.index + cue[0].length),
    ) ||
    /\b(?!(?:i|me|it|that|there|who|here|one|mine)\b)[a-z]+(?:'s| is| was) the (?:one|guy|lad|girl|fella) (?:with|who has|that has) (?:a |an |the )*(?:[a-z]+ ){0,2}$/.test(
      plain.slice(0, cue.index),
    )
  );
}

function agentsLast(call: ReadCall, turn: ReadTurn): string {
  const before = call.turns[turn.index - 1];
  return before?.speaker === 'agent' ? before.text : '';
}

/** Cats and dogs are others, but to those who are allergic to them. */
const withoutItems = (plain: string): string =>
  plain
    .replace(/\b(?:to|around|near) (?:the |all |my )?(?:cats?|dogs?|horses?|rabbits?|pets?)\b/g, '')
    .replace(
      /\b(?:cats?|dogs?|horses?|rabbits?)(?= (?:are the worst|is the worst|makes? me|sets? me|brings? me|gives? me))/g,
      '',
    );

/** The known things that stand next to a cue: those before it in its sentence if there are any, else those after. */
function nearestAllergens(
  plain: string,
  at: number,
  length: number,
): readonly { item: string; start: number; end: number }[] {
  const found = Array.from(plain.matchAll(ALLERGENS), (match) => ({
    item: match[0],
    start: match.index,
    end: match.index + match[0].length,
  })).filter(
    ({ start, end }) =>
      !/\b(?:fine with|ok with|okay with|except|not|not to|like an?|like one|apart from|can (?:still )?eat|love) (?:the |a )?$/.test(
        plain.slice(Math.max(0, start - 24), start),
      ) &&
      !/^(?: are| is|'s)? (?:fine|alright|okay|ok|grand|no problem|free|intoleran[a-z]+)\b|^-free/.test(
        plain.slice(end),
      ) &&
      (plain.slice(start, end) !== 'down' || /\b(?:to|goose|duck|no) $/.test(plain.slice(0, start))),
  );
  const after = found.filter(({ start }) => start >= at + length);
  const isLed = /^(?:,| |to|for|with|from|of|put|well|so|down|it's|is|are|wise|to the|the|only)*\s*$/;
  const first = after[0];
  const chosen =
    first && (isLed.test(plain.slice(at + length, first.start)) || !found.some(({ end }) => end <= at))
      ? inOneList(plain, after)
      : inOneList(plain, found.filter(({ end }) => end <= at).toReversed()).toReversed();
  return chosen.length > 0
    ? chosen
    : inOneList(
        plain,
        found.filter(({ start, end }) => start >= at && end <= at + length),
      );
}

/** The first, and those which "and", "or" or a comma joins to it. */
function inOneList<T extends { readonly start: number; readonly end: number }>(
  plain: string,
  items: readonly T[],
): readonly T[] {
  const list: T[] = [];
  for (const item of items) {
    const last = list.at(-1);
    const between = last && plain.slice(Math.min(last.end, item.end), Math.max(last.start, item.start));
    if (between !== undefined && !BETWEEN_ITEMS.test(between)) break;
    list.push(item);
  }
  return list;
}

/** The items of a short answer: "shellfish, and I think kiwi", "Yes: mustard. And celery." */
export function itemsOfAnswer(turn: ReadTurn): readonly NamedAllergen[] {
  const items: NamedAllergen[] = [];
  for (const { 0: piece, index } of turn.text.matchAll(/[^,.;:!?]+/g)) {
    for (const part of piece.matchAll(/(?:^|\b(?:and|or)\b)(?:(?!\b(?:and|or)\b).)*/gi)) {
      const plain = plainText(part[0]);
      const lead = LEAD.exec(plain)?.[0].length ?? 0;
      const said = plain.slice(lead);
      if (speaksOfOthers(plain.replace(NOT_PEOPLE, ''))) return items;
      const match = BEGINS_WITH_ALLERGEN.exec(said);
      if (!match) {
        if (said.trim() !== '' && items.length > 0) return items;
        continue;
      }
      if (/\b(?:no|not|fine|never|free|fever|intoleran[a-z]*|i (?:hate|love|like))\b/.test(said)) continue;
      const item = ALLERGEN.exec(match[0])?.[0] ?? '';
      const start = index + part.index + lead;
      items.push({ item, quote: turn.text.slice(start, start + match[0].length) });
    }
  }
  return items;
}

/** What people are allergic to, and no third party. */
const NOT_PEOPLE = /\b(?:cats?|dogs?|horses?|pets?|rabbits?)(?: (?:hair|fur|dander))?\b/g;

const LEAD =
  /^(?:\s|(?:yes|yeah|yep|i'm|i am|i have|i've|got|one|it's|it is|that's|there's|just|only|well|um+|uh+|er+m?|to|a|an|the|so|allergic to|and|or|oh|bad|really|severe|mild|actually|maybe|probably|i think|i'd say|both|eh|ah|ooh|also|me|for me|you should have|there should be|should be|all|any|bit of|kind of|most)(?= |$))*/;
