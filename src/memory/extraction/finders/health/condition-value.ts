import { BODY } from './conditions.js';

/** One name for an illness that people shorten. */
export function inUsualForm(name: string): string {
  return name
    .replace(/^a[ -]?fib$/, 'atrial fibrillation')
    .replace(/^(coeliac|celiac)$/, '$1 disease')
    .replace(/^chemo$/, 'chemotherapy');
}

const PART = new RegExp(`^${BODY}s?$`);

/** Whether two conditions are of one part of the body: "my back is sore" after "I've a bad back". */
export function isSamePart(a: string, b: string): boolean {
  const last = (value: string): string =>
    (
      value
        .replace(/ (?:pain|ache)s?$/, '')
        .replace(/ache$/, '')
        .split(' ')
        .at(-1) ?? ''
    )
      .replace(/s$/, '')
      .replace(/^teeth$/, 'tooth');
  return last(a) === last(b) && PART.test(last(a));
}

/** Of which one has one, or several: `a sore neck`, `sore feet`. */
const COUNTED = new RegExp(
  `^(?:(?:broken|fractured|sprained|torn|swollen|bad|sore|dodgy|dicky|cracked|chipped|stiff|twisted|bruised|loose|wobbly|replacement|artificial|prosthetic|gammy|trick|weak|dislocated|injured|ruptured|painful|snapped|pulled|strained|numb|frozen|burst) (?:[a-z-]+ ){0,3}?(?:${BODY}|toenail|nerve|ligament|muscle|tendon|acl|meniscus|dis[ck]|cartilage|eardrum)|(?:bad |weak )?heart(?: murmur| condition| attack| valve)|slipped dis[ck]|(?:hip|knee|shoulder) replacement|pacemaker|hernia|ulcer|insulin pump|colostomy bag|stoma|hearing aid|cochlear implant|(?:chest |ear |eye |kidney )?infection|rash|headache)$`,
  'i',
);
const SEVERAL = /(?:[^s]s|teeth|feet)$/i;

/** The clause of a condition: `has asthma`, `has a sore neck`, `is pregnant`, `uses crutches`. */
export function statementOf(value: string): string {
  if (
    /^(?:on|recovering|in|deaf|blind|pregnant|hard of hearing|disabled|breastfeeding|housebound|immunocompromised|\w+(?: \w+)? pregnant)\b/.test(
      value,
    ) ||
    / pregnant$/.test(value)
  )
    return `is ${value}`;
  if (/^(?:uses|takes) /.test(value)) return value;
  if (/^(?:dialysis|chemotherapy|oxygen)$/.test(value)) return `is on ${value}`;
  const article = /^[aeiou]/i.test(value) ? 'an' : 'a';
  if (/ user$/.test(value)) return `is ${article} ${value}`;
  return COUNTED.test(value) && !SEVERAL.test(value) ? `has ${article} ${value}` : `has ${value}`;
}

/** Names of illnesses in capitals where they are written so. */
export function namesInCapitals(value: string): string {
  return value
    .replace(/\b(?:ibs|ibd|adhd|ptsd|ocd|hiv|copd|gerd|tmj|tmd|dvt|rsi|pcos|hrt|cpap|ms|acl|bp)\b/g, (name) =>
      name.toUpperCase(),
    )
    .replace(
      /\b(?:crohn|parkinson|hashimoto|meniere|raynaud)/g,
      (name) => name.charAt(0).toUpperCase() + name.slice(1),
    );
}
