/** Words that say nothing about what is asked for: articles, pronouns, auxiliaries, question words and contractions' remainders. */
const WORDS =
  'a about am an and any are as at be been being but by can could did do does doing done for from get got had has have having he her here hers herself him himself his how i if in into is it its itself just ll m may me might mine more most my myself no nor not of on or other our ours ourselves out own re s same shall she should so some such t than that the their theirs them themselves then there these they this those through to too u up us ve very was we were what when where which while who whom whose why will with would yeah yes you your yours yourself yourselves';

const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(' '));

/** @param word in lower case */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
