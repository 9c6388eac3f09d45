import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * What the implementation made of each row of a table, kept beside the tables so that a change of it shows in a diff.
 * Nothing of what a row *should* find is recorded: that is written in the tables.
 *
 * With UPDATE_CASES=1 the files are written anew (`npm run format` gives them their form), and rows that are gone leave
 * them; without, they are what must come out.
 */
export interface Recorded<T> {
  /** The kept value of a row, or the given one while updating. */
  entry(key: string, made: T): T | undefined;
  /** Writes the file if this is an update. */
  save(): void;
}

const UPDATING = process.env.UPDATE_CASES === '1';
const FOLDER = new URL('recorded/', import.meta.url);

export function recorded<T>(name: string): Recorded<T> {
  const file = new URL(`${name.replaceAll(' ', '-')}.json`, FOLDER);
  const kept: Record<string, T> = UPDATING ? {} : JSON.parse(readFileSync(file, 'utf8'));
  return {
    entry: (key, made) => {
      if (UPDATING) kept[key] = made;
      return kept[key];
    },
    save: () => {
      if (!UPDATING) return;
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, `${JSON.stringify(kept, undefined, 2)}\n`);
    },
  };
}

/** What a row is filed under: its text, and how it is read where that is not the ordinary way. */
export function keyOf({ text, reading }: { readonly text: string; readonly reading: string }): string {
  const shown = text.length > 300 ? `${text.slice(0, 100)}… (${text.length} characters)` : text;
  return reading === 'http' ? `HTTP ${shown}` : shown;
}
