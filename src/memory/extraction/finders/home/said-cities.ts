import type { ReadTurn } from '../../read-call.js';
import { type Place, RELATIVE } from './place.js';
import { readTownAt, type SpokenTown } from './read-towns.js';
import { IN_AN_ANSWER, TOWN_CUES } from './town-cues.js';

const BEFORE_NOT =
  /\b(?:if|when|used to|before|until|she said|he said|wish|were|would|where|they said|once|did|don't|didn't|originally|supposed to|might|\w+day|tomorrow|tonight|that week|that weekend|this week)\s*$/;
/** The clause is about somebody or something else. */
const OTHERS = new RegExp(
  `\\b(?:my|his|her|the|our|their|a|your) (?:\\w+[- ])?${RELATIVE}\\b[^.!?]{0,40}$|^(?:(?:aye|yes|yeah|no|well|oh) )*(?:mum|mom|mam|dad|nan|gran)(?:'?s| is)\\b[^.!?]{0,20}$|\\b(?:he|she|they|he's|she's|they're|who|who's|which|it was|was|were|used to|branch|office|shop|store|work|works|working|job|company|hotel|airport|flight|trip|conference|wedding|training|holiday|vacation|meeting|parcel|order|born|grew up|raised|from(?! now on)|i'll be|we'll be|will be|to be|going to|heading to|something)\\b[^.!?]{0,30}$`,
);
/** "My sister just got a place in": whose it is. */
const OTHERS_OWN = new RegExp(
  `\\b(?:my|his|her|our|their) (?:\\w+[- ])?${RELATIVE}\\b[^.!?,]{0,25}$|\\b(?:he|she|they)(?:'?s|'?ve)?\\b[^.!?,]{0,15}$`,
);
const NOT_STAYING =
  /^[\s,]*(?:(?:(?:right )?now )?(?:for (?:the|a|an|my|our|work|business|another|two|three|four|five|\d|some|his|her)(?! (?:last|past|best|long))|on (?:business|holiday|vacation|a (?:trip|course|job|visit)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the \d)|visiting|with work|(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|at (?:the|a) (?!end|edge|minute|moment|back|top|bottom)|in a |this (?:week|weekend|month)|that (?:week|day|weekend)|next (?:week|month|weekend)|till|til|until|today|tomorrow|tonight|when i|last (?:year|week|month)|years ago|as a (?:kid|child)|when)\b|this weekend|back in|before\b)/;
/** What only a weak cue gives way to. */
const FOR_NOW = /^[\s,]*(?:at the (?:moment|minute)|right now,)/;
/** When somebody moved: the town is still the caller's. */
const PAST_TIME = /^[\s,]*(?:last|when|years ago|back in|before|(?:\w+ ){1,3}ago)\b/;
const FOR_A_JOB = /^[\s,]*for (?:\w+ ){0,3}(?:job|work|school|uni|college)\b/;
const FOR_YEARS = /^[\s,]*for (?:the (?:last|past)|\w+ (?:years|decades)|a (?:few|couple of) years|years|ages|good)/;
const SURE_AFTER =
  /^[\s,]*(?:now|me\b|myself|these days|with|currently|since|full time|full-time|permanently|so\b|anyway|nowadays)/;

/** The towns that a caller says to live in. */
export function saidCities(turn: ReadTurn, isAsked: boolean, country: string): readonly Place[] {
  const { plain } = turn;
  const places: Place[] = [];
  for (const { form, weight, isWeak } of isAsked ? [...TOWN_CUES, IN_AN_ANSWER] : TOWN_CUES) {
    for (const match of plain.matchAll(form)) {
      const before = plain.slice(Math.max(0, match.index - 60), match.index);
      if (BEFORE_NOT.test(before)) continue;
      const clause = before.slice(
        Math.max(before.lastIndexOf('.'), before.lastIndexOf('!'), before.lastIndexOf('?')) + 1,
      );
      if (weight < 2 && OTHERS.test(clause)) continue;
      if (!/\b(?:i|i'm|im|we|we're|were|my|our|me|us)\b/.test(match[0]) && OTHERS_OWN.test(clause)) continue;
      const said = readTownAt(turn.text, match.index + match[0].length, country);
      if (!said) continue;
      const spoken = widerTown(turn.text, said, country);
      const after = plain.slice(spoken.end);
      if (
        (isWeak && FOR_NOW.test(after) && !isAsked) ||
        (NOT_STAYING.test(after) &&
          // "We're coming from Norwich for a wedding."
          !/\b(?:com|driv|travel|commut)\w* [^.!?]*from$/.test(match[0]) &&
          !FOR_YEARS.test(after) &&
          !(
            /\b(?:mov|relocat|transfer|retir|shift)/.test(match[0]) &&
            (PAST_TIME.test(after) || FOR_A_JOB.test(after))
          )) ||
        /^(?:'s|s) /.test(after)
      )
        continue;
      const isSure =
        spoken.isKnown ||
        (spoken.isCapital && SURE_AFTER.test(after)) ||
        (spoken.isCapital && /\b(?:now|still|back)\b/.test(match[0])) ||
        (isAsked && (spoken.isCapital || isPlainTown(spoken)));
      if (isWeak && !isSure) continue;
      // "It's Jarrah Jones now" is no town.
      if (
        !spoken.isKnown &&
        /^(?:[.!?] )?(?:(?:it's|its|it is|that's|this one's|we're|i'm) )?(?:all )?(?:in )?$/.test(match[0])
      )
        continue;
      if (COUNTRIES.test(spoken.city) && !(spoken.isKnown && COUNTIES.test(spoken.city) && country !== 'GB')) continue;
      // "I'm from Graz" may be long ago.
      if (!isAsked && /^(?:i'm|im) from $/.test(match[0]) && !SURE_AFTER.test(after)) continue;
      if (
        /\b(?:street|road|avenue|lane|drive|court|close|terrace|crescent|hotel|inn|airport|station|hospital|house)$/i.test(
          spoken.city,
        )
      )
        continue;
      if (
        /\b(?:mov|retire|transfer|relocat)/.test(match[0]) &&
        /^[\s,]*(?:next|on the|soon|in (?:a|two|three|january|february|march|april|may|june|july|august|september|october|november|december) (?:next|weeks?|months?|days?))/.test(
          after,
        )
      )
        continue;
      places.push({ value: spoken.city, turn: turn.index, start: spoken.start, end: spoken.end, weight });
    }
  }
  return places;
}

/** Where one lives abroad or in general, and no town. */
export const COUNTRIES =
  /^(?:england|scotland|wales|ireland|northern ireland|spain|france|germany|italy|portugal|greece|turkey|poland|romania|america|canada|australia|jamaica|ghana|pakistan|bangladesh|singapore|malaysia|new zealand|india|china|japan|nigeria|kenya|mexico|brazil|dubai|kent|essex|sussex|surrey|devon|cornwall|dorset|somerset|norfolk|suffolk|yorkshire|lancashire|cheshire|california|florida|texas|ohio|jersey|guernsey)$/i;

/** Of Britain; elsewhere towns have these names. */
const COUNTIES = /^(?:kent|essex|sussex|surrey|devon|cornwall|dorset|somerset|norfolk|suffolk)$/i;

const isPlainTown = ({ city }: SpokenTown): boolean => city.split(' ').length < 3;

/** "Kings Heath in Birmingham": what is part of a known town gives way to it. */
export function widerTown(text: string, spoken: SpokenTown, country: string): SpokenTown {
  if (spoken.isKnown && country !== 'IN') return spoken;
  const gap = (country === 'IN' ? /^(?:,\s+|,? in )(?=\p{L})/u : /^(?:,\s+|,? (?:over |up |down )?in )(?=\p{L})/u).exec(
    text.slice(spoken.end),
  )?.[0];
  const wider = gap === undefined ? undefined : readTownAt(text, spoken.end + gap.length, country);
  const isWider =
    wider &&
    (wider.isKnown || (country === 'IN' && wider.isCapital && !wider.city.includes(' '))) &&
    (wider.isCapital || !spoken.isCapital);
  if (!isWider) return spoken;
  return country === 'IN' ? widerTown(text, wider, country) : wider;
}
