import { phraseAt } from '../../language/phrase.js';
import { isLasting } from './lasting.js';
import type { Loathed } from './loathed.js';

/** What one does with a thing that one does not like, up to where the thing begins. */
const CANNOT =
  "(?:can't|cannot|can not|cant|cannae|couldn't|can never|could never|could not)(?: really| ever| just| quite| even| usually)* (?:stand|bear|abide|abear|stick|stomach|cope with|(?:be doing|do|deal) (?:with|wi'?)|be dealing with|be bothered with|be having with|get on with|get along with|take to|tolerate|look at|warm to|handle|face|sleep (?:by|with|near|next to|beside|over)|be near|put up with|see the point of|do(?= (?:small talk|needles|heights|stairs|crowds|spicy|early|late|mornings|heat|smoke|loud|hot|white|dark|bright)\b))";
const DO_NOT =
  "(?:don't|do not|dont|didn't ever|doesn't)(?: really| much| ever| usually| actually| personally| particularly| generally| at all| just)* (?:like|enjoy|trust|fool with|mess with|hold with|care for|fancy|do|rate|agree with|get on with|get along with|get on well with|believe in|go in for|approve of|tolerate|sleep (?:near|by|beside|next to)|carry|appreciate|do well with|deal well with|love|want)";
const NEVER =
  "(?:have |'ve |ve )?never(?: really| ever| once| have| was| been one to)* (?:like to|liked|got(?:ten)? on with|got(?:ten)? along with|enjoy(?:ed)?|been keen on|been one for|been a fan of|got on with|cared for|care for|trust(?:ed)?|fancied|could (?:stand|abide|bear|stick)|been able to (?:stand|abide|bear|stick)|liked the|taken to|pick up|answer|eaten|eat|touch(?:ed)?|drink|drunk)";
const WOULD_NOT =
  "(?:wouldn't|would not|won't|will not|would never|will never|refuse to|'ll not|'ll never)(?: really| ever)* (?:touch|wear|tow|have(?= (?:an? )?(?:[a-z]+ ){1,3}(?:in|on|near|by|over) (?:me|my|the|our|a|this))|go near|be seen dead in|eat|drink|trust|own|wear|entertain|set foot in|use|give house room to)";
const LOATHE =
  '(?:do |just |always |kinda |sorta |kind of |still |[a-z]{2,}ly )*(?:hate|loathe|detest|despise|dislike|abhor|resent|dread|object to|draw the line at|have a horror of|avoid)';
const AM_NOT =
  "(?:am |'m |'ve |m |be )?(?:really |always |just |very |a bit |so |never |been |personally |frankly |honestly )*(?:uncomfortable (?:with|in|around)|not (?:very |that |so |too |really )*(?:comfortable (?:with|in)|mad (?:on|about|for|keen on)|keen on|fussed (?:on|about)|big on|into|struck on|taken with|liking|enjoying|good with)|no (?:lover|fan|friend) of|not (?:a |an |much of a |the biggest |a big |a huge |a great )*(?:fan|lover) of|not one for|against|dead against|gone (?:right |clean |completely |totally )?off|no truck with|never one for|never been one for|off(?= (?:dairy|meat|gluten|sugar|bread|wheat|alcohol|caffeine|carbs|coffee|dairy)\\b)|no time for|no interest in|an aversion to|wary of|funny about(?= (?:men|women|people|strangers|other people|having))|(?:sick|sick and tired|fed up|scunnered)(?: of| with)(?= (?:those|these|them|all those|your|the)? ?(?:getting |being )?(?:[a-z]+ )?(?:calls|texts|emails|letters|leaflets|offers|spam|marketing|called|rung|texted)\\b))";

/** A thing stands after it. Who says it may be left out at the beginning: "Can't stand them." */
const AFTER = new RegExp(
  `(?:\\b(?:i|we)(?:,? (?:personally|honestly|really|just|also|do|actually|absolutely|myself|frankly|simply))*|^(?:(?:no+|oh|and|but|so|well|please|honestly|frankly|sorry|god|ugh|um|uh)[ ,]+)*|[,;.] ?(?:and |but |just |cos |because |so )?)(?:'| |(?<=^|[ ,;.]))(?:${CANNOT}|${DO_NOT}|${NEVER}|${WOULD_NOT}|${LOATHE}|${AM_NOT}) (?!to |it'd |if )`,
  'g',
);

const PRONOUN =
  /^(?:it|them things|them|him|her|that|those|these|this|the things|those things|these things|the stuff|the man|the woman|the fella|the bloke|the guy)(?=$|[,.!?;]| (?:at all|anyway|anyhow|one bit|so|because|cos|i|we|he|he's|hes|she|they|they're|please|again|in|on|near|anywhere|never|really|honestly|is|are|as|do|just|myself|by|to be|like|ever|either|touching|when)\b)/;

/** Wishes of this once, and complaints, although they are said so. */
const NO_DISLIKE =
  /^(?:be |wait$|leave |one |two |three |four |five |ten |\d|bother|say|think|ask|complain|admit|keep |rush\b|know|see |trouble|being (?:a (?:pain|bother|nuisance)|rude|difficult)|the (?:look|sound|idea|thought|way|fact|price|noise|feel|taste of this|wait|hassle|first|last|second|one|appointment|bill|charge|service)|him|his|her|my (?:job|boss|husband|wife|life)|doing this|having to (?:ask|do this|ring|call)|waking you|first(?: thing)?$|anywhere else|another|any more (?:trouble|hassle|problems)|paying (?:that|this|for)|missing|losing|a (?:bill|fuss|problem|refund|row|scene|quote|callback|receipt)|much|many|enough|a lot|you\b|your|what|how|where|why|who|trouble|help|anything|something|nothing|none|food|money|cash on|insurance|people$|life$)/;

/** "don't want": only what is not wanted at all, not what is not wanted now. */
const WANTED =
  /\b(?:again|ever|smokers|smoking|marketing|texts|emails|calls|letters|leaflets|spam|junk|voicemails?|apps?|small talk|fuss|men|strangers|catalogues|newsletters|that is|who)\b/;

/** Of "can't" with a word that may be of this once: what is meant for good. */
const FOR_GOOD = /\b(?:handle|face|use|pick up|answer|eat|drink|touch|own|carry|wear|entertain)\b/;

/** The things that a plain sentence says one does not like: "can't abide loud music", "never liked it", "don't trust machines". */
export function loathedIn(plain: string): readonly Loathed[] {
  const found: Loathed[] = [];
  for (const match of plain.matchAll(AFTER)) {
    const at = match.index + match[0].length;
    const start = match.index + (/^[,;. ]*/.exec(match[0])?.[0].length ?? 0);
    const pronoun = PRONOUN.exec(plain.slice(at, at + 60))?.[0];
    if (/\b(?:want|carry|avoid) $/.test(match[0]) && pronoun !== undefined) continue;
    if (pronoun !== undefined && /\b(?:sleep with|do) $/.test(match[0])) continue;
    if (pronoun !== undefined) {
      const named = /^,? (?:the|these|those|all these|all the) ([^,.!?;]{3,50})/.exec(plain.slice(at + pronoun.length));
      const bare =
        /^, ((?!never\b|always\b|not\b|really\b|sorry\b|please\b|have\b|has\b|honestly\b|so\b|but\b|and\b|i\b|it\b|mate\b|love\b|me\b)[a-z'-]{4,}(?: [a-z'-]+)?)[.!]/.exec(
          plain.slice(at + pronoun.length),
        );
      if (bare?.[1] && /things|^them$|stuff/.test(pronoun)) {
        found.push({ value: bare[1], start, end: at + pronoun.length + bare[0].length - 1 });
        continue;
      }
      const isNamed = named?.[1] !== undefined && named[1].split(' ').length <= 7 && named[0].startsWith(',');
      found.push(
        isNamed
          ? { value: named[1] ?? '', start, end: at + pronoun.length + named[0].length }
          : { pronoun, start, end: at + pronoun.length },
      );
      continue;
    }
    const pointing =
      /^(?:that|those|these|them|thon|all that|all those|all these|all the) (?=[a-z])/.exec(
        plain.slice(at, at + 30),
      )?.[0] ?? '';
    const clause = /^(?:it )?(?:when|it when|how|people who|people that|the way) ((?:[a-z0-9']+ ?){2,8})/.exec(
      plain.slice(at, at + 80),
    );
    if (clause?.[1] && /\b(?:hate|loathe|detest|despise|dislike|resent|like|stand|bear|abide|stick) $/.test(match[0])) {
      const value = cutClause(clause[1]);
      if (value !== undefined) found.push({ value, start, end: at + clause[0].length });
      continue;
    }
    const phrase = phraseAt(plain, at + (STRONGLY.test(match[0]) ? pointing.length : 0), {
      maxWords: 8,
      inside: INSIDE,
    });
    const value = phrase.isCut ? undefined : dislikedOf(match[0], phrase.text);
    if (value !== undefined) found.push({ value, start, end: phrase.end });
  }
  return found;
}

/** A whole kind is meant even where it is pointed at: "can't stand these portals". "I don't like that colour" is of one. */
const STRONGLY = new RegExp(
  `(?:${CANNOT}|${LOATHE}|(?:care for|hold with|fool with|mess with|approve of|sick of|sick and tired of|fed up (?:of|with))) $`,
);

const INSIDE = new Set('being having'.split(' '));

function dislikedOf(lead: string, phrase: string): string | undefined {
  const value = phrase.replace(
    / (?:one bit|at all|like|no more|again|anyhow|anyway|ever|near me|doing it|touching my hair)$/,
    '',
  );
  if (value.length < 3 || !isLasting(value) || NO_DISLIKE.test(value)) return undefined;
  if (/ want $/.test(lead) && !WANTED.test(phrase)) return undefined;
  if (/^(?:to|if|when)\b/.test(value)) return undefined;
  if (
    / do $/.test(lead) &&
    (value.split(' ').length > 3 || /^(?:work|well|anything|much|it|that|business|[a-z]+ing$|\d)/.test(value))
  )
    return undefined;
  if (FOR_GOOD.test(lead) && !/\b[a-z]{3,}/.test(value)) return undefined;
  if (/\b(?:handle|face|look at|avoid|use) $/.test(lead) && value.split(' ').length > 4) return undefined;
  return value;
}

/** "they leave stuff in the lobby i mean": up to where something new begins. */
function cutClause(words: string): string | undefined {
  const value = words
    .replace(/ (?:so|but|because|cos|and|please|thanks|i|i'm|we|it's|that's)\b.*$/, '')
    .replace(/^(?:they're|you're|people|they|you|someone|somebody) /, '')
    .trim();
  return value.split(' ').length < 2 ? undefined : value;
}
