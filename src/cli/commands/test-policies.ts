import type { Config } from '../../config.js';
import { CommandFailed } from '../command-failed.js';
import { printJson } from '../print.js';
import { queryString } from '../query-string.js';
import { readTextFile } from '../read-text-file.js';
import { withApi } from '../with-api.js';
import { readChecked } from './apply.js';

interface TestResult {
  readonly policy: string;
  readonly answer: unknown;
  readonly steps: readonly { readonly part: string; readonly detail: string }[];
  readonly parts: readonly {
    readonly part: string;
    readonly status: string;
    readonly duration_ms: number;
    readonly error?: string;
  }[];
}

/** Shows what an event would get, and why. */
export async function testPoliciesCommand(
  eventPath: string,
  { file, workspace, json }: { file?: string; workspace?: string; json: boolean },
  config: Config,
): Promise<void> {
  const event = readEvent(await readTextFile(eventPath), eventPath);
  const source = file === undefined ? undefined : await readTextFile(file);
  if (source !== undefined && file !== undefined) readChecked(source, file);
  const body = { event, ...(source === undefined ? {} : { source }) };
  const answer = await withApi(config, (api) =>
    api.request('POST', `/v1/policies/test${queryString({ workspace })}`, body),
  );
  const result = answer?.data as TestResult;
  if (json) return printJson(result);
  const width = Math.max(...[...result.steps, ...result.parts].map(({ part }) => part.length));
  for (const { part, detail } of result.steps) console.log(`${part.padEnd(width)}  ${detail}`);
  for (const { part, status, duration_ms, error } of result.parts) {
    console.log(`${part.padEnd(width)}  ${status}, ${duration_ms} ms${error === undefined ? '' : `: ${error}`}`);
  }
  printJson(result.answer);
}

function readEvent(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandFailed(`${path} is not JSON: ${(error as Error).message}.`, { cause: error });
  }
}
