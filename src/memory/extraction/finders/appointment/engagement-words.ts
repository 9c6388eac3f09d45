import type { ReadCall } from '../../read-call.js';

// Whom one goes to by appointment, and what one goes for.

const HEALTH = [
  '(?:eye|heart|skin|pain|memory|fracture|diabetic|diabetes|hearing|foot|hip|knee|bone|blood|chest) (?:doctor|hospital|clinic|test|check|scan|specialist|centre|center)',
  '(?:stress|sleep|allergy|lung|breathing|skin|patch) test|(?:oral |eye |heart |plastic |orthop\\w+ )?surgeon',
  '(?:hip|knee|shoulder|back|hernia|cataract|heart|eye|hand) (?:operation|op|surgery|replacement)',
  "\\w+ologist|chiropodist|podiatrist|physio(?:therap(?:y|ist))?|physical therap(?:y|ist)|optician'?s?|midwife",
  'mri(?: scan)?|ct scan|x-?ray|ultrasound|mammogram|smear(?: test)?|colonoscopy|endoscopy|biopsy',
  'dialysis|chemo(?:therapy)?|radiotherapy|infusion|cataracts?|operation|under the knife|hearing aids?|stitches out|cast off',
].join('|');
const DENTAL = 'orthodontist|hygienist|root canal|wisdom (?:tooth|teeth)(?: out)?|extraction';
const LOOKS = "hairdresser'?s?|barber'?s?|massage|facial";
const TESTS = '(?:language|driving|theory) (?:test|exam)';
const OTHERS =
  "hospital|clinic|surgery|scan|consultant|specialist|counsell(?:ing|or)|therap(?:y|ist)|chiropractor|osteopath|acupuncture|dentist'?s?|funeral|meeting|interview|conference|solicitor|lawyer|accountant|mot|gp|doctor'?s?|check-?up|jabs?|vaccinations?|vet'?s?|appointment";

/** As a pattern's source. */
export const SERVICE = [HEALTH, DENTAL, LOOKS, TESTS, OTHERS].join('|');

/** What takes up a day, also where nobody says when. */
export const CARE = new RegExp(`^(?:${HEALTH}|${DENTAL}|${TESTS})$`, 'i');

/** What a business calls itself that does such things. */
const TRADES: readonly (readonly [RegExp, RegExp])[] = [
  [new RegExp(`^(?:${DENTAL}|dentist.*)$`, 'i'), /\b(?:dent|orthodon|smile|tooth|teeth)/i],
  [new RegExp(`^(?:${LOOKS})$`, 'i'), /\b(?:salon|hair|spa\b|beauty|barber|massage|cuts?\b|parlou?r)/i],
  [
    /^(?:vet|jab|vaccination|check|operation|surgery|x-?ray|blood|scan)/i,
    /\b(?:vet|animal|paws?\b|pets? (?:clinic|hospital|care))/i,
  ],
  [/^mot$/i, /\b(?:garage|motors?|auto|cars?\b|tyres?)/i],
  [
    new RegExp(`^(?:${HEALTH}|gp|doctor)`, 'i'),
    /^(?!.*\b(?:vet|animal|pet|dent)).*\b(?:hospital|clinic|surgery|health|medical|physio|opticians?|eye)\b/i,
  ],
];

/** Whether it is what the business that is on the line does itself. */
export function isThisBusiness(what: string, { turns }: ReadCall): boolean {
  const said = turns.filter(({ speaker }) => speaker === 'agent').map(({ text }) => text);
  if (said.some((text) => text.toLowerCase().includes(what))) return true;
  const greeting = said[0] ?? '';
  return TRADES.some(([work, name]) => work.test(what) && name.test(greeting));
}
