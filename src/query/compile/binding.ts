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
}
