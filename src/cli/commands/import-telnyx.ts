import type { Config } from '../../config.js';
import type { TelnyxImportLine } from '../../http/wire/telnyx-import.js';
import { DEFAULT_WORKSPACE } from '../../store/workspaces.js';
import { askSecret } from '../ask-secret.js';
import { CommandFailed } from '../command-failed.js';
import { linesOfResponse } from '../lines-of-response.js';
import { type Api, openApi } from '../open-api.js';
import { reasonOf } from '../refusal-text.js';
import { createTimeProgress } from '../time-progress.js';
import { untilInterrupted } from '../until-interrupted.js';

export interface ImportTelnyxOptions {
  readonly workspace?: string;
  readonly since?: string;
  readonly extract: boolean;
  readonly concurrency?: number;
  readonly baseUrl?: string;
  readonly dryRun: boolean;
}

const GO_ON = 'Run the same command again: it goes on from there.';

/** Has the API import an account, shows how far it is, and says what became of it. */
export async function importTelnyxCommand(options: ImportTelnyxOptions, config: Config): Promise<void> {
  const api = await openApi(config);
  try {
    await untilInterrupted(async (signal) => {
      // The answer begins when something is stored; until then there is nothing to follow.
      const response = await begin(api, options, config, signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
        console.error(`Interrupted. ${GO_ON}`);
      });
      if (response !== undefined) await follow(response, signal);
    });
  } finally {
    await api.close();
  }
}

/** Asks for the API key where the server has none, and none is in the environment. */
async function begin(
  api: Api,
  { workspace = DEFAULT_WORKSPACE, since, extract, concurrency, dryRun, ...options }: ImportTelnyxOptions,
  config: Config,
  signal: AbortSignal,
): Promise<Response> {
  const send = (apiKey: string | undefined) =>
    api.fetch('/v1/imports/telnyx', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ workspace, since, extract, concurrency, dry_run: dryRun },
        api_key: apiKey,
        base_url: options.baseUrl ?? config.telnyxBaseUrl,
      }),
      signal,
    });
  // The environment's key is the default workspace's: into another one it would bring somebody else's calls.
  const response = await send(workspace === DEFAULT_WORKSPACE ? config.telnyxApiKey : undefined);
  if (response.status !== 422) return response;
  const body = (await response.json()) as { errors?: { code?: string; source?: { pointer?: string } }[] };
  const isKeyMissing = body.errors?.some(({ code, source }) => code === '10004' && source?.pointer === '/api_key');
  if (isKeyMissing !== true) throw new CommandFailed(reasonOf(body) ?? 'The import was refused.');
  const apiKey = await askSecret('API key of the Telnyx account', signal);
  if (apiKey === '') throw new CommandFailed(reasonOf(body) ?? 'An API key of the Telnyx account is missing.');
  return send(apiKey);
}

async function follow(response: Response, signal: AbortSignal): Promise<void> {
  const progress = createTimeProgress(new Date());
  let known: Exclude<TelnyxImportLine, { type: 'waiting' }> | undefined;
  let last = '';
  try {
    for await (const line of linesOfResponse<TelnyxImportLine>(response, signal)) {
      if ('errors' in line) throw new CommandFailed(reasonOf(line) ?? 'The import failed.');
      if (line.type !== 'waiting') known = line;
      const wait = line.type === 'waiting' ? `, waiting ${Math.ceil(line.wait_ms / 1000)} s for Telnyx` : '';
      progress.update(known?.from, known?.at, `${known === undefined ? 'reading' : shortCounts(known)}${wait}`);
      if (line.type === 'summary') last = summaryText(line);
    }
  } catch (error) {
    progress.stop();
    const so = known === undefined ? '' : ` Stored so far: ${shortCounts(known)}.`;
    if (signal.aborted) {
      console.error(`Interrupted.${so} ${GO_ON}`);
      return;
    }
    if (!(error instanceof CommandFailed) || known === undefined) throw error;
    throw new CommandFailed(`${error.message}${so} ${GO_ON}`, {
      cause: error,
    });
  }
  progress.stop();
  if (last === '') throw new CommandFailed(`The server ended the import. ${GO_ON}`);
  console.log(last);
}

function shortCounts({ counts }: { counts: { conversations_added: number; messages_added: number } }): string {
  return `${number(counts.conversations_added)} conversations, ${number(counts.messages_added)} messages`;
}

function summaryText(line: Extract<TelnyxImportLine, { type: 'summary' }>): string {
  const { counts, dry_run: isDryRun, ended = 0, unreadable, resumed_from: resumedFrom, from, at } = line;
  const days = from === undefined || at === undefined ? '' : ` (${from.slice(0, 10)} to ${at.slice(0, 10)})`;
  if (isDryRun)
    return `The account has ${number(counts.conversations_added)} conversations${days}. Nothing was stored.`;
  const notes = [
    [counts.conversations_kept, 'conversations were there'],
    [counts.messages_kept, 'messages were there'],
    [counts.withheld, 'messages not stored, since their assistants retain no data'],
    [counts.erased, 'not stored, since they were erased'],
    [unreadable + counts.skipped, 'records could not be read'],
    [ended, 'conversations have their insights run'],
  ] as const;
  const rest = notes.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${what}`);
  if (resumedFrom !== undefined) rest.push(`went on from ${resumedFrom.slice(0, 10)}`);
  return `${[`Imported: ${shortCounts(line)}${days}`, ...rest].join('; ')}.`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
