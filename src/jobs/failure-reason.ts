import { describeError } from '../errors.js';
import { JobFailed, TryFailed } from './job-queue.js';

const REASON_CHARACTERS_MAX = 500;

/**
 * Why a try failed, in one sentence that may be shown and kept. Errors that are made to be shown say it themselves; of others
 * only what kind they are, since their messages may quote what was being worked on.
 */
export function failureReason(thrown: unknown): string {
  if (thrown instanceof JobFailed || thrown instanceof TryFailed) return sentence(thrown.message);
  const { name, code, message } = describeError(thrown);
  if (message !== undefined) return sentence(message);
  return `The try ended with ${code === undefined ? name : `${name} (${code})`}.`;
}

function sentence(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').trim().slice(0, REASON_CHARACTERS_MAX);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
