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

/** The clause of a condition: `has asthma`, `is pregnant`, `uses crutches`. */
export function statementOf(value: string): string {
  if (
    /^(?:on|recovering|in|deaf|blind|pregnant|hard of hearing|disabled|breastfeeding|housebound|immunocompromised|\w+(?: \w+)? pregnant)\b/.test(
      value,
    ) ||
    / pregnant$/.test(value)
  )
    return `is ${value}`;
  if (/^(?:uses|takes) /.test(value)) return value;
  return / user$/.test(value) ? `is a ${value}` : `has ${value}`;
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
