import { readAnswer } from '../../language/assent.js';
import { CLOSED_WORDS } from '../../names/common-words.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import type { ReadTurn } from '../../read-call.js';
import { isPlaceOrPerson } from './place-or-person.js';
import { readOrganizationAt, type SpokenOrganization, titled } from './read-organization.js';
import { BUSINESS } from './work-cues.js';

/** An agent's turn that speaks of whom the caller works for. Behind it the name that the agent supposes, where there is one. */
const SUPPOSED =
  /\byour (?:office|desk|work|job) (?:is )?(?:still )?at |\b(?:work|works|working|employed|employee|employs|employer(?: is| still)?|working still|you work|job)(?: still| now)? (?:at|for|with|by|is|in) |\b(?:still|you(?:'re| are)|are you|you) (?:still )?(?:over |down |up |out )?(?:with|at) |^(?:and )?still (?:over |down |up )?(?:at|with|in) |\b(?:bill|invoice|charge|account|booking)(?: still| it)?(?: is| be)?(?: going| go)? (?:to|on|for) |\b(?:bill|invoice|charge) (?=\p{L})|\b(?:business|company|firm|employer)(?:'s| is| was)(?: still)? |\bstill (?:the |at the )?(?=[\p{L}' ]{2,30} (?:that employs|who employs|you work|pays you))/giu;
/** It may be about work only where what follows is the name of a business, or the caller's answer says so. */
const IS_WORK =
  /\b(?:your office|work|works|working|employ\w*|job|bill|invoice|business|company|firm|teach|drive for)\b/i;
const NOT_WORK =
  /\b(?:insur\w*|policy|provider|supplier|broadband|energy|his|her|their|husband|wife|partner|son|daughter|number|address|street|road|avenue|e-?mail|staying|queue|hotel room)\b/i;

const LET_GO =
  /\b(?:canned|sacked|fired|dropped|laid (?:me|us) off|let (?:me|us) go|i (?:left|quit|chucked|jacked)|merged|folded|went bust)\b/i;

/** Work is asked about without a name: "Is it still the museum that employs you?" */
const WORK_ASKED =
  /\b(?:employs you|you (?:still )?(?:work|teach|drive|nurse) (?:for|at|there)|working (?:for|at)|your employer|which (?:\w+ )?(?:company|firm|school|hospital|employer)|still (?:at|with|in) the \w+)\b/i;

/** The caller agrees that it is the employer: "Correct, they pay me", "yeah nah still with them", "that is my own company". */
const IS_THEIRS =
  /\b(?:they|who) (?:still )?(?:pay|employ|own) me\b|\bmy (?:own )?(?:company|firm|business|employer|boss|shop|outfit|work)\b|\bstill (?:with|at|for) (?:them|it|the same)\b|\bstill there\b|\bi do\b|\bi am\b|\bwork (?:for them|there)\b|\b(?:season|years?|months)\b/i;

const CLAUSE_LEAD =
  /^(?:[\s,.!]|\b(?:uh+|um+|er|oh|ah|it's|its|it is|i'm|im|i am|we're|with|at|for|yes|yeah|well|that's|that would be|that'd be|currently|now|a company called|a place called|a firm called|from|i work|we are|aye|yep|still|no|nope|nah|nah it's|name is|ma'am|sir|these days|over|down|up|just|actually|only|presently)\b)*/;
/** What follows the name of one for whom the caller works no more, or never did. */
const NOT_THEIRS =
  /^[\s,]*(?:(?:it )?(?:was|were|used|canned|sacked|fired|dropped|laid|let (?:me|us)|went|closed|merged|shut|folded|only|lends?|belongs?|ended|moved|got rid)\b|(?:is|'s) (?:my|his|her|the old|where|who|what|just)\b|(?:has|have) (?:gone|closed|shut)|(?:before|until|till|last year)\b)/;
const PAST_BEFORE =
  /\b(?:left|quit|was|were|used to|chucked|ditched|jacked|finished|formerly|previously|before|retired|dropped|sold|not|from|isn't|old|ex|my (?:brother|sister|wife|husband|son|daughter|mum|mom|dad|uncle|cousin|partner))\b[^.,;!?]*$/;

/** The name that an agent supposes, and whether the turn speaks of work beyond doubt. */
interface SupposedEmployer {
  readonly name: SpokenOrganization;
  readonly isWork: boolean;
}

/** Whom an agent's turn supposes the caller to work for. */
function supposedEmployer(asking: ReadTurn, country: string): SupposedEmployer | undefined {
  for (const sentence of asking.sentences.slice(-2)) {
    if (NOT_WORK.test(sentence.text)) continue;
    for (const match of sentence.text.matchAll(SUPPOSED)) {
      const at = match.index + match[0].length;
      const whole = toTheEnd(sentence.text, at);
      const spoken =
        whole ?? readOrganizationAt(sentence.text, at, { mayBePerson: /^the /i.test(sentence.text.slice(at)) });
      if (!spoken || /\d/.test(spoken.name)) continue;
      const isBusiness = BUSINESS.test(spoken.name);
      const isLong = whole !== undefined && whole.name.split(' ').length > 2;
      const isThe = /\bthe $/i.test(sentence.text.slice(0, spoken.start));
      if (!isBusiness && !isLong && !isThe && isPlaceOrPerson(sentence.text, spoken, country)) continue;
      if (!spoken.isCapital && (usesCapitals(sentence.text) || (!isBusiness && !spoken.name.includes(' ')))) continue;
      if (
        !/^(?:[\s,]*(?:\?|$|still|now|then|right|yes|yeah|correct|again|too|as well|these days|are you|is it|that employs|for the (?:invoice|bill)|on the (?:invoice|bill)))/.test(
          sentence.text.slice(spoken.end),
        )
      )
        continue;
      return {
        name: { ...spoken, start: sentence.start + spoken.start, end: sentence.start + spoken.end },
        isWork: IS_WORK.test(sentence.text) || isBusiness,
      };
    }
  }
  return undefined;
}

/** Without capitals: the words that a question ends with, "still with coral sea trawlers". */
function toTheEnd(text: string, at: number): SpokenOrganization | undefined {
  if (usesCapitals(text)) return undefined;
  const match = /^(?:the )?((?:[\p{L}&'-]+ ){1,3}[\p{L}&'-]+)\W*$/u.exec(
    text.slice(at).replace(/ (?:still|now|then|right|yeah|these days)\W*$/, ''),
  );
  const said = match?.[1];
  if (said === undefined || said.split(' ').some((word) => CLOSED_WORDS.has(word) && word !== 'and' && word !== 'of'))
    return undefined;
  const start = at + text.slice(at).indexOf(said);
  return { name: titled(said), start, end: start + said.length, isCapital: false };
}

/** The employer in a caller's answer to a turn that speaks of it: agreed to, or another one in its place. */
export function answeredEmployer(
  turn: ReadTurn,
  asking: ReadTurn,
  country: string,
): { agreed?: SpokenOrganization; said?: SpokenOrganization } {
  const supposed = supposedEmployer(asking, country);
  if (!supposed) {
    const said =
      WORK_ASKED.test(asking.text) && !NOT_WORK.test(asking.text) ? otherEmployer(turn, '', country) : undefined;
    return said ? { said } : {};
  }
  const answer = readAnswer(turn.text);
  const isAgreed =
    (answer.kind === 'yes' && (supposed.isWork || IS_THEIRS.test(turn.text))) ||
    (answer.kind !== 'no' && /\bstill (?:with|at|for) (?:them|it)\b/i.test(turn.text));
  const other = otherEmployer(turn, supposed.name.name, country);
  const isOther =
    supposed.isWork || LET_GO.test(turn.text) || IS_THEIRS.test(turn.text) || (other && BUSINESS.test(other.name));
  if (other && isOther && !(isAgreed && !BUSINESS.test(other.name))) return { said: other };
  return isAgreed && !/\b(?:retired|left|used to|until|anymore|any more)\b/i.test(turn.text)
    ? { agreed: supposed.name }
    : {};
}

/** The first business that a clause of the answer begins with: "Nah, Quincy now. Quincy Fire.", "The borough council does." */
function otherEmployer(turn: ReadTurn, supposed: string, country: string): SpokenOrganization | undefined {
  const { plain } = turn;
  for (const match of plain.matchAll(/(?<=^|[.,;!?] )(?=\S)/g)) {
    const at = match.index + (CLAUSE_LEAD.exec(plain.slice(match.index))?.[0].length ?? 0);
    const spoken = readOrganizationAt(turn.text, at);
    if (!spoken || spoken.start > at + 5 || spoken.name.toLowerCase() === supposed.toLowerCase()) continue;
    const after = plain.slice(spoken.end);
    if (
      NOT_THEIRS.test(after) ||
      PAST_BEFORE.test(plain.slice(match.index, spoken.start)) ||
      /\d|\b(?:Lane|Street|Road|Avenue|Drive|Court|Close|Terrace|Place|Cottage|House|Hill|Way|Row)$/.test(spoken.name)
    )
      continue;
    const isBusiness = BUSINESS.test(spoken.name);
    if (!isBusiness && isPlaceOrPerson(turn.text, spoken, country)) continue;
    if (!isBusiness && !(spoken.isCapital && (spoken.name.includes(' ') || /^ (?:now|pays?|does)\b/.test(after))))
      continue;
    if (/^(?:Good|Oh|My|Thank|Heavens|Dear|God|Lord|Jesus|Christ|Miss|Mrs|Mr|Ms|Dr|Yes|No|I)\b/.test(spoken.name))
      continue;
    if (
      /^\s*(?:$|[.,;!?]|(?:now|does|pays?|these days|since|as|and|but|for|in|till|until|actually|is who|it is|at present)\b)/.test(
        after,
      )
    )
      return spoken;
  }
  return undefined;
}
