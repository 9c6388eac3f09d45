import { townNamed } from '../../language/towns.js';
import type { ReadTurn } from '../../read-call.js';
import { isPlaceOrPerson } from './place-or-person.js';
import { readOrganizationAt, type SpokenOrganization } from './read-organization.js';
import { BUSINESS } from './work-cues.js';

/** "Harbor Mercy pays me now", "it's Blackwater Downs that signs my cheques": the one who pays stands before. */
const PAYS =
  /(?<![\p{L}'’&-])((?:\p{Lu}[\p{L}'’&-]*)(?:\s+(?:(?:and|of|&)\s+)?\p{Lu}[\p{L}'’&-]*){0,6})\s+(?:now |that |who |which |is who |still )*(?:pays? (?:me\b(?! back)|my (?:wages?|salary|rent|mortgage)|the wages|us\b(?! back))|employs? me|signs? my (?:cheques?|checks?|pay)|(?:took|taken|has taken|have taken) me on|hired me|gave me (?:a|the|my) job|has me (?:on|working))/gu;
const PAYS_NO_MORE = /\b(?:used to|once|before|didn't|don't|doesn't|never|if|when)\s*$/;

/** What leads to the name of the caller's own firm or employer. The name has a capital, or ends as businesses do. */
const OF_WORK: readonly RegExp[] = [
  /\b(?:my|our) (?:outfit|company|firm|label|employers?|crew|work|works|office|boss(?:es)?|lot|people|mob|gaffers?|union|unit|regiment|station|department)\b[^.!?]{0,40}?, (?:it's |its |that's )?/g,
  /\b(?:on|to|under|through) (?:the|my|our) (?:company|firm|label|work|business|business account|company account|works? account)\b[^.!?]{0,25}?(?:,| will ya| will you| though| please| it's| its) (?:it's |its |under |that's )*/g,
  /\b(?:to|at|from|for|in) work (?:by|at|around|before|after) [a-z0-9: ]{2,14}[.,] /g,
  /\bi(?:'m| am)? (?:dey|de) (?:work )?(?:for|with) /g,
  /\bi(?:'m| am)? at the \w+ (?:desk|counter|till|checkout)[\s,]+(?:it's |its |at |of |in )?/g,
];
/** "This is Doctor Asante of the Manchester Museum", "dee from clayworks co op". */
const OF_PERSON =
  /^[^.!?]{0,40}\b(?:this is|it's|its|i'm|im|i am|name is|here is|um its)\b[^.!?]{2,40}? (?:of|from) (?=\S)/;

const NOT_WORK =
  /\b(?:insur\w*|policy|my (?:wife|husband|son|daughter|brother|sister|mum|mom|dad|partner|friend)|he|she|they|used to|was|were|left|if|volunteer\w*|book|booking|reservation|charity|holiday)\b/;

/** The businesses that a caller's turn says to pay the caller, or to be the caller's own. */
export function paidBy(turn: ReadTurn, country: string): readonly SpokenOrganization[] {
  const { plain } = turn;
  const found: SpokenOrganization[] = [];
  for (const match of turn.text.matchAll(PAYS)) {
    const name = (match[1] ?? '').replace(
      /^(?:The|And|But|So|No|Nah|Yes|Yeah|It|It's|They|Now|He|She|We|You|I|Who)\s+/,
      '',
    );
    if (
      /^(?:Council|School|Hospital|Company|Work|Office|Union|They|It|Who|He|She|You|We|I|Nobody|Someone|The|That|God)$/i.test(
        name,
      ) ||
      PAYS_NO_MORE.test(plain.slice(0, match.index))
    )
      continue;
    const start = match.index + (match[1] ?? '').indexOf(name);
    found.push({ name, start, end: start + name.length, isCapital: true });
  }
  for (const form of OF_WORK) {
    for (const match of plain.matchAll(form)) {
      const clause = plain.slice(Math.max(plain.lastIndexOf('.', match.index) + 1, match.index - 50), match.index);
      if (NOT_WORK.test(clause) || NOT_WORK.test(match[0])) continue;
      take(
        match.index + match[0].length,
        /\b(?:outfit|company|firm|label|employers?|dey|de)\b|\b(?:i|i'm|im|i am|we) \w+|^my office, /.test(match[0]),
      );
    }
  }
  const introduced = OF_PERSON.exec(plain);
  if (introduced) take(introduced[0].length, false);
  return found;

  function take(at: number, isSure: boolean): void {
    const spoken = readOrganizationAt(turn.text, at);
    if (!spoken || spoken.start > at + 5 || /\d/.test(spoken.name)) return;
    // "The university, UCC": the name that follows in full.
    if (/^(?:university|council|seminary|school board|school district)$/i.test(spoken.name)) {
      const full = /^, (?=\p{Lu})/u.test(turn.text.slice(spoken.end))
        ? readOrganizationAt(turn.text, spoken.end + 2)
        : undefined;
      if (isSure) found.push(full && /^\s*(?:[.,;!?]|$)/.test(turn.text.slice(full.end)) ? full : spoken);
      return;
    }
    const isBusiness = BUSINESS.test(spoken.name);
    // Nobody works at a person: "at Harvey Nichols".
    const isAt = /\bat $/.test(plain.slice(0, at)) && townNamed(spoken.name, country) === undefined;
    if (!isBusiness && !isAt && isPlaceOrPerson(turn.text, spoken, country)) return;
    if (isBusiness ? spoken.name.includes(' ') : isSure && spoken.isCapital && spoken.name.includes(' '))
      found.push(spoken);
  }
}
