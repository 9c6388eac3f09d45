/** Kinds of secrets; in texts they become `[card number]` and so on. */
export type SecretKind = 'card number' | 'security code' | 'password' | 'account number' | 'national id';

/** What names a secret: its value follows, or is asked for. */
export const SECRET_CUES: readonly { readonly kind: SecretKind; readonly cue: RegExp }[] = [
  {
    kind: 'security code',
    cue: /\b(?:cvv2?|cvc2?|cv2|c v v|c v c|csc|card verification|(?<!social )security (?:code|number|digits)|(?:three|3|four|4)[- ]?digits?(?: (?:code|number))? (?:on|from|at) the (?:back|front|reverse)|(?:code|number|digits) on the (?:back|reverse))\b/gi,
  },
  {
    kind: 'card number',
    cue: /\b(?:(?:credit |debit |visa |payment |bank |long )?card(?:'s)? (?:number|no|digits|details)|long number|number (?:on|across|off) (?:the|your|my) (?:front of (?:the|your|my) )?card|(?:sixteen|16)[- ]?digits?|digits (?:on|across) the front|read (?:me |out )?(?:the|your) card|(?:my|the) (?:credit |debit |visa |new )?card is|amex|visa|mastercard)\b/gi,
  },
  {
    kind: 'national id',
    cue: /\b(?:social security(?: number)?|social insurance(?: number)?|s\.?s\.?n\b\.?|(?:my |your )social(?: number)?(?= is\b| was\b|\s*[?:]|$)|digits of (?:my|your) social|national insurance(?: number)?|n\.?i\.? number|nino|aadhaa?r(?: (?:card|number))*|pan (?:card|number)(?: number)?|passport (?:number|no)|driv(?:er'?s|ing) licen[cs]e(?: number| no)?|licen[cs]e number|tax (?:id|identification|file)(?: number)?|tfn|pps ?n?(?: number)?|medicare number|nhs number|national id(?:entity)?(?: (?:card|number))*|id card number)\b/gi,
  },
  {
    kind: 'account number',
    cue: /\b(?:(?:bank |checking |savings |current |giro )?(?:account|acct) (?:number|no)|routing (?:number|no)|sort code|iban|i ban|bsb(?: number)?|aba (?:number|routing)|transit number|bank details)\b/gi,
  },
  {
    kind: 'password',
    cue: /\b(?:pass ?words?|pass ?codes?|pass ?phrase|pin(?: number| code|code)?|memorable (?:word|information|date|place)|secret (?:word|answer|phrase)|security (?:word|answer|phrase)|otp|one[- ]time (?:code|pass ?word|pass ?code|pin)|(?:verification|access|login|log in|unlock|alarm|gate|door|entry|lock ?box|key ?pad|safe) code)\b/gi,
  },
];

/** What is asked for is not secret: the end of a card number, or whether one has a thing. */
export const NOT_ASKED =
  /\b(?:last|final) (?:four|4|two|2|three|3)\b|\bending\b|\bend in\b|\b(?:do|did|have) you (?:have|know|forget|forgotten|got|get)\b|\breset\b|\b(?:never|don't|do not|won't|not) (?:ask|tell|share|give|read|need|say|want)\b|\b(?:forgot|forgotten|lost|change|changed|new) (?:my|your|the|a)?\b/i;
