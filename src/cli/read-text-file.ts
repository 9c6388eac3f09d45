import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { CommandFailed } from './command-failed.js';

/** The text of a file, or of standard input (`-`); CommandFailed in plain words otherwise. */
export async function readTextFile(path: string): Promise<string> {
  if (path === '-') return text(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code;
    throw new CommandFailed(`${path} cannot be read: ${why}.`, { cause: error });
  }
}
