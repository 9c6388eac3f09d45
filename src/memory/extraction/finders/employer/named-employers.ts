import type { ReadTurn } from '../../read-call.js';
import { readOrganizationAt, type SpokenOrganization } from './read-organization.js';
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
    /,? (?:which is |that's |and that's |and )?(?:where (?:i|we)(?: both| also| now| still)? work|where (?:i'm|i am) (?:an?|the|now|based|employed)|(?:we both |i |i also |we |i'm |i am )(?:work|working) there|(?:i'm|im|i am) (?:an?|the|on the|in the) [\w'’]+(?: \w+){0,3} there|same as (?:me|myself)|same place as me)\b/.exec(
      plain,
    );
  if (!match) return [];
  // The last words with capitals before it.
  const named = Array.from(
    turn.text
      .slice(0, match.index)
      .matchAll(
        /(?<=^|[\s,])(?!I(?![\p{L}]))(?:\p{Lu}[\p{L}'’&-]*)(?:\s+(?:(?:and|of|&|the)\s+)?(?!I(?![\p{L}]))\p{Lu}[\p{L}'’&-]*)*/gu,
      ),
  ).at(-1);
  if (!named || !/^[^.!?]{0,40}$/.test(turn.text.slice(named.index + named[0].length, match.index))) return [];
  const spoken = readOrganizationAt(turn.text, named.index);
  return spoken?.start === named.index && !/^(?:Mum|Mom|Mam|Dad|My|Our)\b|['’]s$/.test(spoken.name) ? [spoken] : [];
}

/** "Council pays us on the fourth, Midlothian Council I'm with.": the name stands in front. */
export function fronted(turn: ReadTurn): readonly SpokenOrganization[] {
  const match =
    /(?<=^|[.,;!?] )(?:the )?((?:\p{Lu}[\p{L}'’&-]*)(?:\s+(?:(?:and|of|&)\s+)?\p{Lu}[\p{L}'’&-]*)*),? (?:I'm with|I’m with|I work for|I'm working for|is who I work for|is where I work|that's who I work for|that's where I work)(?=[.,!?]|$| now\b| these days\b)/u.exec(
      turn.text,
    );
  const spoken = match?.[1] ? readOrganizationAt(turn.text, match.index + match[0].indexOf(match[1])) : undefined;
  return spoken && spoken.name === match?.[1] ? [spoken] : [];
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
