/**
 * What a sentence says that can be looked up later: numbers and codes, dates and times, addresses of e-mail, names. In lower case.
 */
export function detailsOf(sentence: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [text] of sentence.matchAll(NUMBERS_AND_CODES)) found.add(text.toLowerCase());
  for (const [text] of sentence.matchAll(WORDS_OF_TIME_AND_NUMBER)) found.add(text.toLowerCase());
  for (const [text] of sentence.matchAll(NAMES)) {
    if (!NO_NAMES.has(text)) found.add(text.toLowerCase());
  }
  return found;
}

const NUMBERS_AND_CODES =
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|[$€£¥]?[A-Za-z-]*\p{N}(?:[A-Za-z\p{N}.,:/-]*[A-Za-z\p{N}])?/gu;

const WORDS_OF_TIME_AND_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'mon|tues|wednes|thurs|fri|satur|sun',
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand',
    'january|february|march|april|june|july|august|september|october|november|december',
    'tomorrow|tonight|today|yesterday|noon|midnight|morning|afternoon|evening|weekend|next (?:week|month)',
    'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth',
    'lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|hoy|tarde|noche',
    'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
    'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute|uhr|vormittag|nachmittag',
    'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|aujourd’hui|heures?|matin|soir',
  ].join('|')})(?:day|teen|ty|th)?s?(?![\\p{L}\\p{N}])`,
  'giu',
);

/** A word in capitals that no sentence begins with. */
const NAMES = /(?<=[\p{L}\p{N},;:'’"”-]\s)\p{Lu}[\p{L}’'-]+/gu;

const NO_NAMES: ReadonlySet<string> = new Set([
  "I'm",
  'I’m',
  "I'd",
  'I’d',
  "I'll",
  'I’ll',
  "I've",
  'I’ve',
  'Okay',
  'Yes',
]);
