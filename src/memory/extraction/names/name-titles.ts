/** Titles in any letter case. */
const TITLE =
  /^(?:mr|mister|mrs|missus|ms|miss|miz|mx|dr|doctor|prof|professor|sir|dame|rev|revd|reverend|madam|captain|engineer|sister|brother|father|pastor|rabbi|imam|coach|hon|hono?u?rable|viscount|viscountess|alhaji|alhaja|councillor|señora?|senora|monsieur|madame|signora?)$/i;
/** In front of a name only where they are written with a capital. */
const CAPITAL_TITLE =
  /^(?:Chief|Lord|Lady|Major|Colonel|Col|Lieutenant|Lt|Sergeant|Sgt|Officer|Judge|Deacon|Canon|Master|Engr|Engineer|Aunty|Auntie|Aunt|Uncle|Nurse|Baroness|Baron|Coach|Elder|Barrister|Mama|Smt|Shri|Sri|Frau|Herr|Detective|Constable|Inspector|Sheriff|Deputy|Corporal|General|Admiral|Commander|Commodore|Captain|Private|Lance|Staff|Warrant|Squadron|Wing|Flight|Contessa|Count|Countess|Professor|Reverend|Doctor|Bishop|Ambassador|Senator)$/;

/** "Rev Dr Canon": nobody has more of them. */
export const TITLES_MAX = 4;

/** Whether a word that ends at a place of a text is a title in front of a name. */
export const isTitle = (text: string, word: string, end: number): boolean =>
  TITLE.test(word) || (CAPITAL_TITLE.test(word) && /^\.?\s+\p{Lu}\p{L}/u.test(text.slice(end, end + 6)));
