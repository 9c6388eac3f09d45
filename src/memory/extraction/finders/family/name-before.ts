import { looksOrdinary } from '../../names/common-words.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readNameAt } from '../../names/read-name.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import { inUsualCase } from '../../names/usual-case.js';
import type { ReadTurn } from '../../read-call.js';
import { IS_MY, RELATION } from './family-words.js';

const IS_RELATED = new RegExp(`\\b(?:my|our|me|his|her) (?:\\w+ )?(?:${RELATION}),? $`);

/** How far before the word for a relative the name may stand, in characters. */
const NAME_BEFORE_MAX = 160;

/** "Jerry, that's my husband", "Our Susan is, my daughter", "our Gary … That's me son". */
export function nameBefore(
  turn: ReadTurn,
  plain: string,
  at: number,
  end: number,
): { name: string; end: number } | undefined {
  const from = Math.max(0, at - NAME_BEFORE_MAX);
  const before = plain.slice(from, at);
  // "Otis is my sister's" says whose Otis is.
  if (
    new RegExp(`^(?:my|our|me) (?:\\w+ )?(?:${RELATION})'s\\b(?! (?:called|named|name|the|a|my)\\b)`).test(
      plain.slice(at),
    )
  )
    return undefined;
  const isMy = IS_MY.exec(before);
  const holder = isMy?.[1];
  if (
    isMy &&
    holder &&
    !/^(?:that|it|he|she|here|there|who|this|what|name|one|other)$/.test(holder) &&
    knownGivenName(holder) &&
    (/\p{Lu}/u.test(turn.text[from + isMy.index] ?? '') || !looksOrdinary(holder))
  )
    return { name: holder.replace(/^\p{L}/u, (letter) => letter.toUpperCase()), end: at };
  // "Ms. Vaughn-Ellis, my daughter …": one's relatives have no titles.
  if (/\b(?:mr|mrs|ms|miss|dr)\.? [\p{L}'-]+,\s*$/u.test(before)) return undefined;
  const said =
    /(?:^|[\s,.])(?:our )?([\p{L}'-]+)(?:,? (?:that's|thats|is|who's|he's|she's|this is|is,)|,(?: (?:yeah|yes|yep|aye),)?)\s*$/u.exec(
      before,
    );
  if (said?.[1]) {
    const start = from + said.index + said[0].indexOf(said[1]);
    const spoken = readNameAt(turn.text, start);
    // "Me and my sister Angela, our mother left it to us."
    if (IS_RELATED.test(plain.slice(0, start))) return undefined;
    // "Our Karen's wedding in June, she's our youngest": a month, and a place.
    const isWhen = /\b(?:in|until|till|of|since|by|next|from) $/.test(plain.slice(0, start));
    if (
      spoken &&
      !isWhen &&
      (spoken.isKnown ||
        (spoken.isCapital &&
          (start > 0 && !/[.!?] $/.test(plain.slice(0, start))
            ? knownGivenName(spoken.name.split(' ')[0] ?? '') !== undefined
            : knownGivenName(spoken.name.split(' ')[0] ?? '') === 'frequent'))) &&
      spoken.start === start &&
      !/'s$/.test(said[1]) &&
      !(looksOrdinary(said[1]) && /(?:^|[.!?] )$/.test(plain.slice(0, start)))
    )
      return { name: spoken.name, end: at };
  }
  const beside = besideRelation(turn, plain, at, end);
  if (beside) return beside;
  // "Our Neville. Me son."
  const alone = /(?:^|[.!?] )(?:our )?([\p{L}-]+)[.!] $/u.exec(before);
  if (alone?.[1] && knownGivenName(alone[1]) && /^(?:my|me) /.test(plain.slice(at))) {
    const start = from + alone.index + alone[0].lastIndexOf(alone[1]);
    const spoken = readNameAt(turn.text.slice(0, start + alone[1].length), start);
    if (spoken && !looksOrdinary(alone[1])) return { name: spoken.name, end: at };
  }
  const ours = /\bour ([\p{L}-]+),? $/u.exec(before)?.[1];
  if (ours && knownGivenName(ours)) return { name: inUsualCase(ours), end: at };
  if (!/\b(?:that's|he's|she's|that is)\s*$/.test(before)) return undefined;
  const our = /\bour (\p{L}+)(?:'s)?\b[^.!?]*[.!?]?\s*(?:that's|he's|she's|that is)\s*$/u.exec(before);
  const spoken = our?.[1]
    ? readNameAt(
        our[1] === our[1].toUpperCase()
          ? our[1]
          : turn.text.slice(from + our.index + 4, from + our.index + 4 + our[1].length),
        0,
      )
    : undefined;
  return spoken && (spoken.isKnown || knownGivenName(spoken.name)) ? { name: spoken.name, end: at } : undefined;
}

/** "For little archie my great grandson, he's coming", "she's ten weeks mia uh my daughter": nothing is said of the relative behind. */
function besideRelation(
  turn: ReadTurn,
  plain: string,
  at: number,
  end: number,
): { name: string; end: number } | undefined {
  const match = /(?<![\p{L}'-])([\p{L}-]{2,40})(?: (?:uh|um|er|erm))? $/u.exec(plain.slice(Math.max(0, at - 50), at));
  const word = match?.[1];
  const start = match && Math.max(0, at - 50) + match.index;
  if (word === undefined || start === null || start === undefined || !/^my /.test(plain.slice(at))) return undefined;
  const isSure = knownGivenName(word) === 'frequent' && !looksOrdinary(word);
  const isCased = !usesCapitals(turn.text) || /^\p{Lu}/u.test(turn.text.slice(start));
  const isEnd = /^(?:\s*(?:$|[.,!?])| (?:he|she|he's|she's|hes|shes|who|my|and)\b)/.test(plain.slice(end));
  const isNew = /\b(?:hi|hello|hey|thanks|morning|is|it's|its|i'm|im|this is|my \w+|and|for|with) $/.test(
    plain.slice(Math.max(0, start - 20), start),
  );
  return isSure && isCased && isEnd && !isNew ? { name: inUsualCase(word), end: at } : undefined;
}
