import { phraseAt } from '../../language/phrase.js';
import { GENERAL_TIME, isLasting } from './lasting.js';

/** A liking in a plain sentence, and where it stands. */
export interface Liked {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const MARK =
  '(?:always(?: have| has| do| did| will)?|every (?:single )?(?:time|visit|trip|stay)|from (?:here|now) on(?: out)?|each time|as a rule|without fail|(?:just )?(?:as|like) (?:always|ever|usual)|ever)';
const SOFT =
  '(?:please|if (?:you|ye|ya) (?:can|could|have one|would|please)|if possible|if there is one|for (?:me|us)|thanks|mate|love|sir|ideally)';

/** What one wants, carries nothing itself: "I want that corner booth". */
const WANTING =
  /^(?:(?:so |well |and )*(?:it|that)(?:'s got| does have| has| have|'d have) to be )?(?:(?:(?:so|and|but|well|oh|yes|yeah|no|nah|naw|nope|um|uh|sir|ma'?am|maam|love|mate|please|ideally|just|also|i'll say|you know me|it's|its|it is|that's|then|ok|okay|right|heavens|only|maybe|still|definitely|for me|for us)[ ,]+)*(?:(?:(?:i|we)(?:'d| would)?(?: really| just)? (?:want|need|like|take|have|get|ask for|order|book|pay by|pay|prefer|go for|drink|use|eat|sit|sit in|sit by|sit at)|give me|book me|put me (?:in|on|by)|(?:can|could) (?:i|we) (?:have|get)|i'm after|make it|same) )?(?:(?:the|a|an|that|those|my|our|some|your|same) )?)/;

/** Words of a clause that is no thing. */
const NO_THING =
  /\b(?:years?|months?|weeks|days|hours?|minutes?|(?:a|cold|wet) (?:morning|night|day))\b|^(?:sort|kind) of|^(?:wait|hold on|hang on|now|here|there|honestly|sorry|yeah|yep|yes|oh|girl|love|mate|sugar|honey|dear|darling|sir|ma'?am|maam|miss|after that|before that|things? .*)$|\b(?:put|that|it|this|them|these|those|i|i'm|i've|i'd|i'll|we|we're|we've|you|he|she|they|it|is|are|was|were|has|have|had|can|could|will|would|do|does|did|don't|doesn't|didn't|can't|won't|isn't|not|never|nothing|what|how|why|who|where|when|that's|it's|there's|there|works?|come|comes|came|goes|went|gone|said|says|told|know|think|thanks|sorry|yes|no|lovely|great|perfect|nearly|almost|same thing|problem|trouble|late|busy|fault|issue|mess|engaged|wrong|broken|been|ring|rings|rang|called|calls me|charged|charge|happens|breaks|leaks|pleasure|welcome|grateful|polite|cheerful|hello|morning all|best|better|easier)\b/;

function thingOf(words: string): string | undefined {
  if (/^at /.test(words)) return undefined;
  const value = (words.split(/ (?:and|then) (?=(?:i|we) )/).at(-1) ?? '')
    .replace(WANTING, '')
    .replace(/^(?:the|a|an|that|those|my|our|on|in|by|at|with) /, '')
    .trim();
  return value.length > 2 && value.split(' ').length <= 7 && !NO_THING.test(value) && isLasting(value)
    ? value
    : undefined;
}

/** "Every time I turn left": when something happens, and nothing that is wished. */
const HAPPENING =
  /^ (?:(?:i|we) (?!(?:do )?(?:come|stay|visit|travel|book|fly|eat|order|go|am|have|always|never|got|can't|cannot|don't|just|need|want|like)\b)|it |he |she |they |you )[a-z]+/;

/** Where something is at fault, "always" and "every time" say when it is. */
const FAULT =
  /\b(?:noise|clunk|leaks?|leaking|drips?|dripping|fault|error|alarm|beeps?|squeaks?|rattles?|limps?|limping|vomit|throwing up|sticks|stuck|trips|blocked|burst|happens?|crash(?:es)?|freezes|cuts out|goes off|breaks down)\b/;

const SEPARATE = '(?:^|[.;,] ?|\\b(?:and|so|but|because|cos) )';
const WORDS = "((?:(?!(?:so|but|because|cos) )[a-z0-9][a-z0-9'-]* ){0,9}?[a-z0-9][a-z0-9'-]*)";

/** A thing, and a mark behind it: "ground floor if you can, always", "twin beds every time we travel". */
const THING_THEN_MARK = new RegExp(
  `${SEPARATE}${WORDS}(?:,? ${SOFT})*,? (?:(?:i|we) (?:do )?always (?:do|(?:have|get|ask for|take|order|want)(?: it| that| one| them| those| him| her)?)|${MARK})(?=$|[,.!?;]| (?:please|for|when|because|cos|in|never|since|thanks|so|but|with you|as|he|she|they|it)\\b| (?:i|we) [a-z])`,
  'g',
);

/** "white, always white", "decaf for me, always decaf", "only oat milk for me, ever". */
const MARK_THEN_THING = new RegExp(
  `(?:^|[.;,] ?|\\b(?:it's|its) )(?:always|only ever|only(?=[a-z' -]+ for (?:me|us))) (?!been|on time|busy|a pleasure|the same|say|has|have|had|is|was|in (?:a|the middle))${WORDS}(?: for (?:me|us)(?:, ever)?)?(?=$|[.,!;]| (?:if|when|because|cos|please)\\b)`,
  'g',
);

const HABIT_ANYWHERE =
  /\b(?:(?:any|every) [a-z]+ (?:that )?(?:i|we) [a-z]+(?: to| in| at| with you)?|(?:wherever|whenever|anywhere|anytime|everywhere) (?:i|we)(?:'m| am| go| [a-z]+)?(?: [a-z]+){0,2}?),? (?:i|we) (?:always |usually |just )?(ask for|have(?! (?:to|trouble|problems|a problem|the same))|take|book|want|go for|choose|order|request|sit|stay|see|pay|prefer)(?: by| in| at| with)? (?:the |a |an |my )?(?=[a-z0-9])/g;

const WHAT_I_ALWAYS =
  /(?:^|[.;] ?|\b(?:and|so|but|yes|yeah) )(?:the |a |an )?((?:[a-z0-9'-]+,? ){0,7}?[a-z0-9'-]+)(?:,? that's| is| are|'s) (?:what|who|the one|the way) (?:i|we) (?:(?:always|usually|normally|generally) (?:go for|go to|see|ask for|have|get|take|like|order|want|book|choose|do|use)|love|like|prefer|(?:check|read|look at|answer|use|wear|drink|eat)(?=$|[,.!]))\b/g;
const MY_THING =
  /(?:^|[.;,] ?)(?:the |a |an )?((?:[a-z0-9'-]+ ){0,3}?[a-z0-9'-]+)(?:,? that's how i (?:like|take|have) (?:it|them|mine)|(?: is|'s| are) (?:always |really |kind of |very much )*(?:my thing|my preference|my go to|our thing|my style|how i like it))\b/g;

/** Verbs with what one is at ease with; the thing follows. */
const AT_EASE: readonly RegExp[] = [
  /\b(?:i|we)(?:'m| am| feel|'re| are) (?:always |much |far |a lot |just |more |most )*(?:more at ease|more comfortable|most comfortable|better off|happier|happiest|safer|at home) (?:with|in|on|at|by) /g,
  /\b(?:i|we) (?:always |only |just |do |much |a lot )*(?:sleep|feel|do|cope|manage|work|respond|reply|react|function) (?:so much |much |a lot |far )*(?:better|best|quicker|quickest|faster) (?:with|in|on|at|to|by) /g,
  /\bi've an? weakness for /g,
  /\b(?:i|we) (?:just |absolutely |really )*(?:live for|can't start the day without|can't function without|can't go without|can't get enough of|swear by|am a slave to|have a soft spot for|(?:have|'ve|'ve got) an? weakness for|always stick to|stick to|only trust) /g,
  /\b(?:i'm|we're|i am) all (?:about|for) /g,
  /\bnothing beats /g,
  /\b(?:i|i've|ive|we've|i have) always (?:been (?:an?|fond of|partial to|keen on|mad about)|been one for(?: an?)?|did (?:prefer|like|love)|preferred|liked|loved|wanted|had|gone for|been for) /g,
  /\bi'?m always (?:an? )?(?=[a-z]+ (?:person|man|girl|on (?:week|mon|tues|wednes|thurs|fri|satur|sun)|weekdays|weekends|mornings|for (?:breakfast|lunch|dinner|me)))/g,
  /\b(?:my|our) (?:usual )?preference (?:is|has always been|'s)(?: always| usually| for)* /g,
];

/** "We're booth people", and not "we're having people over", "we're six people". */
const PEOPLE =
  /\b(?:we're|we are)(?: both| all| very much| really)* ((?![a-z-]*ing\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the|more|other|only|just)\b)(?:[a-z-]+ )?[a-z-]+) people\b/g;

const COMFORTS = / (?:bloke|gal|lady|fella|man|woman|person|girl|guy|lad|lady|people|family|household|fan)$/;

const WRITTEN =
  /\b(?:i|we)(?:'d| would)? (?:always |really |still |just |do |much )*(?:want|like|need|prefer|have|get|do|rather have) (?:it|everything|things|them|that|all|mine|all of it|stuff|all that)(?: all| sent| done| to come)? ((?:in writing|on paper|by post|in the post|by letter|through the (?:post|letterbox)|by e-?mail|over the phone|by mail|in the mail|in black and white|in person|face to face|in print|online|on (?:the |my )?(?:screen|phone|computer))(?: through the letterbox)?)\b/g;

const PLEASE_ALWAYS =
  /\bplease (?:write|send|make|put|issue|do|give|keep|use|address|bill|deliver|leave|park|print|speak|serve|bring|seat)(?: me| us)? (?:the |my |our |all )?((?:[a-z'-]+ ){1,4})always ((?:in|on|at|by|to|with|from|under|before|after|through) [a-z' -]{2,30}?)(?=$|[,.!;]| (?:not|because|please|and|so)\b)/g;

const NAME_ALWAYS =
  /(?:^|[.;,] ?|\b(?:and|but|so|because) )([a-z]+(?: [a-z]+)?) always (?:does|cuts|sees to|looks after|sorts|handles|did|colou?rs) (?:my|me|our|us|mine)\b/g;
const PERSON_ALWAYS =
  /\b(?:with|have|see|get|want|is) ((?:dr|doctor|mr|mrs|ms|miss) [a-z]+|[a-z]+)(?: please)?,? (?:please )?(?:i|we) (?:always|usually|normally) (?:have|see|get|go to|go with|book with|ask for) (?:him|her|them)\b/g;

const GOOD_ALWAYS =
  /(?:^|[,.;] ?|\b(?:for me|and|so|but|any) )((?:early |late )?(?:morning|afternoon|evening|night|lunchtime|weekend|weekday|first thing|last thing|(?:first|last|early|late)(?: [a-z]+){0,4}?|after [a-z0-9]+(?: [a-z]+)?|before [a-z0-9]+(?: [a-z]+)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|high up|low down|upstairs|downstairs))(?: time)?(?:'s| is| are| suits me| works| would be) (?:(?:always|generally|usually|normally) (?:the )?(?:best|better|easiest|easier|good|ideal)|(?:best|better|easier|easiest|good)(?: for me| for us)?,? (?:always|generally|as a rule|usually))/g;

const SOONER =
  /\b(?:i'd|i would|we'd|we would) (?:always |much |far |usually |generally |really )*(?:sooner|rather|prefer to|like to|prefer|like) (?:always )?(?!not\b)(?:be |have |get |come |go |pay |do |book |sit |stay |start |take |)/g;
const GENERAL_MARK =
  /\b(?:always|as a rule|generally|every (?:single )?time|in general|usually|normally|ever|whenever|each time)\b/;

/** "Mimi, always Mimi", "silent please always silent". */
const SAID_AGAIN = /\b([a-z]{3,}(?: [a-z]{3,})?)(?: please)?,? (?:it's |its |yes,? |yeah,? )?always \1\b/g;

/** "I go always with train", "I sit always at the back". */
const VERB_ALWAYS =
  /\bi (?:go|travel|come|pay|sit|sleep|take|have|use|eat|drink|stay|order|ask for|book|buy|wear) always (?:(?:with|by|in|at|on|for) )?(?:the |a |an |my )?/g;

/** "I only want Park working on me, nobody else". */
const NOBODY_ELSE =
  /\bi only (?:ever )?(?:want|see|have|trust|go to|like) ([a-z' -]{3,40}?),? (?:and )?(?:nobody|no one|noone|no body|not anybody|not anyone) else\b/g;

const TWICE_SAID =
  /\b(?:i|we)(?: always| usually| only| just| do)* (?:pay|come|arrive|sit|sleep|travel)(?: in| by| on)? ((?:by |in |on )?[a-z' -]{3,30}?),? always(?: have| do| did)?\b/g;

const ANY_DAY =
  /\b(?:give me|i'd (?:rather |sooner )?(?:take|have)|i'll take|i'd choose|i'd pick) (?:a |an |the )?([a-z' -]{3,30}?)(?: (?:over|instead of|rather than|before) [a-z' -]{2,30}?)? any (?:day|time)\b/g;
const NOTHING_ELSE =
  /\b(?:i|we) (?:drink|eat|wear|use|fly|buy|read|watch|listen to) only (?:the |a |an )?([a-z' -]{3,30}?)(?=$|[,.!;]| (?:so|and|but|because|cos|please)\b)/g;

const RELATIVE =
  /\b(?:i|we) (?:do |really |always |much |just )*(?:like|love|prefer|always want|always ask for) (?:a |an |the )?((?:thing|things|something|someone|somebody|people|person|place|places|rooms?|table|tables) (?:i|that|which|who|where|with|you|without)(?: [a-z']+){1,6})(?=$|[,.!;])/g;

/** Likings that a mark of what lasts makes of a thing, whatever stands beside it. Without such a mark it is chosen this once. */
export function lastingLikesIn(plain: string): readonly Liked[] {
  const found: Liked[] = [];
  const add = (value: string | undefined, start: number, end: number): void => {
    if (value === undefined || value.length < 3) return;
    if (found.every((other) => end <= other.start || start >= other.end)) found.push({ value, start, end });
  };
  const whole = (pattern: RegExp, read: (match: RegExpExecArray) => string | undefined): void => {
    for (const match of plain.matchAll(pattern)) {
      const lead = /^[.;, ]*/.exec(match[0])?.[0].length ?? 0;
      add(read(match), match.index + lead, match.index + match[0].trimEnd().length);
    }
  };
  whole(RELATIVE, (match) => match[1]);
  whole(PEOPLE, (match) =>
    /\b(?:dogs?|cats?|animal|old|young|busy|simple|nice|good|quiet|working|local|different|reasonable|private|two|three|four|five|six|the|ordinary|normal|poor|lovely|elderly|retired|tidy|clean|honest|decent|religious|church)\b/.test(
      match[1] ?? '',
    )
      ? undefined
      : match[1],
  );
  whole(ANY_DAY, (match) => match[1]);
  whole(NOTHING_ELSE, (match) => match[1]);
  whole(WHAT_I_ALWAYS, (match) => thingOf(match[1]?.replace(/,/g, '') ?? ''));
  whole(MY_THING, (match) => thingOf(match[1] ?? ''));
  whole(WRITTEN, (match) =>
    / (?:(?:have|get) .*|do (?!everything).*|(?:it|that) in .*)/.test(match[0]) && !GENERAL_MARK.test(plain)
      ? undefined
      : match[1],
  );
  whole(PLEASE_ALWAYS, (match) => `${match[1]?.trim()} ${match[2]}`);
  whole(NAME_ALWAYS, (match) =>
    /^(?:he|she|who|it|that|she|they|one)\b/.test(match[1] ?? '') ? undefined : match[1]?.split(' ').at(-1),
  );
  whole(PERSON_ALWAYS, (match) => (/^(?:him|her|them|it|that|you|one)$/.test(match[1] ?? '') ? undefined : match[1]));
  whole(GOOD_ALWAYS, (match) => timeOf(match[1] ?? ''));
  for (const pattern of [HABIT_ANYWHERE, VERB_ALWAYS, ...AT_EASE]) {
    for (const match of plain.matchAll(pattern)) {
      const phrase = phraseAt(plain, match.index + match[0].length, { maxWords: 7 });
      const value = phrase.text.replace(COMFORTS, '').replace(/^(?:my|our) (?=back$)/, '');
      const sits =
        match[1] === 'sit'
          ? `sitting ${/(?:by|in|at|with) (?:the |a |an |my )?$/.exec(match[0])?.[0] ?? ''}${value}`
          : value;
      if (value !== '' && isLasting(value)) add(sits, match.index, phrase.end);
    }
  }
  if (GENERAL_MARK.test(plain)) {
    for (const match of plain.matchAll(SOONER)) {
      const phrase = phraseAt(plain, match.index + match[0].length, { maxWords: 6 });
      const value = phrase.text.replace(/ always$/, '');
      if (
        isLasting(value) &&
        !/^(?:to|if|that|you|it|not|wait|leave|see|stay|die|speak|talk|know|make|cancel|book)\b/.test(value)
      )
        add(value, match.index, phrase.end);
    }
  }
  whole(SAID_AGAIN, (match) => thingOf(match[1] ?? ''));
  whole(NOBODY_ELSE, (match) => (isLasting(match[1] ?? '') ? match[1] : undefined));
  whole(TWICE_SAID, (match) => thingOf(match[1] ?? ''));
  if (FAULT.test(plain)) return found;
  whole(THING_THEN_MARK, (match) =>
    (/ ever$/.test(match[0]) && !/\bonly\b/.test(match[0])) ||
    HAPPENING.test(plain.slice(match.index + match[0].trimEnd().length))
      ? undefined
      : thingOf(match[1] ?? ''),
  );
  whole(MARK_THEN_THING, (match) => thingOf(match[1] ?? ''));
  return found;
}

function timeOf(said: string): string | undefined {
  if (/^(?:after|before) /.test(said)) return `times ${said}`;
  const value = said.trim();
  return GENERAL_TIME.test(value) ||
    /^(?:morning|afternoon|evening|night|first|last|early|late|high|low|up|down)/.test(value)
    ? value
    : undefined;
}
