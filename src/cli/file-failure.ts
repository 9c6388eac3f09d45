import { CommandFailed } from './command-failed.js';

/** What the system says of a file that a person named, in words for them. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is no folder',
  EROFS: 'its file system takes no writing',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk is full',
};

/** `calls.jsonl cannot be read: there is no such file.` */
export function unreadableFile(path: string, error: unknown): CommandFailed {
  return new CommandFailed(`${path} cannot be read: ${reasonOf(error, 'there is no such file')}.`, { cause: error });
}

/** `calls.jsonl cannot be written: its folder does not exist.` */
export function unwritableFile(path: string, error: unknown): CommandFailed {
  return new CommandFailed(`${path} cannot be written: ${reasonOf(error, 'its folder does not exist')}.`, {
    cause: error,
  });
}

/** Whether it is about a file that is opened, written or renamed, and not about what is written into it. */
export function isFileFailure(error: unknown): boolean {
  const { syscall } = error as NodeJS.ErrnoException;
  return ['open', 'write', 'writev', 'fsync', 'close', 'rename'].includes(syscall ?? '');
}

function reasonOf(error: unknown, missing: string): string {
  const { code, message, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return missing;
  // The draft of one that was killed, whose process had the same number.
  if (code === 'EEXIST' && path !== undefined) return `${path} is in the way`;
  return REASONS[code ?? ''] ?? code ?? message;
}
