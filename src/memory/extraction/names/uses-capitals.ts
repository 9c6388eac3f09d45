/** How much of a text is looked at, in characters: finders ask for every word of a turn. */
const LOOKED_AT = 1000;

/** Whether capitals mean something in a text: some stand inside its sentences. A transcriber without capitals writes "I" at most. */
export function usesCapitals(said: string): boolean {
  const text = said.slice(0, LOOKED_AT);
  return (
    /[^.!?\s]['")]{0,3}\s+(?!I\b)\p{Lu}\p{L}+|\p{Ll}-\p{Lu}\p{Ll}/u.test(text) ||
    /^\P{L}*\p{Lu}\p{Ll}+\P{L}*$/u.test(text.trim())
  );
}
