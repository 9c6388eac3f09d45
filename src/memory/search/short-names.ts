/** A short form of given names, then the names it is short for. */
const SHORT_FORMS =
  'abby abigail|al albert alan alfred|alex alexander alexandra|andy andrew|angie angela|barb barbara|becky rebecca|ben benjamin|beth elizabeth|bill william|bob robert|cathy catherine|charlie charles|chris christopher christine christina|chuck charles|cindy cynthia|dan daniel|dave david|deb deborah|don donald|ed edward|eddie edward|fred frederick|gabe gabriel|greg gregory|jack john|jeff jeffrey|jen jennifer|jenny jennifer|jerry gerald jerome|jess jessica|jim james|jimmy james|joe joseph|jo joanna josephine|josh joshua|kate katherine catherine|kathy katherine|ken kenneth|larry lawrence|liz elizabeth|maggie margaret|mandy amanda|matt matthew|meg margaret megan|mel melanie melissa|mike michael|mick michael|nate nathan nathaniel|nick nicholas|pam pamela|pat patrick patricia|pete peter|phil philip|rick richard|rob robert|ron ronald|sam samuel samantha|sandy sandra|steph stephanie|steve steven stephen|sue susan|ted theodore edward|tim timothy|tina christina|tom thomas|tony anthony|vicky victoria|will william|zach zachary';

const LONG_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  SHORT_FORMS.split('|').map((line): [string, string[]] => {
    const [short = '', ...long] = line.split(' ');
    return [short, long];
  }),
);

/** Whether a question's words name somebody: by one of the names itself, by its short form, or by what it is short for. */
export function nameSomeone(words: ReadonlySet<string>, names: readonly string[]): boolean {
  if (names.some((name) => words.has(name) || LONG_FORMS.get(name)?.some((long) => words.has(long)))) return true;
  for (const word of words) if (LONG_FORMS.get(word)?.some((long) => names.includes(long))) return true;
  return false;
}
