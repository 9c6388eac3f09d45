import type { Request } from 'express';
import { z } from 'zod';
import { describeError } from '../../../errors.js';
import { checkTransfer } from '../../../transfer/check-transfer.js';
import { createImportedEnds } from '../../../transfer/end-imported.js';
import { loadConversations } from '../../../transfer/load-conversations.js';
import type { LoadCounts } from '../../../transfer/load-counts.js';
import { TransferLine } from '../../../transfer/transfer-line.js';
import { TransferLines } from '../../../transfer/transfer-lines.js';
import { type OnProblem, TransferProblem } from '../../../transfer/transfer-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { refusalOf } from '../../error-response.js';
import { LineAnswer } from '../../line-answer.js';
import { queryStringOf } from '../../query-string.js';
import { readParameters } from '../../read-parameters.js';
import { unprocessable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { discardRest, streamBody } from '../../stream-body.js';
import {
  ImportAnswerLine as AnswerLine,
  type ImportAnswerLine,
  importCountsJson,
  skippedLineJson,
} from '../../wire/transfer.js';
import { WorkspaceParameters, workspaceOf } from '../../workspace-of.js';

const flag = (description: string) =>
  z
    .enum(['true', 'false'])
    .optional()
    .transform((value) => value === 'true')
    .describe(description);

const Parameters = z.object({
  on_error: z
    .enum(['stop', 'skip'])
    .default('stop')
    .describe('At a line that cannot be stored: end the import before its batch, or tell of it and go on.'),
  update: flag('Change the name, metadata and end of conversations that are there to what their lines say.'),
  extract: flag('End the conversations as calls end: their insights are run.'),
  dry_run: flag('Check every line by itself, and store nothing.'),
  ...WorkspaceParameters.shape,
});

/** So many skipped lines are told of; the summary counts them all. */
const SKIPPED_TOLD_MAX = 1000;
const PROGRESS_MS = 500;
/** Others wait for the server to stop; who goes on sending has the answer already. */
const STOPPING_DISCARD_MS = 500;

/**
 * Stores conversations from JSON lines (`src/transfer/transfer-line.ts`), as they come: a body of any length, in bounded memory.
 *
 * Answered with JSON lines, too: progress after each batch that is stored, and a summary or `{"errors":[…]}` at the end. What goes
 * wrong before the first batch is stored is answered as everywhere, with its status. After an interruption the same request stores
 * what is missing.
 */
export function importRoute(deps: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v1/import'],
    operation: {
      id: 'importConversations',
      tag: 'transfer',
      summary: 'Import conversations from JSON lines',
      description:
        'The body is JSON lines (application/x-ndjson), of any length, each line 2 MiB at most; `content-encoding: gzip` is understood. A conversation stands before its messages and insights. Safe to repeat: what is there already stays as it is.',
      access: 'admin',
      query: Parameters,
      body: TransferLine,
      bodyContentType: 'application/x-ndjson',
      answer: {
        status: 200,
        description:
          'JSON lines: progress, skipped lines, and a summary at the end; or `{"errors":[…]}` as the last line.',
        schema: AnswerLine,
        contentType: 'application/x-ndjson',
      },
      refusals: [400, 404, 408, 415, 422],
    },
    async handle(req, res) {
      const principal = await deps.authorize(req, res, 'admin');
      const parameters = readParameters(Parameters, queryStringOf(req.url));
      const { id: workspaceId } = await workspaceOf(deps.database, principal, parameters.workspace);
      const answer = new LineAnswer(res, deps.stopping);
      try {
        answer.end(await importInto(deps, workspaceId, parameters, req, answer));
      } catch (thrown) {
        // There is nobody to tell.
        if (answer.isGone) return;
        const error =
          thrown instanceof TransferProblem
            ? unprocessable([errorItem('unprocessable', thrown.message, source(thrown))])
            : thrown;
        if (!res.headersSent) throw error;
        const refusal = refusalOf(error, req);
        if (refusal.status >= 500 && !isStopping(deps))
          deps.log.error({ error: describeError(error) }, 'import failed');
        answer.end({ errors: refusal.items });
      } finally {
        discardRest(req, isStopping(deps) ? STOPPING_DISCARD_MS : undefined);
      }
    },
  };
}

async function importInto(
  { changes, database, jobs, log, now }: RouteDependencies,
  workspaceId: number,
  { on_error: onError, update, extract, dry_run: isDryRun }: z.output<typeof Parameters>,
  req: Request,
  answer: LineAnswer,
): Promise<ImportAnswerLine> {
  const lines = new TransferLines(streamBody(req, { signal: answer.signal }));
  const lineNumber = () => lines.lineNumber;
  let skipped = 0;
  const onProblem: OnProblem = (problem) => {
    if (onError === 'stop') throw problem;
    skipped += 1;
    // Whoever sends does not have to read meanwhile: what waits for them has a bound.
    if (skipped <= SKIPPED_TOLD_MAX) answer.write(skippedLineJson(problem));
  };
  let toldAtMs = -Infinity;
  const tell = (soFar: LoadCounts): void => {
    if (performance.now() - toldAtMs < PROGRESS_MS) return;
    toldAtMs = performance.now();
    answer.write({ type: 'progress', counts: importCountsJson(soFar) });
  };
  const { signal } = answer;
  if (isDryRun) {
    const counts = await checkTransfer(lines, { signal, onProblem, lineNumber, onProgress: tell });
    return { type: 'summary', counts: importCountsJson(counts), dry_run: true };
  }
  const ends = extract ? createImportedEnds({ database, jobs, log }, workspaceId) : undefined;
  const counts = await loadConversations(database, workspaceId, lines, {
    ...ends?.loadOptions,
    signal,
    onProblem,
    lineNumber,
    now,
    changes,
    onConflict: update ? 'update' : 'keep',
    onProgress(soFar) {
      ends?.stored();
      tell(soFar);
    },
  });
  const ended = await ends?.finish();
  const summary: ImportAnswerLine = { type: 'summary', counts: importCountsJson(counts), dry_run: false };
  return ended === undefined ? summary : { ...summary, ended };
}

function isStopping({ stopping }: RouteDependencies): boolean {
  return stopping?.aborted === true;
}

function source({ field }: TransferProblem): { readonly pointer: string } | undefined {
  return field === undefined ? undefined : { pointer: `/${field.replaceAll('.', '/')}` };
}
