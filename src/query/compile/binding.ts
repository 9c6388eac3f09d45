/** What `pg` sends as it is: text, a number, or an array of texts. */
export type Binding = string | number | readonly string[];

/**
 * What the parts of a statement are written with. A part is SQL text with a `?` for each value; it pushes the values in the
 * order of their `?`. So the text is the same for every query of one shape, whatever the values.
 */
export interface Writing {
  readonly bindings: Binding[];
  /** What `now` means. */
  readonly now: Date;
  /** Keys that have an index of their own, beside the standard ones. */
  readonly indexedKeys?: IndexedKeys | undefined;
}

/** The metadata keys that somebody made an index for (`ringback index add`), each with its index's name. */
export type IndexedKeys = ReadonlyMap<string, string>;
