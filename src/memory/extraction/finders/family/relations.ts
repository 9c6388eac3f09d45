const FORMS: Readonly<Record<string, string>> = {
  mother: 'mother mum mom mam mummy mommy mammy ma mama amma',
  father: 'father dad daddy da papa pa pop pops',
  husband: 'husband hubby hubbie',
  wife: 'wife wifey missus missis bride',
  partner: 'partner fella feller bloke',
  spouse: 'spouse',
  fiancé: 'fiance fiancé',
  fiancée: 'fiancee fiancée',
  girlfriend: 'girlfriend',
  boyfriend: 'boyfriend',
  son: 'son boy lad laddie',
  daughter: 'daughter girl lass lassie',
  brother: 'brother bro',
  sister: 'sister sis',
  sibling: 'sibling',
  grandmother: 'grandmother gran nan nana nanna grandma granny nanny gramma memaw meemaw mamaw nonna yiayia abuela',
  grandfather: 'grandfather grandad granddad grandpa granda gramps papaw pawpaw nonno abuelo',
  grandson: 'grandson',
  grandchild: 'grandchild grandbaby grandkid grandbub',
  child: 'child kid kiddo kiddie toddler newborn baby eldest oldest youngest firstborn',
  granddaughter: 'granddaughter',
  aunt: 'aunt auntie aunty',
  uncle: 'uncle',
  cousin: 'cousin',
  niece: 'niece',
  nephew: 'nephew',
  goddaughter: 'goddaughter',
  godson: 'godson',
  godmother: 'godmother',
  godfather: 'godfather',
  stepson: 'stepson',
  stepdaughter: 'stepdaughter',
  stepmother: 'stepmother stepmum stepmom',
  stepfather: 'stepfather stepdad',
  stepbrother: 'stepbrother',
  stepsister: 'stepsister',
};

/** Words for children that do not say whether it is a son or a daughter, in more than one word. */
export const LITTLE_ONE = "(?:little|wee|young) (?:one|un|'un|fella|fellow|lad|lass|man|lady)";

const RELATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(FORMS).flatMap(([relation, words]) =>
    words.split(' ').map((word): [string, string] => [word, relation]),
  ),
);

/** Forms that are something else without "little", "baby" or "younger" before them: "my boy", "the girl", "his lad". */
export const YOUNG_FORMS = new Set(['boy', 'girl', 'lass', 'lassie', 'ma', 'pa', 'nanny']);

/** The words for relatives, for a pattern; the plural of those that can have one too. */
export const RELATION_WORDS = [...RELATIONS.keys()].sort((a, b) => b.length - a.length).join('|');

/** `mum` is `mother`, `mother in law` is `mother-in-law`; nothing for other words. */
export function relationOf(word: string): string | undefined {
  const plain = word.toLowerCase().replace(/\s+/g, ' ').trim();
  if (/^(?:wee|young|little) (?:fella|fellow|lad|man)$/.test(plain)) return 'son';
  if (/^(?:wee|young|little) (?:lass|lady)$/.test(plain)) return 'daughter';
  if (/^(?:wee|young|little) (?:one|'?un)$/.test(plain)) return 'child';
  if (plain === 'himself') return 'husband';
  if (plain === 'herself' || plain === 'mrs') return 'wife';
  // In the north of England, whether a brother or a sister.
  if (plain === 'our kid') return 'sibling';
  if (/^other half$|^better half$|^significant other$/.test(plain)) return 'partner';
  const [, degree, further] = /^(great|half)[ -](.+)$/.exec(plain) ?? [];
  if (degree && further) {
    const nearer = relationOf(further);
    return nearer && `${degree}-${nearer}`;
  }
  const inLaw = /^(.*?)[ -]in[ -]laws?$/.exec(plain);
  if (inLaw?.[1]) {
    const relation = RELATIONS.get(inLaw[1]);
    return relation && `${relation}-in-law`;
  }
  return RELATIONS.get(plain) ?? RELATIONS.get(plain.replace(/-/g, '')) ?? RELATIONS.get(plain.replace(/s$/, ''));
}
