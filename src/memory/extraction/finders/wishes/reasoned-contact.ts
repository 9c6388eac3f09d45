import type { ReadTurn } from '../../read-call.js';
import { WAY, wayOf } from './contact-ways.js';

export interface WantedWay {
  readonly kind: 'prefers' | 'dislikes';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Why one way of reaching is as good as none, for good: "I never open letters", "I've no computer". */
const REASON =
  "(?:i|we)(?:'ve| have|'m| am|ve|m)? (?:(?:just|really|simply|honestly|hardly|don't|do not|dont|never|cannot|can't|cant|rarely|hardly ever|no|not got|got no|never got|don't have|dont own no|don't own|hopeless|useless|no good|rubbish|a|an|any|always|ever|even|with|at) ){1,6}(?:my |the |them |a |any |up )?(?:opens?|reads?|checks?|looks?|hears?|answers?|picks?|sees?|listens?|get (?:to )?(?:them|it|emails|texts)|computers?|internet|e-?mails?|smart ?phones?|phones?|mobiles?|texts?|letters|voice ?mails?|signal|allowed|reception|type|texting|sees? (?:them|it|the))\\b";
const SO =
  '(?:,? (?:please|mate|love|though|thanks))?(?:[,.;]| [-–])? (?:(?:because|cause|cos|as|since|for|so|but|and|well|see|honestly|to be honest),? ){0,4}';

const WANTED = new RegExp(
  `(?:^|[,.;] ?|\\b)(?:(?:(?:could|can|would) you(?:s|se)?|just|please|better|use|do|only|always|you can|rather) ){1,4}(?:just |please |send |use |by |always |me |us |give |an? ){0,5}(${WAY}|e-?mails?|writing|write)(?: to)?(?: me| us)?${SO}${REASON}`,
  'g',
);
const REFUSED = new RegExp(
  `(?:^|[,.;] ?|\\b)(?:don't|do not|dont|never|no|not)(?: be)? (${WAY}|e-?mails?)(?: (?:me|us))?${SO}${REASON}`,
  'g',
);
/** "I never hear my phone, so email please": the reason first. */
const REASON_FIRST = new RegExp(
  `\\b${REASON}[^.;!?]{0,25}?(?:[,.;] ?| so )(?:so )?(?:(?:could|can) you |just |please |better |use ){0,4}(${WAY})(?: me| us)?(?: please| instead| is (?:best|better))`,
  'g',
);
/** "Text is useless to me", "e-mail's no good". */
const USELESS = new RegExp(
  `(?:^|[,.;] ?|\\b(?:and|but|because|cos) )(${WAY})(?: is| are|'s|'re)(?: just| really| absolutely| totally)? (?:useless|no good|no use|hopeless|wasted on me|a waste of time|pointless)\\b`,
  'g',
);
/** "Write to me, do not ring", "everything by post", "just online for everything". */
const EVERYTHING =
  /\b(?:(?:send|post|get|want|do|have|like|prefer)(?: (?:me|us))? everything(?: to (?:me|us))? (?:with|by|in|through|via|on) (?:the )?(post|e-?mail|mail|paper|letters?|text|writing)|(?:just |only )?(online|by (?:post|e-?mail|text)|on paper|in writing) for everything)\b/g;
const WRITE_DO_NOT_RING =
  /\b(?:please )?(write|text|e-?mail|message)(?: to)?(?: me)?,? (?:please )?(?:do not|don't|dont|never|not) (?:ring|call|phone|calling|ringing)(?: me)?\b/g;

const READS: readonly (readonly [WantedWay['kind'], RegExp])[] = [
  ['prefers', WANTED],
  ['dislikes', REFUSED],
  ['prefers', REASON_FIRST],
  ['dislikes', USELESS],
  ['prefers', EVERYTHING],
  ['prefers', WRITE_DO_NOT_RING],
];

/** How one wants to be reached, or not, where the turn says why, or that it is for everything. */
export function reasonedContactIn({ plain }: ReadTurn): readonly WantedWay[] {
  return READS.flatMap(([kind, pattern]) =>
    Array.from(plain.matchAll(pattern)).flatMap((match) => {
      const said = match[1] ?? match[2] ?? '';
      const before = plain.slice(0, match.index);
      if (/\b(?:i|we|they|he|she|did|i'll|we'll|to) $/.test(before) || /\bhear (?:you|that|a thing)\b/.test(match[0]))
        return [];
      const lead = /^[,.; ]*/.exec(match[0])?.[0].length ?? 0;
      const value = pattern === EVERYTHING ? everythingBy(said) : wayOf(said);
      return [{ kind, value, start: match.index + lead, end: match.index + match[0].length }];
    }),
  );
}

const everythingBy = (way: string): string =>
  /^(?:online|by|in|on) ?/.test(way) ? `everything ${way}` : `everything ${way === 'paper' ? 'on' : 'by'} ${way}`;
