import { ADVERBS, type ConditionFrame } from './condition-frame.js';
import { MEDICINE } from './conditions.js';

/** What one takes, uses or gets over: "I'm on warfarin", "I use a wheelchair", "I'm recovering from surgery". */
export const TREATMENT_FRAMES: readonly ConditionFrame[] = [
  {
    pattern: new RegExp(
      `\\b(?:i'm|im|i am|i've been|they've put me|they have put me|he's put me|she's put me|doctor put me|doctor's put me|i've been put|they put me) ${ADVERBS}on (${MEDICINE})\\b`,
      'g',
    ),
    read: (match) => `on ${(match[1] ?? '').replace(/^(?:my|the|some|a) /, '')}`,
  },
  {
    pattern: new RegExp(`\\bi (?:also |do |still |have to |currently |usually |already )*take (${MEDICINE})\\b`, 'g'),
    read: (match) => `takes ${(match[1] ?? '').replace(/^(?:my|the|some|a) /, '')}`,
  },
  {
    pattern:
      /\bi (?:do |also |have to |still |usually |always |now |actually )*(?:use|wear|walk with|get about (?:in|on|with)|get around (?:in|on|with)|rely on|depend on) (?:a |an |my |two |both )?((?:electric |motori[sz]ed |power |manual )?wheelchair|walker|walking sticks?|walking frame|zimmer(?: frame)?|rollator|mobility scooter|scooter|hearing aids?|crutches|white cane|cane|guide dog|walking stick|frame|stick|insulin pump|prosthetic leg|cpap(?: machine)?|inhaler|oxygen)\b/g,
    read: (match) =>
      match[1] === 'scooter' ||
      (/^(?:stick|frame)$/.test(match[1] ?? '') && !/\bwalk with|\bget (?:about|around)/.test(match[0]))
        ? undefined
        : `uses ${match[1]}`.replace(/^uses (?=.*wheelchair)(.*)$/, '$1 user'),
  },
  {
    pattern:
      /\b(?:i'm|im|i am) (?:still |just |currently |only |also )*(?:recovering|healing|getting over|recuperating) (?:from |after )?((?:a |an |my |the |some )?(?:[a-z]+ ){0,2}(?:surgery|operation|op|replacement|bypass|stroke|heart attack|accident|covid|flu|pneumonia|c-section|transplant|injury|birth|cancer|chemo))\b/g,
    read: (match) => `recovering from ${(match[1] ?? '').replace(/^(?:a|an|my|the|some) /, '')}`,
  },
  {
    pattern:
      /\b(?:i've|i have) (?:just |only just |recently |not long )(?:had|come out of)(?: out)? ((?:a |an |my |some )?(?:[a-z]+ ){0,2}(?:surgery|operation|replacement|bypass|stroke|heart attack|c-section|transplant))\b/g,
    read: (match) => `recovering from ${(match[1] ?? '').replace(/^(?:a|an|my|the|some) /, '')}`,
  },
];
