import type { Speaker } from '../../call.js';

/**
 * Verbs that, with a day, speak of coming, being there, choosing, or of what is written down while one talks: no promise of something
 * that is done after the call, whatever follows them.
 */
const NO_DEEDS = new Set(
  (
    'be am is are see come arrive expect meet have get go stay wait talk speak keep hold reserve make do say check note mark put book pencil move schedule ' +
    'slot squeeze fit take give need want let leave call phone like love prefer hope enjoy miss wear eat drink have skip use save block shift push bump add pop ' +
    'swing catch join attend visit host start begin finish sit stand land fly drive walk travel know think guess mean feel remember forget live work sleep rest ' +
    'try choose pick grab stick aim shoot plan manage look listen watch understand believe suppose assume imagine show turn end close open lock head run nip ' +
    'drop ride cycle swim play sing teach train study celebrate marry die agree accept confirm cancel rebook rearrange postpone bring charge cost owe earn spend ' +
    'not never strike scratch cross knock hear bet wonder doubt thank welcome help serve seat accommodate treat ask follow happen become seem lose win switch swap change remove alter log ' +
    'record enter type pull transfer connect double find hit break fall hang'
  ).split(' '),
);

/** What no object begins with. */
const NO_OBJECT = new Set(
  (
    "you ye ya y'all me us him her myself ourselves in on at by to for from with about after before until till of off as than then there here if when because " +
    'so and or but not never just now later soon again too also well today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday this next ' +
    'early late first be been being i we he she they whether how why who sure right okay ok please'
  ).split(' '),
);
const PARTICLES = new Set('up out off over down back through in across along round around'.split(' '));
/** Of whom something is asked for is no thing: "I'll invoice you on Monday". */
const TO_PEOPLE =
  /^(?:invoice|bill|refund|reimburse|quote|repay|compensate) (?:you|ye|ya|y'all|the|your|him|her|them)\b/i;
const CHECKS = /^(?:check|see) [^.?!,;]{0,40}\b(?:if|whether)\b/i;
/** "Give the meter numbers to the electricity company". */
const GIVES = /^give (?:the|my|our|your|those|that|it|them) ?(?:[\w'-]+ ){0,4}to (?:the|my|our|him|her|them|[a-z]+)\b/i;
/** What one has or gets for oneself, or is given while one talks. */
const PLACES =
  /\b(?:slot|appointment|table|room|booking|reservation|place|space|spot|seat|time|availability|opening)\b/i;
const BY = /\b(?:by|before) (?!then\b|now\b|the way\b|myself\b|yourself\b|phone\b|e-?mail\b|post\b|text\b)/i;
/** "Get a nozzle from the wholesaler", "get housekeeping to swap those", "have your papers ready". */
const GETS =
  /^get (?:(?!you\b|ye\b|ya\b|y'all\b|me\b|us\b|there\b|home\b|in\b|out\b|up\b|off\b|back\b|here\b|to\b|on\b|around\b|round\b|paid\b|married\b|one of\b)(?:an?|the|my|our|your|some|those|these|that|it|them|another|[\w'-]+) ?)/i;
const MADE_TO =
  /^(?:get|have) (?!you\b|ye\b|ya\b|y'all\b|me\b|us\b|it\b|that\b|them\b)(?:[\w'’-]+ ){1,4}?to [a-z]{2,}/i;
/** "Have it deleted", "get that reissued": what is made so, in the participle. */
const MADE_SO = /^(?:have|get) (?:[\w'’-]+ ){1,5}?(?:re)?([a-z]{3,}(?:ed|wn|pt))\b/i;
const SO_AT_ONCE =
  /^(?:book|not|add|mark|sav|reserv|confirm|cancell?|updat|chang|mov|transferr|connect|finish|schedul|logg|record|pencill|squeez|slott|fitt|chang|switch|put|start|mean|ne|fe|se|inde|re|hundr|tir|marri)ed$/i;

/**
 * Whether words with a day say that something is done by then, whatever the verb is: "cut a blank for it tomorrow", "request those from
 * Dr Moss by Thursday". The verb has an object, and is none of those that speak of coming, choosing or writing down.
 *
 * @param words from the verb on
 * @param speaker a caller has much done in the shop itself: "I'll have it cut on Friday"
 */
export function isAnyDeed(words: string, speaker: Speaker): boolean {
  const plain = words.toLowerCase().replaceAll('’', "'");
  const [verb = '', ...rest] = plain.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];
  if (/^(?:get|have)$/.test(verb)) return isMade(plain, speaker);
  if (CHECKS.test(plain) || TO_PEOPLE.test(plain) || GIVES.test(plain)) return true;
  if (
    NO_DEEDS.has(verb) ||
    (verb === 'write' && rest.includes('down')) ||
    !/^[a-z][a-z-]{2,}$/.test(verb) ||
    /(?:ing|ed|ly)$/.test(verb)
  )
    return false;
  const object = rest.find(
    (word, index) =>
      !(index === 0 && (PARTICLES.has(word) || (/^(?:him|her|them)$/.test(word) && isDeterminer(rest[1])))),
  );
  return object !== undefined && !NO_OBJECT.has(object) && !PLACES.test(plain);
}

const isDeterminer = (word = ''): boolean =>
  /^(?:an?|the|my|our|your|his|her|their|that|those|these|some|it)$/.test(word);

const COMES = / to (?:come|call (?:out|by|in|round)|go|visit|see|attend|be|do it|have a look|take a look)\b/i;

/** "I'll have it deleted", also without a day: what somebody is made to do is done after the call. */
export function isMadeSo(words: string): boolean {
  if (/^get /.test(words)) return MADE_TO.test(words) && !COMES.test(words) && !PLACES.test(words);
  const made = MADE_SO.exec(words.replaceAll('’', "'"))?.[1];
  return made !== undefined && !SO_AT_ONCE.test(made) && !PLACES.test(words);
}

function isMade(plain: string, speaker: Speaker): boolean {
  if (PLACES.test(plain) && !BY.test(plain)) return false;
  if (MADE_TO.test(plain) || (isMadeSo(plain) && (speaker === 'agent' || BY.test(plain)))) return true;
  return plain.startsWith('get ') ? GETS.test(plain) : BY.test(plain);
}
