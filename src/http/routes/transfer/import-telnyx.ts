import { z } from 'zod';
import { describeError } from '../../../errors.js';
import { readSentAt } from '../../../store/sent-at.js';
import { countTelnyx, importTelnyx, type TelnyxProgress, telnyxSource } from '../../../transfer/import-telnyx.js';
import {
  openTelnyxAccount,
  TELNYX_BASE_URL,
  TelnyxRefused,
  TelnyxUnavailable,
} from '../../../transfer/telnyx-account.js';
import { readBodyAs } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { refusalOf } from '../../error-response.js';
import type { Principal } from '../../keyring.js';
import { LineAnswer } from '../../line-answer.js';
import { RequestError, unavailable, unprocessable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { TelnyxImportLine, telnyxProgressJson, telnyxSummaryJson } from '../../wire/telnyx-import.js';
import { WorkspaceParameters, workspaceOf } from '../../workspace-of.js';

const CONCURRENCY_MAX = 16;
const CONCURRENCY = 4;
const PROGRESS_MS = 500;

const Body = z.strictObject({
  ...WorkspaceParameters.shape,
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]{1,512}$/, { error: 'has to be an API key of Telnyx' })
    .optional()
    .describe(
      'Of the account that is read. Absent: the secret `telnyx` `api_key` of the workspace; for the default workspace also TELNYX_API_KEY.',
    ),
  base_url: z
    .url({ protocol: /^https?$/, error: 'has to be a URL such as https://api.telnyx.com/v2' })
    .optional()
    .describe('Another address of the API, with its /v2; for who administers the server, together with `api_key`.'),
  since: z
    .string()
    .refine((text) => readSentAt(text) !== undefined, { error: 'has to be a date such as 2025-04-01' })
    .optional()
    .describe('Only conversations that were created at this date or time, or later.'),
  extract: z.boolean().default(true).describe('End the conversations as calls end: their insights are run.'),
  concurrency: z
    .int()
    .min(1, { error: `has to be a whole number from 1 to ${CONCURRENCY_MAX}` })
    .max(CONCURRENCY_MAX, { error: `has to be a whole number from 1 to ${CONCURRENCY_MAX}` })
    .default(CONCURRENCY)
    .describe('Of how many conversations messages are fetched at once.'),
  dry_run: z.boolean().default(false).describe('Count the conversations of the account, and store nothing.'),
});

type Body = z.output<typeof Body>;

/**
 * Imports a Telnyx account: all conversations and messages. Answered with JSON lines as it goes on; it ends when the one who asked
 * goes away, and the same request goes on from there.
 */
export function importTelnyxRoute(deps: RouteDependencies): Route {
  /** Workspaces that import now: two at once would read everything twice. */
  const importing = new Set<number>();

  return {
    method: 'post',
    paths: ['/v1/imports/telnyx'],
    operation: {
      id: 'importTelnyx',
      tag: 'transfer',
      summary: 'Import all conversations and messages of a Telnyx account',
      description:
        'Reads the account with the documented operations of its API, oldest conversation first, and as fast as its rate limit lets it. ' +
        'Safe to repeat and to interrupt: how far it is is stored with the rows, and what is there already stays as it is.',
      access: 'admin',
      body: Body,
      answer: {
        status: 200,
        description: 'JSON lines: progress, waits, and a summary at the end; or `{"errors":[…]}` as the last line.',
        schema: TelnyxImportLine,
        contentType: 'application/x-ndjson',
      },
      refusals: [400, 404, 409, 422],
    },
    async handle(req, res) {
      const principal = await deps.authorize(req, res, 'admin');
      const body = readBodyAs(Body, await deps.readJson(req, res));
      const { id: workspaceId } = await workspaceOf(deps.database, principal, body.workspace);
      const access = await accessOf(deps, principal, workspaceId, body);
      if (importing.has(workspaceId)) throw alreadyImporting();
      importing.add(workspaceId);
      const answer = new LineAnswer(res, deps.stopping);
      try {
        answer.end(await importInto(deps, workspaceId, access, body, answer));
      } catch (thrown) {
        // Nobody is left to be told.
        if (answer.isGone) return;
        // What the stop interrupts fails in its own way.
        const error = answer.signal.aborted ? answer.signal.reason : asRequestError(thrown);
        if (!res.headersSent) throw error;
        const refusal = refusalOf(error, req);
        if (refusal.status >= 500 && !answer.signal.aborted)
          deps.log.error({ error: describeError(thrown) }, 'import failed');
        answer.end({ errors: refusal.items });
      } finally {
        importing.delete(workspaceId);
      }
    },
  };
}

interface Access {
  readonly apiKey: string;
  readonly baseUrl: string;
}

/**
 * The account that is read. A URL that the server calls is for who runs it to choose; and a key that is kept goes only where the
 * server's settings say.
 */
async function accessOf(
  { platformSecrets, settings }: RouteDependencies,
  principal: Principal,
  workspaceId: number,
  { api_key: given, base_url: named }: Body,
): Promise<Access> {
  const configured = settings.telnyxBaseUrl ?? TELNYX_BASE_URL;
  const baseUrl = named ?? configured;
  if (baseUrl !== configured) {
    if (!principal.isOperator) {
      const detail = 'Only who administers the server may name another address of the API.';
      throw new RequestError(403, [errorItem('forbidden', detail, { pointer: '/base_url' })]);
    }
    if (given === undefined) {
      throw keyMissing(
        '"api_key" is missing: beside "base_url" it has to be given. A key that is kept is sent nowhere else.',
      );
    }
  }
  const apiKey = given ?? (await platformSecrets.telnyxApiKeyOf(workspaceId));
  if (apiKey !== undefined) return { apiKey, baseUrl };
  throw keyMissing(
    '"api_key" is missing: give one, or set TELNYX_API_KEY, or for another workspace than the default one its secret telnyx api_key.',
  );
}

function keyMissing(detail: string): RequestError {
  return unprocessable([errorItem('missingParameter', detail, { pointer: '/api_key' })]);
}

function alreadyImporting(): RequestError {
  const detail = 'An import from Telnyx into this workspace is under way already.';
  return new RequestError(409, [errorItem('beingProcessed', detail)]);
}

async function importInto(
  deps: RouteDependencies,
  workspaceId: number,
  { apiKey, baseUrl }: Access,
  { since, extract, concurrency, dry_run: isDryRun }: Body,
  answer: LineAnswer,
): Promise<TelnyxImportLine> {
  const { signal } = answer;
  const onWait = (waitMs: number): void => answer.write({ type: 'waiting', wait_ms: Math.round(waitMs) });
  const account = await openTelnyxAccount({ apiKey, baseUrl, signal, onWait });
  let toldAtMs = -Infinity;
  const onProgress = (progress: TelnyxProgress): void => {
    if (performance.now() - toldAtMs < PROGRESS_MS) return;
    toldAtMs = performance.now();
    answer.write(telnyxProgressJson(progress));
  };
  const options = { account, since: since === undefined ? undefined : readSentAt(since), onProgress };
  if (isDryRun) return telnyxSummaryJson(await countTelnyx(options), true);
  const source = telnyxSource(baseUrl, apiKey);
  const summary = await importTelnyx(deps, workspaceId, { ...options, source, extract, concurrency, signal });
  return telnyxSummaryJson(summary, false);
}

/** What Telnyx says is for the one who asked: their key, or their patience, mends it. */
function asRequestError(thrown: unknown): unknown {
  if (thrown instanceof TelnyxUnavailable) return unavailable(thrown.message);
  if (!(thrown instanceof TelnyxRefused)) return thrown;
  const isKey = thrown.status === 401 || thrown.status === 403;
  return unprocessable([errorItem('unprocessable', thrown.message, isKey ? { pointer: '/api_key' } : undefined)]);
}
