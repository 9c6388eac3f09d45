/**
 * Numbers for numbers, 32 bits each: what comes out looks random, and no two that go in give the same (Murmur3's finaliser).
 *
 * @param number from 0 to 2^32 - 1
 */
export function scramble(number: number, salt: number): number {
  let mixed = (number ^ salt) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A UUID of version 4 in its form; another one for each number of the same salt. */
export function uuidOf(number: number, salt: number): string {
  const first = scramble(number, salt);
  const second = scramble(first, 0x9e3779b9);
  const third = scramble(second, 0x7f4a7c15);
  const fourth = scramble(third, 0x94d049bb);
  const version = (second & 0xffff0fff) | 0x4000;
  const variant = (third & 0x3fffffff) | 0x80000000;
  const [b, c] = [hexOf(version), hexOf(variant)];
  return `${hexOf(first)}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${hexOf(fourth)}`;
}

/** 32 bits as eight digits. */
export function hexOf(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}
