import { checkLine } from './check-line.js';
import { type LoadCounts, NO_COUNTS } from './load-counts.js';
import type { TransferLine } from './transfer-line.js';
import { type OnProblem, TransferProblem } from './transfer-problem.js';

export interface CheckOptions {
  readonly signal?: AbortSignal;
  readonly onProblem: OnProblem;
  readonly onProgress?: (counts: LoadCounts) => void;
  readonly lineNumber: () => number;
}

const PROGRESS_LINES = 20_000;

/**
 * Reads lines as an import would, and stores nothing: each is checked by itself, not against what is there.
 *
 * @returns as `…Added` how many there are of each kind
 */
export async function checkTransfer(
  lines: AsyncIterable<TransferLine | TransferProblem>,
  { signal, onProblem, onProgress, lineNumber }: CheckOptions,
): Promise<LoadCounts> {
  const counts = { ...NO_COUNTS };
  const mutable = counts as { -readonly [name in keyof LoadCounts]: number };
  for await (const value of lines) {
    signal?.throwIfAborted();
    try {
      if (value instanceof TransferProblem) throw value;
      const { type } = checkLine(value, lineNumber());
      mutable.lines += 1;
      if (type === 'conversation') mutable.conversationsAdded += 1;
      else if (type === 'message') mutable.messagesAdded += 1;
      else if (type === 'conversation_insight') mutable.insightsAdded += 1;
      if (counts.lines % PROGRESS_LINES === 0) onProgress?.({ ...counts });
    } catch (error) {
      if (!(error instanceof TransferProblem)) throw error;
      onProblem(error);
      mutable.skipped += 1;
    }
  }
  return counts;
}
