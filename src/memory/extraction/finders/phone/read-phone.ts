import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * Digits that were said as a telephone number in E.164, or undefined when the country has no such numbers. Which ones are in use is
 * not asked (the numbers kept for fiction are not), but their length and their first digits must be right.
 *
 * @param country two letters, of national numbers
 */
export function readPhone(digits: string, country: string): string | undefined {
  const spelling =
    !digits.startsWith('+') && digits.startsWith('00') && digits.length > 10 ? `+${digits.slice(2)}` : digits;
  const isWhole = spelling.startsWith('+') || spelling.length >= 8;
  if (!isWhole || spelling.length > 16) return undefined;
  const parsed = parsePhoneNumberFromString(spelling, country as CountryCode);
  if (parsed?.isValid()) return parsed.number;
  // "44 7700 900123" without a plus.
  const abroad = spelling.startsWith('+') ? undefined : parsePhoneNumberFromString(`+${spelling}`);
  if (abroad?.isValid() && (abroad.country === country || spelling.length >= 12)) return abroad.number;
  return parsed?.isPossible() && spelling.length >= 10 && isLikely(spelling, country) ? parsed.number : undefined;
}

/** National numbers begin with a zero where a trunk prefix is one; North American ones have ten digits of which the first is no 0 or 1. */
function isLikely(digits: string, country: string): boolean {
  if (digits.startsWith('+')) return true;
  if (country === 'US' || country === 'CA') return /^1?[2-9]\d{9}$/.test(digits);
  if (country === 'IN') return /^0?[6-9]\d{9}$|^0\d{9,10}$/.test(digits);
  return digits.startsWith('0');
}
