/** A street address as it was said. */
export interface SpokenAddress {
  /** Number, street and unit in the order they were said, numbers as digits: `48 Larch Street, Apartment 3B`. */
  readonly address: string;
  /** What follows it after a comma or "in": the town, when one was said. */
  readonly city?: string | undefined;
  /** In the text as it was said. */
  readonly start: number;
  readonly end: number;
  /** It has a word for a street or house ("Road", "Cottage"); one without is only a number and a name. */
  readonly isSure: boolean;
}
