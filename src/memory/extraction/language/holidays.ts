/** Holidays whose day is the same each year: as they are said, in lower case, and their month and day. */
const HOLIDAYS: readonly (readonly [form: string, monthDay: string])[] = [
  ['christmas eve', '12-24'],
  ['christmas day', '12-25'],
  ['boxing day', '12-26'],
  ["new year'?s eve", '12-31'],
  ["new year'?s day", '01-01'],
  ["valentine'?s day", '02-14'],
  ['halloween', '10-31'],
  ["(?:st|saint) patrick'?s day", '03-17'],
];

/** Any of them, for a longer pattern. */
export const HOLIDAY = HOLIDAYS.map(([form]) => form).join('|');

const FORMS = HOLIDAYS.map(([form, monthDay]) => [new RegExp(`^(?:${form})$`), monthDay] as const);

/** The month and day of a holiday that `HOLIDAY` took: `12-24`. */
export function monthDayOf(holiday: string): string | undefined {
  return FORMS.find(([form]) => form.test(holiday))?.[1];
}
