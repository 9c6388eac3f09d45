/** Words for people the caller has a telephone number of. */
export const PEOPLE =
  "(?:wife|husband|hubby|partner|son|daughter|mum|mom|mother|dad|father|brother|sister|boss|friend|neighbou?r|assistant|secretary|landlord|landlady|tenant|agent|colleague|accountant|carer|manager|girlfriend|boyfriend|fianc[eé]e?|gran|nan|doctor|gp|vet|dentist|plumber|builder|lawyer|solicitor|housemate|roommate|flatmate|cousin|aunt|uncle|mate|super|superintendent|clinic|surgery|shop|store|salon|school|nursery|daycare|in-laws?|mam|mammy|nana|deacon|driver|courier|contractor|receptionist|niece|nephew|grandson|granddaughter|ex)(?:'s|s'|s)?";

/** Digits that are no telephone number of the caller. */
const OTHER_NUMBER =
  /\b(?:order|policy|account|card|claim|ticket|reference|ref|booking|confirmation|invoice|member(?:ship)?|tracking|serial|model|registration|reg|licen[cs]e|plate|(?<!\bin )case|customer|meter|passport|social|security|sort code|vin|npi|prescription|rx|pin|iban|policy's|reservation|flight|parcel|job|quote|patient|insurance|medicare|nhs|ticket's|chip|microchip|mpan|code is|amount|balance)\b[^.!?]{0,28}$/;
const NOT_OWN = new RegExp(
  `\\b(?:his|her|their|your)\\b[^.!?]{0,30}$|\\b(?:call|ring|text|reach|try|phone|contact|get) (?:him|her|them|my ${PEOPLE})\\b[^.!?]{0,25}$|\\b${PEOPLE}\\b[^.!?]{0,32}$|\\b(?:he's|she's|they're|hes|shes|theyre) (?:on|at)[^.!?]{0,15}$`,
);
const OLD =
  /\b(?:old|previous|former|used to be|no longer|not|isn't|wasn't|was|instead of|don't use|dont use)\b(?:(?!, (?:it's|its|it is|use|the new|now|try|mine|my|ring|call|text|i'm on|take)\b)[^.!?;]){0,22}$/;
const OWN =
  /\b(?:my|our|own)\b[^.!?]{0,40}$|\b(?:call|ring|reach|text|get|got|have|phone|contact|whatsapp|try|message|buzz|bell)(?: hold of)? (?:me|us)\b[^.!?]{0,40}$|\b(?:number|mobile|cell|cellphone|landline|phone|line|one)(?:'s| is|:|,| would be| to use)?\s*(?:now |just |gonna be )?(?:it's |its |is |on |area code )?$|(?:^|[.!?,;]|\b(?:now|yes|yeah|so|um|uh|sure))\s*(?:it's|its|it is|that's|thats|the number is|number's|it'll be|try|on)?[\s,]*$|\bi'm on\b[^.!?]{0,8}$|\b(?:new|best|home|work|office|direct|other|day ?time)\b[^.!?]{0,25}$/;
const MINE = /\bmine(?:'s| is)?\b[^.!?]{0,25}$/;
const OWN_AFTER =
  /^[\s,.]*(?:(?:that's|thats|that is|is|it's) (?:my|our|the (?:best|house|home|mobile|cell|landline|office|one|new|good)|me|mine)\b|(?:my|is my) (?:mobile|cell|number|landline|phone)|for (?:my )?(?:mobile|cell))/;
const NOT_OWN_AFTER = new RegExp(
  `^[\\s,.]*(?:and )?(?:that's|thats|that is|this is|is|which is|it's|its|was) (?:(?:the )?number (?:of|for) (?:my|a|his|her) |(?:my|his|her|the|their|our) (?:\\w+ )?(?:${PEOPLE}|old|policy|order|account|claim|booking|reference|case|card)|his|hers|theirs|yours)`,
);
const OTHER_ASKED =
  /\b(?:policy|account|order|card|claim|ticket|reference|booking|confirmation|invoice|membership|member|tracking|serial|model|registration|reg|licen[cs]e|case|customer|meter|passport|social security|reservation|flight|patient|chip|microchip|insurance|nhs|medicare|(?:his|her|their|driver's|plumber's|landlord's|tenant's|doctor's|vet's)) ?(?:number|no\b|phone|mobile|cell)|\b(?:did|has|have) (?:the|he|she|they|your)(?: \w+)? (?:give|given|leave|left) (?:you )?(?:an? |his |her |their )?(?:number|card|contact)|\bemergency contact\b|\bnext of kin\b|\bnumber(?:'s| is| are| will i (?:give|ring)) ?(?:he|she|they|him|her|them)\b|\b(?:other|third) (?:driver|party)(?:'?s)? (?:details|number|name)|\b(?:can|shall|should) (?:i|we) (?:call|ring|reach|get) (?:him|her|them)\b/i;
const ABOUT_YOURS =
  /\b(?:you|yours?|you're|best|still|good number|this number|that number|number good|reach|callback|contact|calling from|correct|right)\b|\?/i;

/** In the sentence before a number: whose it is when it is not the caller's. */
const ANOTHERS_SENTENCE = new RegExp(
  `\\b(?:he|she|they|him|his|her|hers|their|theirs|them|he's|she's|they're|hes|shes|theyre|your|${PEOPLE})\\b|\\b(?!(?:it|that|here|there|what|number|mine|let|phone|cell|mobile|landline)'s)[a-z]+'s (?:number|cell|mobile|phone|line|landline)\\b`,
);
/** "Ray's cell is", "I got a text from", "I tried calling". */
const ANOTHERS_LEAD =
  /\b(?!(?:it|that|here|there|what|mine|let|work|home|office|house|flat)'s)[a-z]+'s (?:number|cell|mobile|phone|landline|line)\b[^.!?]{0,15}$|(?<!\bi'm |\bam |\bim )\b(?:texts?|messages?|voicemail|calls?|called me|rang me|phoned me|texted me|calling me|ringing me)\b[^.!?]{0,20}\bfrom(?: (?:this|that|a|the|your|an?) (?:\w+ )?(?:number|one|phone))?[\s,:]*$|\b(?!(?:it|that|here|there|what|mine|mobile|cell|work|home|office|number|landline|phone|line|one|best)'s)[a-z]+'s(?: is)?\s*$|\bi(?:'ve)? (?:called|rang|phoned|dialed|dialled|tried|texted|was (?:calling|ringing))\b[^.!?]{0,20}$/;
/** "That's me dad's", "no that one's my mum's": what is said of a number that the agent read. */
const ANOTHERS_ANSWER = new RegExp(
  `^[^.!?]{0,30}?\\b(?:that's|thats|that is|that one's|that was|it's|its|is|was)\\b[^.!?]{0,20}?\\b(?:his|hers|theirs|${PEOPLE}|old|disconnected|dead|wrong)\\b|^[^.!?]{0,20}?(?:that's|thats|it's) (?!my\\b|mine\\b|me\\b|the\\b|right\\b)[a-z]+'s\\b|^[^!?]{0,60}\\bthat's (?:my|me|our) ${PEOPLE}`,
);
/** "That's mine", "thats my truck phone": the caller's own as well as a yes. */
const MINE_ANSWER =
  /^(?:(?:yes|yeah|yep|aye|mm-?hm+|sure|correct|right|ok|okay|uh-huh)\b[\s,.!]*)*(?:that's|thats|that is|it's|its|this is|that one's) (?:mine|me|(?:my|our)\b(?! (?:old|ex)))/;

/** "Thats the shop phone use my cell", whatever was spoken of before. */
const USE_MINE =
  /\b(?:use|try|ring|call|text|have|take|put|give you|on|to|but) (?:me (?:on|at) )?my (?:own )?(?:new |home |work |other )?(?:cell|mobile|phone|number|landline|cellphone)(?: number| instead)?[\s,:]*$/;
/** "This one's my mum's, mine is …". */
const MINE_IS = /\bmine(?:'s|s| is)[\s,:]*$/;
/** "… thats my cell". */
const IS_MINE = /^[\s,.]*(?:that's|thats|that is) (?:mine\b|my (?:own )?(?:cell|mobile|phone|number|landline)\b)/;
/** "Ring the daughter's if I'm out. Kerry." */
const RINGS_ANOTHER = new RegExp(
  `\\b(?:ring|call|try|phone|text|use|take|write|e-?mail|message|contact|ask|give(?: him| her| them| you| ye)?) (?:the|my) ${PEOPLE.replace("(?:'s|s'|s)?", "(?:'s|s'|s)")}(?= |,)[^?]{0,60}$`,
);

/** "You can write my daughter, she speaks better. Agnieszka." */
const ASKS_ANOTHER = new RegExp(
  `\\b(?:ring|call|try|phone|text|write|e-?mail|message|contact|ask)(?: to)? (?:my|the) ${PEOPLE}(?![\\w'])(?:(?!\\b(?:me|mine|i'm|my)\\b)[^?]){0,60}$`,
);

/** Where a number is given without a word of whose it is. */
const PLAIN_LEAD = /(?:[,:;–—-]|\b(?:and|it's|its|is|it is|that's|use|put|take|try|uh|um))\s*$/;

/** "No, sorry, that's the fax", "eh no that one office": the number is withdrawn as soon as it is said. */
const WITHDRAWN = new RegExp(
  `^[\\s,.]*(?:(?:eh|oh|ah|um|uh|wait|hang on|hold on|no|nah|nope|sorry|actually)\\b[\\s,.]*)+(?:that's|thats|that is|that one(?:'s)?|that was|that|it's|its|this is) (?:the |my |our |an? )?(?:fax|office|old|wrong|work|shop|his|hers?|theirs|${PEOPLE})\\b`,
);
/** "… it's mine but it won't get texts", "that's both of us": said of a number that the agent read. */
const ALSO_MINE = /\b(?:it's|its|that's|thats) (?:mine|my own|ours|both of us|us both)\b/;

/** Whether a number that stands behind `before` and in front of `after` is the caller's own, as far as the words around it say. */
export function isOwnNumber(
  before: string,
  after: string,
  { isAsked, isOtherAsked }: { isAsked: boolean; isOtherAsked: boolean },
): boolean {
  if (WITHDRAWN.test(after)) return false;
  if (MINE_IS.test(before) && !NOT_OWN_AFTER.test(after)) return true;
  if (RINGS_ANOTHER.test(before) || ASKS_ANOTHER.test(before)) return false;
  if (!ANOTHERS_LEAD.test(before) && !NOT_OWN_AFTER.test(after) && (USE_MINE.test(before) || IS_MINE.test(after)))
    return true;
  const sentence = /[^.!?]*$/.exec(before)?.[0] ?? before;
  const isOwn =
    MINE.test(before) ||
    (isAsked && !/\bnot\b/.test(before)) ||
    OWN.test(before) ||
    OWN_AFTER.test(after) ||
    (!ANOTHERS_SENTENCE.test(sentence) && (PLAIN_LEAD.test(sentence) || sentence.trim().split(/\s+/).length < 5));
  if (!isOwn || (isOtherAsked && !/\b(?:my|me|mine|mine's)\b/.test(before))) return false;
  return !(
    ANOTHERS_LEAD.test(before) ||
    OTHER_NUMBER.test(before) ||
    NOT_OWN.test(before) ||
    OLD.test(before) ||
    NOT_OWN_AFTER.test(after)
  );
}

/** Whether a caller's turn says of the number which the agent read that it is the caller's own. */
export function isOwnAnswer(plain: string, isYes: boolean): boolean {
  return ALSO_MINE.test(plain) || (!ANOTHERS_ANSWER.test(plain) && (isYes || MINE_ANSWER.test(plain)));
}

/** Whether a question asks for another number than the caller's telephone number. */
export function asksOtherNumber(text: string): boolean {
  return OTHER_ASKED.test(text);
}

/** Whether an agent's turn is about a number of the caller, as far as it says before the number. */
export function isAboutCaller(text: string, before: string): boolean {
  return (
    ABOUT_YOURS.test(text) && !/\b(?:our|us on|us at|ring us|call us)\b/i.test(before) && !OTHER_NUMBER.test(before)
  );
}

/** Whether words lead to a number of the caller's: "you can reach me at". */
export function leadsToOwn(before: string): boolean {
  return OWN.test(before);
}
