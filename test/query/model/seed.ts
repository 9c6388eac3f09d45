/**
 * The seed of a run: another one each time, so that every run asks something new. A failure prints it; to see the same
 * run again, set MODEL_SEED.
 */
export function seedOfRun(): number {
  const given = process.env.MODEL_SEED;
  return given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
}
