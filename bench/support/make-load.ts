import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { LoadRequest, LoadResult } from './load-generator.js';

/** Makes load from a process of its own. Rejects when any request fails: then the figures mean nothing. */
export async function makeLoad(request: LoadRequest): Promise<LoadResult> {
  const program = new URL('load-generator.js', import.meta.url);
  const child = spawn(process.execPath, [program.pathname], { stdio: ['pipe', 'pipe', 'inherit'] });
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  try {
    child.stdin.end(JSON.stringify(request));
    const output = await text(child.stdout);
    if (output === '') throw new Error('The load generator ended without a result.');
    const result = JSON.parse(output) as LoadResult;
    if (result.failures > 0) throw new Error(`${result.failures} requests to ${request.url} failed.`);
    return result;
  } finally {
    process.off('exit', atExit);
  }
}
