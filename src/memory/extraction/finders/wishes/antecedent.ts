import { plainText } from '../../language/plain-text.js';
import type { ReadCall } from '../../read-call.js';
import { isLasting } from './lasting.js';

/** Up to here nothing names the thing: what leads to it in "oh and no motor", "do we have to do the incense". */
const LEADS =
  /^.*\b(?:the|a|an|any|some|those|these|with|without|of|for|in|on|at|by|near|my|your|our|no|not|about|is|are|was|were|to|have|has|had|got|having|it's|that's|do|did|get|put|me|us|yes|yeah|so|but|well|because|this|that|mate|oh|um|uh|and|or|want|use|using|carry|like|called|more|send|sending|leave|there's|hi|hello|thanks|please|ok|okay)\s+/;

/** Where it is, behind the thing: "no strong perfume in the elevator". */
const PLACE = /(?<=\b(?:no|not|any|with|without) (?:[a-z]+ ){0,2}[a-z]+) (?:in|on|at|near|by) (?:the|my|our|a) [a-z]+$/;

/** Words of a clause, in which no thing is named. */
const CLAUSE = /\b(?:i|we|you|he|she|they|when|if|don't|didn't|can't|won't|remember|said|told)\b/;

const NO_THING =
  /^(?:my [a-z]+|our [a-z]+|mine|ours|i|we|it|he|she|they|them|which|one|ones|there|what|thing|things|people|someone|everything|yes|yeah|no|way|time|times|all|least|(?:[a-z]+ )?(?:day|night|week|month|year|evening|weekend)|bit [a-z]+|moment|first|last|back|else|again|mind|ever|really|just|see|up|down|out|off|on|in|over|today|tomorrow|name|number|address|appointment|booking|call|check up|check-up|morning|afternoon|evening|\d.*|sorry|right|fine|good|sure|great|please|thanks|know|mean|say|said|think|never|thank|thanks|gosh|god|honest|honestly|frankly|that|this|nah|nope|yep|yeah)$/;

const PERSON = /\b(?:mr|mrs|ms|miss|dr|doctor)\.? [a-z]+\b/gi;
const NAME_AFTER_NOT = /\b(?:not|want|have|with|but|see|by) ([A-Z][a-z]+)\b/g;

/** How far back a pronoun of the same turn reaches. */
const NEAR_CHARACTERS = 600;

/**
 * What "it", "them" or "him" stands for: the thing named last before it, in the caller's sentence, the one before, or in what the
 * agent asked. Nothing where no short thing is named.
 *
 * @param turn index of the caller's turn
 * @param at of the pronoun's clause in the turn's text
 * @param pronoun as said
 */
export function antecedentOf(call: ReadCall, turn: number, at: number, pronoun: string): string | undefined {
  const said = call.turns[turn]?.text.slice(Math.max(0, at - NEAR_CHARACTERS), at) ?? '';
  const before = call.turns[turn - 1];
  const asked = before?.speaker === 'agent' ? before.text : '';
  if (/^(?:him|her|the (?:man|woman|fella|bloke|guy))$/.test(pronoun)) return personIn(said) ?? personIn(asked);
  const sentences = said.split(/[.!?]+\s*/).filter((sentence) => sentence.trim() !== '');
  const own = sentences.slice(-2).toReversed();
  for (const sentence of own) {
    const thing = lastThing(sentence);
    if (thing !== undefined) return thing;
  }
  if (said.split(/\s+/).length > 6) return undefined;
  return lastThing(
    asked
      .replace(/[.!?\s]+$/, '')
      .replace(/^.*[.!?]\s+/s, '')
      .replace(/ (?:fitted|installed|done|sent|booked|added|again|for you|to you|as well|with that)\b.*$/, ''),
  );
}

function personIn(text: string): string | undefined {
  const titled = Array.from(text.matchAll(PERSON)).at(-1)?.[0];
  return titled ?? Array.from(text.matchAll(NAME_AFTER_NOT)).at(-1)?.[1];
}

function lastThing(sentence: string): string | undefined {
  const clauses = plainText(sentence)
    .split(/[,;:–—]|\b(?:and|but|so|because|cos|since|though|cause)\b/)
    .map((clause) => clause.trim())
    .filter(
      (clause) =>
        clause !== '' &&
        !/^(?:(?:oh |god |gosh |lord |heavens |hell )*no+|yes|yeah|oh|well|please|thanks|no thanks|no thank you|never again|really|honestly|i|we)$/.test(
          clause,
        ),
    );
  for (const clause of clauses.slice(-3).toReversed()) {
    if (/^(?:it|that|they|this)(?:'s|'re| is| are)?\b|^i (?:take|think|guess|suppose)\b/.test(clause)) continue;
    const last = clause.replace(/(?: (?:please|though|thanks|then|either|again|near me|for me|at all|ever))+$/, '');
    const thing = last.replace(PLACE, '').replace(LEADS, '').trim();
    const isShort = thing.split(' ').length <= 3;
    if (thing !== '' && isShort && !CLAUSE.test(thing) && !NO_THING.test(thing) && isLasting(thing)) return thing;
  }
  return undefined;
}
