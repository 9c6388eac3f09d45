import { hasCheckDigit } from '../extraction/secrets/card-numbers.js';

/** What a sentence does in a conversation, as its phrases tell. */
export type Part = 'name' | 'request' | 'outcome' | 'open' | 'preference' | 'correction';

/** The parts that a sentence plays, in the languages whose phrases are known; none is an answer, too. */
export function partsOf(sentence: string): ReadonlySet<Part> {
  const parts = new Set<Part>();
  for (const [part, pattern] of CUES) if (pattern.test(sentence)) parts.add(part);
  return parts;
}

/** `(?<![\p{L}\p{N}])…`, since `\b` knows Latin letters only. */
function phrases(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})`, 'iu');
}

const APOSTROPHE = "['’]?";

const CUES: readonly (readonly [Part, RegExp])[] = [
  [
    'name',
    phrases(
      `(?:my|the|last|first|full|her|his|whose) name(?: is|${APOSTROPHE}s|, )`,
      `name${APOSTROPHE}s `,
      'under (?:the name )?\\p{L}+(?=[.,!]|$)',
      "me llamo|mi nombre es|a nombre de|je m[’']appelle|(?:mon|au) nom|ich hei(?:ß|ss)e|mein name|mi chiamo|meu nome|me chamo",
    ),
  ],
  // Only with a capital: "this is about", "I'm calling".
  [
    'name',
    /(?<![\p{L}\p{N}])(?:[Tt]his is|[Ii]t['’]s|[Ii]['’]?m|[Ii] am)\s(?:Dr\.?\s|Mrs?\.?\s|Ms\.?\s)?\p{Lu}\p{Ll}+(?=[\s.,!]|$)/u,
  ],
  [
    'request',
    phrases(
      `i(?: would|${APOSTROPHE}d) like|i (?:really |just )?(?:need|want)|i wanted|i was (?:wondering|hoping)|i${APOSTROPHE}m (?:calling|trying|looking|hoping)`,
      `calling (?:about|because|to|for|regarding)|looking (?:for|to)|(?:can|could|may) (?:i|you|we|someone)|is it possible|do you (?:have|take|offer|do)`,
      `(?:wanna|gotta|have to|need to|want to|trying to) (?:book|make|cancel|change|move|reschedule|order|report|file|check|schedule|get|return|pay|renew)`,
      `(?:is|was|are|has|have)(?:n${APOSTROPHE}t| not) (?:\\p{L}+ )?(?:work|cool|heat|turn|start|drain|charg|arriv|been|show)`,
      `(?:doesn|won|didn|can|don)${APOSTROPHE}t (?:work|start|turn|drain|connect|log|open|close|spin|heat|cool)`,
      'problem with|issue with|broken|broke down|leak(?:s|ing|ed)?|stopped working|accident|claim|complain|refund|hurts?|pain|question about',
      "quisiera|quiero|necesito|me gustaría|llamo (?:para|por)|je voudrais|j[’']aimerais|j[’']ai besoin|j[’']appelle pour",
      'ich (?:möchte|brauche|würde|hätte|wollte)|ich rufe an|vorrei|ho bisogno|gostaria|preciso',
    ),
  ],
  [
    'outcome',
    phrases(
      `(?:i${APOSTROPHE}ve|i have|we${APOSTROPHE}ve|we have|you${APOSTROPHE}re|you are|it${APOSTROPHE}s|that${APOSTROPHE}s|is|are|been|got you|have you|all) (?:now |all |just |been |successfully )*(?:booked|scheduled|rescheduled|confirmed|reserved|cancell?ed|moved|changed|set|down for|updated|refunded|approved|declined|denied|filed|ordered|placed|noted|added|registered|opened|closed|resolved|processed|waived|upgraded)`,
      `(?:booked|scheduled|rescheduled|confirmed|reserved|cancell?ed|moved|put) (?:you|it|your|that|the|for|in|down)`,
      '(?:is|are|(?:will|should) be) (?:ready|available|delivered|done|finished)|see you (?:on|at|tomorrow|then|next|this)|(?:confirmation|claim|reference|ticket|case|order|booking|policy) (?:number|code|id)',
      'your (?:appointment|reservation|table|order|claim|visit|total|balance|deductible|refund|technician|delivery) (?:is|will|comes|has|was)',
      'the (?:total|price|cost|fee|quote|estimate|deductible) (?:is|will|comes|would)|(?:comes|amounts) to|it costs?',
      "unfortunately|we (?:don’t|don't|can’t|can't|cannot|do not)|fully booked|no availability|not covered|is covered|we agreed",
      'confirmad[oa]|reservad[oa]|agendad[oa]|cancelad[oa]|queda|quedó|su (?:cita|reserva|mesa)|le espero|los esperamos',
      'gebucht|reserviert|bestätigt|storniert|eingetragen|ihr termin|confirmée?|réservée?|annulée?|votre (?:rendez-vous|réservation|table)|prenotat[oa]',
    ),
  ],
  [
    'open',
    phrases(
      `(?:i|we|he|she|they|you|someone|somebody|technician|adjuster|doctor|manager|team|\\p{Lu}\\p{L}+)(?:${APOSTROPHE}ll| will| shall| am going to| are going to| is going to|${APOSTROPHE}re going to) (?:also |then |just |have |be |get )*(?:call|email|e-mail|send|text|receive|get|contact|follow|reach|check|ask|bring|ship|arrive|come|let you know|look into|mail|pick|need|be in touch|forward|pass|transfer|review|hear|issue|refund|waive|credit|process|replace|arrange|book|schedule|cancel)`,
      "please (?:don['’]t|do not|bring|send|call|arrive|come|have|make sure|keep|upload|confirm|remember)|don[’']t forget|remember to|make sure",
      'within (?:the )?(?:\\p{N}+|an?|one|two|three|five|ten|a few|next)|by (?:the )?(?:end of|tomorrow|monday|tuesday|wednesday|thursday|friday|noon)',
      'call(?:ing)? (?:you |me |us |them )?back|get back to|follow[- ]?up|waiting (?:for|on)|still (?:need|waiting|open|pending)|have to (?:ask|check|wait|bring)',
      'le (?:llamar|enviar)|llamaremos|enviaremos|por favor (?:traiga|envíe|llegue)|bringen sie|wir (?:melden|rufen|schicken)|nous vous (?:rappel|enver)|veuillez',
    ),
  ],
  [
    'preference',
    phrases(
      "allerg|i (?:always |usually |really )?(?:prefer|hate|love|only|can[’']t (?:eat|do|make|come)|never)|vegetarian|vegan|gluten|wheelchair",
      `instead of|rather (?:have|than|not)|works? (?:best|better)|only (?:in|on|after|before|available|free)|don${APOSTROPHE}t (?:call|text|like|eat|drink|have)|(?:please )?not before`,
      'my (?:son|daughter|wife|husband|mother|father|mom|dad|cell|mobile|insurance|policy|account|address|phone|number|email|date of birth|birthday|dog|cat|car)',
      'alérgic|prefiero|allergisch|lieber|vegetarisch|je préfère|allergique',
    ),
  ],
  [
    'correction',
    phrases(
      `actually|instead|(?:sorry|no),? (?:i mean|wait|make (?:it|that)|not)|change (?:it|that|my)|i (?:meant|changed my mind)|can we (?:do|make it)|make (?:it|that) `,
      'mejor|en realidad|perdón|doch|eigentlich|plutôt|en fait',
    ),
  ],
];

/**
 * Says nothing about this caller, whatever else is in it: how the agent answers, waits, and offers more; and what is said to the
 * agent's model rather than to the agent.
 */
export function isBoilerplate(sentence: string): boolean {
  return BOILERPLATE.test(sentence) || TO_THE_MODEL.test(sentence);
}

const TO_THE_MODEL = phrases(
  '(?:ignore|disregard|forget|override) (?:all |any |the |your |my |these |those |previous |prior |above |earlier )*(?:rules?|instructions?|prompts?|guidelines)',
  'system prompt|developer mode|you are now (?:a|an|in)|pretend (?:to be|you are)|repeat after me',
);

const BOILERPLATE = phrases(
  'thank(?:s| you) for (?:calling|choosing|holding|waiting|contacting|your patience|reaching)',
  '(?:how|what) (?:can|may|could) (?:i|we) (?:help|assist|do for you)|call (?:may|might|will|is) be(?:ing)? (?:recorded|monitored)|(?:is|was) (?:there )?anything else',
  '(?:one|just a|give me a|hold on a?) ?(?:moment|second|minute|sec)(?! later)|bear with me|let me (?:just )?(?:check|look|see|pull|find|take a look)|please hold|(?:can|do) you hear me|are you (?:still )?there',
  "have a (?:great|good|nice|wonderful|lovely)|my pleasure|you(?:’|')?re (?:very |most )?welcome|happy to help|glad (?:i|to)|how are you",
  'welcome to|virtual assistant|automated|ai (?:assistant|agent|receptionist)|gracias por (?:llamar|su llamada)|¿?en qué (?:puedo|le)|¿?algo más|que tenga|buen día',
  "vielen dank für (?:ihren )?anruf|wie kann ich|schönen tag|merci (?:de votre|d[’']avoir)|comment puis-je|bonne journée",
);

/** A whole sentence that only keeps the talk going. */
export function isPleasantry(sentence: string): boolean {
  return sentence.replace(FILLERS, '').replace(/[\p{P}\p{S}\s]+/gu, '') === '';
}

/** With a bound on both sides, so that one pass leaves nothing but what was said. */
const FILLERS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|there|bye|goodbye|bye-bye|see (?:you|ya)(?: (?:then|later|soon))?|take care|cheers',
    'thank you|thanks|thx|(?:so|very) much|a lot|again|please|sorry|excuse me|pardon|no (?:problem|worries)|not at all|of course|absolutely|certainly|sure(?: thing)?',
    'ok|okay|alright|all right|right|great|perfect|wonderful|excellent|awesome|fantastic|good|fine|cool|nice|lovely|got it|i see|understood|exactly|correct|indeed',
    "yes|yeah|yep|yup|no|nope|nah|uh-huh|mm-?hm+|mhm|hm+|um+|uh+|er+|ah+|oh+|well|so|and|but|you know|like|let me think|i think|wow|really|too|you|that(?:’|')?s (?:it|all|right|correct|great|perfect|fine|good|everything)|that works?|sounds (?:good|great|perfect)|(?:i )?appreciate it|will do|what|pardon me",
    'hola|buen[oa]s(?: (?:días|tardes|noches))?|gracias|muchas|sí|vale|claro|perfecto|adiós|hasta luego|de nada|por favor|bueno',
    "hallo|guten (?:tag|morgen|abend)|danke|vielen dank|schön|ja|nein|gut|genau|tschüss|auf wiederhören|bitte|bonjour|bonsoir|merci|oui|non|d[’']accord|au revoir|parfait|très bien|ciao|grazie|prego|obrigad[oa]|olá|tchau",
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** What may stand before the sentence proper: `Okay, great, `. A plain "no" is part of what is said. */
export function withoutOpening(sentence: string): string {
  const rest = sentence.replace(ADDRESS, '').replace(OPENING, '');
  return rest === '' ? sentence : rest;
}

/** "Hi Monica, it's Ingrid": whom it is said to. Only with a capital: "hello it's, um, Ingrid". */
const ADDRESS = /^(?:[Hh]i|[Hh]ello|[Hh]ey|[Hh]iya|[Gg]ood (?:morning|afternoon|evening)) \p{Lu}\p{L}+, (?=\S)/u;

const OPENING =
  /^(?:(?:(?:hi|hello|hey|hiya)(?: there)?|good (?:morning|afternoon|evening)|ok|okay|alright|all right|great|perfect|wonderful|excellent|awesome|(?:thanks|thank you)(?! for(?![\p{L}\p{N}]))|um+|uh+|oh|ah|well|so|yeah|yes|sure|and|but|also|hola|buenas tardes|buenos días|listo|hallo|guten tag|bonjour)(?![\p{L}\p{N}])(?:[,.!\s–—-]|…)*)+/iu;

/** A question, or what the agent says to be told something. */
export function isQuestion(sentence: string): boolean {
  return /[?？]["'”’)]*$/u.test(sentence) || ASKS.test(sentence);
}

const ASKS =
  /^(?:and |so |ok(?:ay)?,? )?(?:(?:can|could|may) (?:i|you) (?:please )?(?:have|get|tell|give|confirm|spell)|(?:what|when|where|which|who)(?:[’']s| is| are| was| would| day| time))/iu;

/** Card numbers, passwords and their like are nothing to keep: not the sentence, and not the answer to it. */
export function asksForSecret(sentence: string): boolean {
  return SECRETS.test(sentence);
}

const SECRETS = phrases(
  '(?:credit|debit|card)[- ](?:card )?(?:number|info|details)|cvv|cvc|security code|pin(?: code| number)?(?![\\p{L}\\p{N}])|pass(?:word|code|phrase)|social security|ssn|account password|one-?time|verification code|número de tarjeta|kartennummer|numéro de carte|iban|routing number|bank account',
);

/** A number that is long enough to be a card's and adds up as one, or is written as a social security number. */
export function holdsSecret(sentence: string): boolean {
  if (/(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/.test(sentence)) return true;
  return [...sentence.matchAll(/\d(?:[ -]?\d){12,18}/g)].some(([digits]) => hasCheckDigit(digits.replace(/\D/g, '')));
}
