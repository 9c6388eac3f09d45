const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINAL_UNITS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const ORDINAL_TENS = '- - twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ');

const valuesOf = (words: readonly string[], step = 1): [string, number][] =>
  words.flatMap((word, index): [string, number][] => (word === '-' ? [] : [[word, index * step]]));

/** 0 to 19. */
export const UNIT_VALUES: ReadonlyMap<string, number> = new Map([
  ...valuesOf(UNITS),
  ['nought', 0],
  ['naught', 0],
  ['nil', 0],
]);

/** 20 to 90. */
export const TEN_VALUES: ReadonlyMap<string, number> = new Map([
  ...valuesOf(TENS, 10).filter(([word]) => word !== 'ten'),
  ['fourty', 40],
]);

/** First to nineteenth. */
export const ORDINAL_UNIT_VALUES: ReadonlyMap<string, number> = new Map(valuesOf(ORDINAL_UNITS).slice(1));

/** Twentieth to ninetieth. */
export const ORDINAL_TEN_VALUES: ReadonlyMap<string, number> = new Map(valuesOf(ORDINAL_TENS, 10));
