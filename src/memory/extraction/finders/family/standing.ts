import { firstMatches } from '../../language/first-matches.js';
import { RELATION } from './family-words.js';
import type { Mention } from './mention.js';

const GONE = /\b(?:late|ex|former|dead|deceased|estranged|future|ex-)[ -]*$/;
const GONE_AFTER =
  /^(?:'s| is| was)? ?\p{L}*, (?:s?he's|s?hes|s?he is|s?he's been) (?:dead|gone (?:since|these|now|a|\w+ years))|^(?:'s| is| was|,)? ?(?:been )?(?:dead\b|gone (?:since|these|now|a|\w+ years)|no longer|no more|god rest|rest (?:his|her) soul|(?<!was )in heaven)|^(?:'s)?(?:[,\s]+\p{L}+)?[^.!?]{0,20}?\b(?:(?<!only )passed(?: away| on(?! to| the)|(?=\s*(?:[.,;!?]|$))|(?= (?:last|in|at|when|during|recently|suddenly|two|three|four|\d|a (?:few|couple|year|month|week))\b))|died|has died|is dead|is no longer with us|was killed)\b|^[^.!?]{0,15}\b(?:s?he was (?:called|named)|(?:his|her) name was)\b|^[^.!?]{0,25}\bbut (?:he|she|they)(?:'s| has| have)? (?:passed|died|left|gone)/u;
const UNREAL =
  /\b(?:if i had|if only|i (?:don't|do not|haven't|have not|haven't got|never had) (?:have |got |a )*|as if|wish i had|no|without|isn't|not|used to be|was once|becoming|meet|find|pretend|imagine)\s*(?:a )?$/;
const NOT_FAMILY =
  /^[ -]+(?:priest|priests|officer|in arms|in christ|company|bank|programme|program|organisation|organization|ship|firm|agency|hotel|network|school|card|nature|board|in crime|in business|church|store|city|tongue|land|figure|dearest|duties|duty|mode|instinct)/;

/** "My brother, I ain't got one", "me and the missus split". */
const DENIED_AFTER =
  /^[^.!?]{0,15}\bi (?:ain't|aint|haven't|havent|don't|dont) (?:got|have) (?:one|any)\b|^ (?:split|split up|separated|broke up|parted|are (?:divorced|separated))\b/;

/** "My late mum's house cover", of whom "Mum's is the one in Keighley" is said later. */
const LATE = new RegExp(`\\b(?:my|our|me|the) (?:late|ex|former|deceased)[ -](${RELATION})(?![\\w-])`, 'g');

/** The words for relatives who are said to be dead or the caller's no more. */
export const lateRelatives = (plain: string): readonly string[] =>
  firstMatches(plain, LATE).map((match) => match[1] ?? '');

/** Whether a word for a relative speaks of one whom the caller has, or had. */
export function standingOf(plain: string, { word, at, end }: Mention): 'held' | 'gone' | 'none' {
  const isOwn = /^(?:my|our)\b/.test(plain.slice(at));
  // "No my son was driving" denies something else.
  const before = plain.slice(Math.max(0, at - 30), at).replace(isOwn ? /(?:\bno\b[\s,.]*)+$/ : /$^/, '');
  const after = plain.slice(end);
  if (NOT_FAMILY.test(after) || UNREAL.test(before) || isAddress(before, after) || isFigure(before, word, after))
    return 'none';
  if (/^(?:'s| is)? (?:on the way|due (?:in|on|next|any)\b|not born)/.test(after)) return 'none';
  if (word === 'partner' && /^[^.!?]{0,25}\bbusiness partner\b/.test(after)) return 'none';
  const isGone =
    /\b(?:he|she) was (?:also |like )?$/.test(before) ||
    GONE.test(plain.slice(at, end - word.length)) ||
    GONE_AFTER.test(after) ||
    DENIED_AFTER.test(after);
  return isGone ? 'gone' : 'held';
}

/** "Bola good afternoon my brother listen": a form of address. */
const isAddress = (before: string, after: string): boolean =>
  (GREETED.test(before) && /^\s*(?:$|[.,!?]|(?:how|please|abeg|well done|and you)\b)/.test(after)) ||
  (/^(?: listen\b| look\b| abeg\b|[,.!?]? (?:how are you|how far)|,? (?:i am|i'm|i need|i want|i beg|please|thank|you|can you|no vex)\b)/.test(
    after,
  ) &&
    /^(?:my )?$|(?:\b(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|thank you|thanks|please|sorry|ah|oh|okay|ok|yes|no|listen|abeg|well done)[ ,.!]*(?:o )?)$/.test(
      before,
    ));

/** "Thank you, my sister.", "good afternoon my brother how is work" */
const GREETED =
  /(?:^|[.,!?] ?|\b(?:ok|okay|oh|ah) )(?:hello|hi|good (?:morning|afternoon|evening|day)|thank you(?: (?:so|very) much)?|thanks|well done|god bless(?: you)?|bye)[ ,.!]*(?:o )?$/;

/** "My own mother couldn't say it", "it was my gran's drawers", "if somebody says he's my brother". */
const isFigure = (before: string, word: string, after: string): boolean =>
  /^ (?:couldn't|could not|wouldn't|would not) /.test(after) ||
  (/\b(?:was|were) $/.test(before) && /^gran/.test(word) && (/^'s\b/.test(after) || word.endsWith('s'))) ||
  (/\bis $/.test(before) && /^'s name\b/.test(after)) ||
  (/\bit was $/.test(before) && /^'s (?:people|family|side|folks|place|house)\b/.test(after)) ||
  /\b(?:says?|saying|claims?|claiming) (?:he's|she's|they're|theyre|to be|hes|shes|it's|that)(?: (?:he's|she's|is))? ?$/.test(
    before,
  );
