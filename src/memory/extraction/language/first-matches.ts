/** How often words that lead to a name, a relative or an animal are read in one turn: a turn that has more of them is no speech. */
const MATCHES_MAX = 40;

/** The first matches of a global pattern in a turn's text, so that a turn of one phrase repeated takes no seconds. */
export function firstMatches(text: string, form: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of text.matchAll(form)) {
    if (found.length === MATCHES_MAX) break;
    found.push(match);
  }
  return found;
}

/** Where a word stands in a text first, as often as it is looked at. */
export function placesOf(text: string, word: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && places.length < MATCHES_MAX; at = text.indexOf(word, at + 1))
    places.push(at);
  return places;
}
