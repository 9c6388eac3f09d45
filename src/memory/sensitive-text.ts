/**
 * What a caller may not want said to somebody who only claims their number: health, money, identity documents, passwords. Whole
 * words, English.
 */
const SENSITIVE =
  /\b(?:allerg\w*|asthma\w*|cancer\w*|chemo\w*|depress\w*|anxiety|diabet\w*|diagnos\w*|disab\w*|disease\w*|epilep\w*|hiv|hospital\w*|illness\w*|insulin|medicat\w*|medicine\w*|miscarr\w*|overdos\w*|pregnan\w*|prescri\w*|psychiatr\w*|rehab\w*|seizure\w*|surger\w*|symptom\w*|therap\w*|tumou?r\w*|ssn|social security|passport\w*|driver'?s licen[cs]e|date of birth|birth ?date|born on|card number|credit card|debit card|cvv|cvc|iban|routing number|account number|bank account|balance|debt\w*|bankrupt\w*|salary|income|password\w*|passcode|pin code|security code|divorc\w*|custody|arrest\w*|convict\w*|lawsuit\w*)\b/i;

/** Longer runs of digits than a telephone number's usual groups: cards, accounts, documents. */
const LONG_NUMBER = /\d(?:[ -]?\d){11,}/;

const SENTENCES = /[^.!?;]+(?:[.!?;]+|$)\s*/g;

export function isSensitiveText(text: string): boolean {
  return SENSITIVE.test(text) || LONG_NUMBER.test(text);
}

/** A text without its sensitive sentences. */
export function withoutSensitiveSentences(text: string): string {
  const sentences = text.match(SENTENCES) ?? [];
  return sentences
    .filter((sentence) => !isSensitiveText(sentence))
    .join('')
    .trim();
}
