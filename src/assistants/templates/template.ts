/** A text with `{{ variables }}`, parsed once and rendered often. */
export interface Template {
  readonly text: string;
  /** What it reads, in the order of the text. */
  readonly variables: readonly TemplateVariable[];
  /**
   * The text with its variables' values; one that is missing is empty, unless the engine keeps it.
   *
   * @throws TemplateError for what cannot be rendered, or takes too long
   */
  render(scope: TemplateScope): string;
}

export interface TemplateVariable {
  /** `['caller', 'name']` for `caller.name`. A number is an index of an array. */
  readonly path: readonly (string | number)[];
  /** As people write it: `caller.name`. */
  readonly name: string;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** What a template can see: own properties of plain data. */
export type TemplateScope = Readonly<Record<string, unknown>>;

/** A fault of a template, and where in its text. The message holds no value of a variable. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

/** Stands for the slash of `telnyx_current_time_America/New_York`, which Liquid does not take in a name. */
export const SLASH = '\u2215';

/** The name under which a scope holds a variable whose name has a slash. */
export function scopeName(name: string): string {
  return name.replaceAll('/', SLASH);
}
