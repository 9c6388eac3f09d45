import { usesCapitals } from '../../names/uses-capitals.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { readOrganizationAt, type SpokenOrganization, titled } from './read-organization.js';
import { BUSINESS, NAME_CUES } from './work-cues.js';

/** Names with a capital directly behind words that lead to an employer: "I'm ringing from work, Barclays". */
export function cued({ text, plain }: ReadTurn): readonly SpokenOrganization[] {
  return NAME_CUES.flatMap((cue) =>
    Array.from(plain.matchAll(cue)).flatMap((match) => {
      const spoken = readOrganizationAt(text, match.index + match[0].length);
      return spoken?.isCapital ? [spoken] : [];
    }),
  );
}

/** "… at Saint Brigid's Hospital, where I'm a registrar", "Papadeli, I'm working there". */
export function whereTheyWork(turn: ReadTurn): readonly SpokenOrganization[] {
  const { plain } = turn;
  const match =
    /,? (?:which is |that's |thats |and that's |and )?(?:(?:the|my) (?:firm|company|place|crowd|outfit|mob|people)(?: that| who)? i work for|who i work for|where (?:i|we)(?: both| also| now| still)? work|where (?:i'm|i am) (?:an?|the|now|based|employed)|(?:we both |i |i also |we |i'm |i am )(?:work|working) there|(?:i'm|im|i am) (?:an?|the|on the|in the) [\w'’]+(?: \w+){0,3} there|same as (?:me|myself)|same place as me)\b/.exec(
      plain,
    );
  if (!match) return [];
  // The last words with capitals before it.
  const named = Array.from(
    turn.text
      .slice(0, match.index)
      .matchAll(
        /(?<=^|[\s,])(?!I(?![\p{L}]))(?:\p{Lu}[\p{L}'’&-]*)(?:\s+(?:(?:and|of|&|the)\s+)?(?!I(?![\p{L}]))\p{Lu}[\p{L}'’&-]*){0,6}/gu,
      ),
  ).at(-1);
  if (!named || !/^[^.!?]{0,40}$/.test(turn.text.slice(named.index + named[0].length, match.index))) return [];
  const spoken = readOrganizationAt(turn.text, named.index);
  return spoken?.start === named.index && !/^(?:Mum|Mom|Mam|Dad|My|Our)\b|['’]s$/.test(spoken.name) ? [spoken] : [];
}

/** "Council pays us on the fourth, Midlothian Council I'm with.": the name stands in front. */
export function fronted(turn: ReadTurn): readonly SpokenOrganization[] {
  const small = usesCapitals(turn.text) ? undefined : FRONTED_SMALL.exec(turn.plain);
  if (small?.[1]) {
    const start = small[0].indexOf(small[1]);
    const said = small[1].trimEnd();
    return [{ name: titled(said), start, end: start + said.length, isCapital: false }];
  }
  const match =
    /(?<=^|[.,;!?] )(?:the )?((?:\p{Lu}[\p{L}'’&-]*)(?:\s+(?:(?:and|of|&)\s+)?\p{Lu}[\p{L}'’&-]*){0,6}),? (?:I'm with|I’m with|I work for|I'm working for|is who I work for|is where I work|that's who I work for|that's where I work)(?=[.,!?]|$| now\b| these days\b)/u.exec(
      turn.text,
    );
  const spoken = match?.[1] ? readOrganizationAt(turn.text, match.index + match[0].indexOf(match[1])) : undefined;
  return spoken && spoken.name === match?.[1] ? [spoken] : [];
}

/** "bayou state welding thats who i work for": without capitals, a whole answer. */
const FRONTED_SMALL =
  /^(?:(?:yeah|yes|um|uh|oh|its|it's|that'd be) )*((?:[a-z'&-]+ ){1,4})(?:that's|thats|is) (?:who|where) i work(?: for| at)?\b/;

/** A caller's turn in which the caller speaks of work: a business that stands by itself in it is where. */
const OF_WORK =
  /\b(?:i|we)(?:'m| am)? (?:still |now |only |also )*(?:work(?:ing)?|teach(?:ing)?|clean|cook|nurse|drive)\b(?! (?:out|it|with you))|\bi'm (?:now )?(?:an? )?(?:[a-z]+ ){0,2}(?:teacher|nurse|secretary|dentist|driver|cleaner|porter|clerk|manager|engineer|chef|cook|receptionist|doctor|librarian|carer|welder|electrician|plumber|mechanic)\b|\bworking for\b|\bi do [a-z]+ now\b/;
const OF_OTHERS = /\b(?:he|she|they|he's|she's|his|her|their|used to|was|were|left|you|retired)\b/;

/** "Still I work, Glendale Family Dental, Monday to Wednesday", "Thirty years, Holy Family Academy." */
export function beside({ text, plain, sentences }: ReadTurn): readonly SpokenOrganization[] {
  if (!OF_WORK.test(plain)) return [];
  return sentences.flatMap((sentence) => {
    if (OF_OTHERS.test(sentence.plain)) return [];
    return Array.from(sentence.text.matchAll(/, (?:the )?(?=\p{Lu})/gu)).flatMap((match) => {
      const at = sentence.start + match.index + match[0].length;
      const spoken = readOrganizationAt(text, at);
      const isWhole =
        spoken?.start === at && /^(?: it's called| its called|\s*(?:[,.!]|$))/.test(plain.slice(spoken.end));
      return spoken && isWhole && spoken.name.includes(' ') && BUSINESS.test(spoken.name) ? [spoken] : [];
    });
  });
}

/** "It should be under Kauri Freight", of the staff lunch. */
export function bookedFor(call: ReadCall, turn: ReadTurn): readonly SpokenOrganization[] {
  const named = Array.from(turn.plain.matchAll(/\b(?:under|in the name of)(?= )/g)).flatMap((match) => {
    const spoken = readOrganizationAt(turn.text, match.index + match[0].length);
    return spoken?.isCapital && BUSINESS.test(spoken.name) ? [spoken] : [];
  });
  if (named.length === 0) return [];
  const isOfStaff = call.turns.some(
    ({ speaker, plain }) =>
      speaker === 'caller' &&
      /\b(?:our|the|my) (?:staff|works?|office|team|company|firm's) (?:christmas |summer |annual |end of year |leaving )?(?:lunch|dinner|do|party|night|christmas|drinks|breakfast|outing)\b/.test(
        plain,
      ),
  );
  return isOfStaff ? named : [];
}

/** "Yeah, Sal, Vinnie DeStefano, DeStefano and Sons Paving." at the beginning of a call. */
export function introduced(turn: ReadTurn): readonly SpokenOrganization[] {
  if (turn.index > 2) return [];
  const first = turn.sentences.slice(0, 2).find(({ text }) => /,/.test(text));
  if (!first) return [];
  for (const match of first.text.matchAll(/\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}, (?=\p{Lu})/gu)) {
    const at = match.index + match[0].length;
    const spoken = readOrganizationAt(first.text, at);
    if (
      spoken?.start === at &&
      spoken.name.includes(' ') &&
      BUSINESS.test(spoken.name) &&
      /^\s*(?:[.,]|$)/.test(first.text.slice(spoken.end))
    )
      return [{ ...spoken, start: first.start + spoken.start, end: first.start + spoken.end }];
  }
  return [];
}

/** "I'm at Stirling now, the University of Stirling", "I'm at the school till then, Subiaco Primary": the name that follows in full. */
export function inFull(turn: ReadTurn, at: number): SpokenOrganization | undefined {
  const first =
    /^ (?:the )?(?:school|hospital|university|college|bank|clinic|shop|office|restaurant|bakery|factory|co-?op|nursery|library|store|salon|garage|plant|works|\p{Lu}[\p{L}'’-]+)(?: (?:now|till then|until then|these days|today|there))?, (?:the )?(?=\p{Lu})/u.exec(
      turn.text.slice(at),
    );
  const spoken = first ? readOrganizationAt(turn.text, at + first[0].length) : undefined;
  return spoken?.isCapital && BUSINESS.test(spoken.name) ? spoken : undefined;
}
