/** A run of words of a plain text, cut out where a clause says what it is about. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  /** As in the plain text. */
  readonly text: string;
  /** Whether it breaks off before a pronoun that belongs to it: "getting" of "I like getting it over with", or behind a
   * word that leads on: "lie" of "my lie in". */
  readonly isCut: boolean;
}

/** Words that begin something new in speech without punctuation. */
const ENDS = new Set(
  (
    'so but because cause cos cuz coz since if unless though although while whereas please thanks thank cheers ok okay is are was were ' +
    "isn't aren't wasn't can could would will won't can't couldn't wouldn't do does did don't doesn't i i'm i've i'd i'll im ive ill we " +
    "we're we've we'd we'll you you're you've you'd you'll he she he's she's it it's its they they're they've there there's which who " +
    'where what why how when then anyway obviously actually honestly basically sorry yeah yes yep no nope hi hello bye tho mate too ' +
    "really personally usually normally always ideally unfortunately anyways let let's lets don't not never hopefully alright thats that's " +
    'hence therefore otherwise plus whatever whichever has had have got been being either neither until till'
  ).split(' '),
);

/** After "and", "or" or a comma these begin a new clause, elsewhere they may belong to the phrase. */
const STARTS = new Set(
  (
    'can could please also then my his her their your our need want have get would hate love like prefer never always only usually make ' +
    'book see put that this maybe perhaps will just even now something anything everything stuff whatever whenever thing things so on such ' +
    'today tomorrow tonight for to at from by on in with she he'
  ).split(' '),
);

const FILLERS = new Set('um umm uh uhh er erm eh hmm mm'.split(' '));

const TOKEN = /[\p{L}\p{N}£$€%]+(?:['./:-][\p{L}\p{N}]+)*|[,;:()!?…–—-]|"|\./gu;

export interface PhraseOptions {
  readonly maxWords: number;
  /** Words that may be part of it although they end others. */
  readonly inside?: ReadonlySet<string>;
  /** Words that end it besides the usual ones. */
  readonly ends?: ReadonlySet<string>;
  /** Whether a comma is inside: lists. */
  readonly commas?: boolean;
}

/** The phrase that begins at a place: up to where something new begins. Empty when something new begins at once. */
export function phraseAt(plain: string, at: number, options: PhraseOptions): Phrase {
  const tokens = tokensAt(plain, at, options.maxWords + 6);
  let start: number | undefined;
  let end = at;
  let words = 0;
  for (let index = 0; index < tokens.length && words < options.maxWords; index += 1) {
    const token = tokens[index];
    if (!token) break;
    const word = token[0];
    if (FILLERS.has(word)) {
      if (start !== undefined && STARTS.has(tokens[index + 1]?.[0] ?? '')) break;
      continue;
    }
    if (word === ',' && options.commas === true && start !== undefined && !endsAfterComma(tokens[index + 1]?.[0]))
      continue;
    if (word === ',' && FILLERS.has(tokens[index - 1]?.[0] ?? '')) continue;
    if (!/^[\p{L}\p{N}£$€]/u.test(word)) break;
    if (options.inside?.has(word) !== true && (ENDS.has(word) || options.ends?.has(word) === true)) break;
    if ((word === 'and' || word === 'or') && endsAfter(tokens[index + 1]?.[0], options)) break;
    if (word === 'like' && start !== undefined && LIKE_ENDS.test(tokens[index + 1]?.[0] ?? '')) break;
    if (
      word === 'that' &&
      !/^(?:face|faces|look|looks|overlook|overlooks|has|have|don't|doesn't|are|is|aren't|isn't)$/.test(
        tokens[index + 1]?.[0] ?? '',
      )
    )
      break;
    start ??= token.index;
    end = token.index + word.length;
    words += 1;
  }
  return trimmed(plain, start ?? at, end);
}

/** "I hate needles like I faint": a filler and no comparison. */
const LIKE_ENDS = /^(?:|[,.!?]|i|i'm|i've|we|they|you|it|it's|he|she|really|honestly|ever)$/;

/** The next tokens, lazily: a turn may be a megabyte without an end. */
function tokensAt(plain: string, at: number, limit: number): readonly RegExpExecArray[] {
  const near = plain.slice(at, at + 400);
  const tokens: RegExpExecArray[] = [];
  for (const match of near.matchAll(TOKEN)) {
    match.index += at;
    tokens.push(match);
    if (tokens.length >= limit) break;
  }
  return tokens;
}

function endsAfter(next: string | undefined, options: PhraseOptions): boolean {
  return (
    next === undefined ||
    ENDS.has(next) ||
    STARTS.has(next) ||
    options.ends?.has(next) === true ||
    !/^[\p{L}\p{N}]/u.test(next)
  );
}

function endsAfterComma(next: string | undefined): boolean {
  return next === undefined || ((ENDS.has(next) || STARTS.has(next)) && next !== 'and') || !/^[\p{L}\p{N}]/u.test(next);
}

const LEAD = /^(?:(?:a|an|the|some|having|to have|to get|to go for|the usual|um|uh|like|just|kind of|sort of)\s+)+/;
const TRAIL =
  /(?:\s+(?:and|or|the|a|an|of|for me|for us|with me|me|myself|mostly|mainly|best|most|the most|the best|if possible|possible|at all|very much|so much|that much|much|a lot|a bit|better|more than anything|to be honest|by the way|i think|as well|too|also|in general|in particular|though|now|there|here|these days|nowadays|today|right|sir|ma'am|madam|love|darling|mate|to|at|in|on|with|by|about|for|than|from|when|ever|thing|kind|sort|just|only|still|even|even though|that|which|anyhow|again|everything|anything|all the time|every time|each time|whenever|wherever|from now on|in future|in the future|going forward|as a rule|obviously|actually|especially|particularly|generally|anywhere|everywhere|any time|anytime))+$/;

function trimmed(plain: string, start: number, end: number): Phrase {
  const raw = plain.slice(start, end);
  const lead = LEAD.exec(raw)?.[0].length ?? 0;
  const rest = raw.slice(lead);
  const text = rest.replace(TRAIL, '').trim();
  return {
    start: start + lead,
    end: start + lead + text.length,
    text: text.replace(/\s+/g, ' ').replace(/\b(?:um+|uh+|er+m?),? /g, ''),
    isCut:
      /\b(?:to|at|in|on|with|by|about|for|from|of|near)$/.test(raw) ||
      (/^[a-z]+ing$/.test(raw) && /^ (?:it|them|him|her|that|this|those|these|you)\b/.test(plain.slice(end))),
  };
}
