import { DIAGNOSIS } from './extraction/finders/health/conditions.js';

/**
 * What a caller may not want said to somebody who only claims their number: health, money, identity documents, passwords. Whole
 * words, English.
 */
const SENSITIVE =
  /\b(?:allerg\w*|asthma\w*|cancer\w*|chemo\w*|depress\w*|anxiety|diabet\w*|diagnos\w*|disab\w*|disease\w*|epilep\w*|hiv|hospital\w*|illness\w*|insulin|medicat\w*|medicine\w*|miscarr\w*|overdos\w*|pregnan\w*|prescri\w*|psychiatr\w*|rehab\w*|seizure\w*|surger\w*|symptom\w*|therap\w*|tumou?r\w*|ssn|social security|passport\w*|driver'?s licen[cs]e|date of birth|birth ?date|born on|card number|credit card|debit card|cvv|cvc|iban|routing number|account number|bank account|balance|debt\w*|bankrupt\w*|salary|income|password\w*|passcode|pin code|security code|divorc\w*|custody|arrest\w*|convict\w*|lawsuit\w*)\b/i;

/** Illnesses, injuries and what is taken for them: as facts they are withheld too. */
const HEALTH = new RegExp(
  `\\b(?:${DIAGNOSIS}|aching|addict\\w*|alcoholi\\w*|alzheimer\\w*|antibiotics?|anti-?depressants?|bipolar|blood (?:pressure|thinners?)|chicken ?pox|covid|deaf|hard of hearing|hearing aids?|heart attack|hepatitis|infect(?:ed|ions?)|injur(?:y|ies|ed)|ivf|metformin|pain(?:s|ful|killers?)?|schizophren\\w*|sore|statins?|stroke|swollen|tore (?:my|his|her)|transplant\\w*|warfarin|wheelchair\\w*)\\b`,
  'i',
);

/** Longer runs of digits than a telephone number's usual groups: cards, accounts, documents. */
const LONG_NUMBER = /\d(?:[ -]?\d){11,}/;

/** A mark ends one only before a space: in "04.03.1951" and "2.5 mg" it does not. */
const SENTENCES = /\S.*?(?:[.!?;]["'”’»)]*(?=\s|$)|$)\s*/gs;

export function isSensitiveText(text: string): boolean {
  return SENSITIVE.test(text) || HEALTH.test(text) || LONG_NUMBER.test(text);
}

const SPEAKER = /^(?:Caller|Agent): /;

/** What is said before an answer, which comes after it. */
const BEFORE_ANSWER =
  /^(?:(?:a|ah|certainly|course|er|fine|hello|hi|let|me|of|oh|ok|okay|right|see|so|sure|thanks|thank|uh|um|well|yeah|yep|yes|you)\b[\s,.!?;…-]*)+$/i;

/** A text without its sensitive sentences, and without the answers to questions that are. Who said the rest is still said. */
export function withoutSensitiveSentences(text: string): string {
  const kept: string[] = [];
  let [speaker, toldSpeaker, isAnswer] = ['', '', false];
  for (const sentence of text.match(SENTENCES) ?? []) {
    const [own = ''] = SPEAKER.exec(sentence) ?? [];
    speaker = own || speaker;
    const isSensitive = isSensitiveText(sentence);
    const isWithheld = isAnswer || isSensitive;
    const isAsked = (!isAnswer || isSensitive) && /\?["'”’»)]*\s*$/.test(sentence);
    isAnswer = isWithheld && (isAsked || (isAnswer && BEFORE_ANSWER.test(sentence.slice(own.length))));
    if (isWithheld) continue;
    kept.push(own === '' && speaker !== toldSpeaker ? `${speaker}${sentence}` : sentence);
    toldSpeaker = speaker;
  }
  return kept.join('').trim();
}
