import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { newDatabaseNotice, ringback, type ServingProcess, startServing } from '../support/command-line.js';
import { temporaryFolder } from '../support/databases.js';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

describe('ringback initializations tail', () => {
  let server: ServingProcess;
  let environment: Record<string, string>;

  beforeAll(async () => {
    environment = { RINGBACK_DATA_DIR: await temporaryFolder() };
    const { stdout } = await ringback(['simulate', 'key'], environment);
    server = await startServing({ ...environment, TELNYX_PUBLIC_KEY: stdout.trim() });
  });
  afterAll(() => server?.stop());

  const call = async (assistant: string, count = 1) => {
    const to = `${server.url}/telnyx/dynamic-variables`;
    const target = ['--to', to, '--from', '+13125550101', '--assistant', assistant, '--count', String(count)];
    const { code, stderr } = await ringback(
      ['simulate', 'call', ...target, '--timeout-ms', '10000', '--budget-ms', '10000'],
      environment,
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
  };

  test('says so when there is nothing', async () => {
    expect(await ringback(['initializations', 'tail', '--no-follow'], environment)).toEqual({
      code: 0,
      stdout: '',
      stderr: 'No initialization is recorded.\n',
    });
    expect((await ringback(['initializations', 'tail', '--no-follow', '--json'], environment)).stderr).toBe('');
  });

  test('shows those there are, and each that comes once, in their order, until it is interrupted', async () => {
    await call('before', 3);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const tail = spawn(process.execPath, [MAIN, 'initializations', 'tail', '--lines', '2'], {
      env: { PATH: process.env.PATH ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => tail.once('exit', resolve));
    let output = '';
    tail.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const assistants = () =>
      output
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ {2,}/)[3]);
    try {
      await vi.waitFor(() => expect(assistants()).toEqual(['before', 'before']), 10_000);
      await call('first', 2);
      await vi.waitFor(() => expect(assistants()).toEqual(['before', 'before', 'first', 'first']), 10_000);
      await call('second');
      await vi.waitFor(() => expect(assistants().at(-1)).toBe('second'), 10_000);
      // Two looks later, each has still been shown once.
      await new Promise((resolve) => setTimeout(resolve, 2_200));
      expect(assistants()).toEqual(['before', 'before', 'first', 'first', 'second']);
      const times = output
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(0, 23));
      expect(times).toEqual(times.toSorted());
    } finally {
      tail.kill('SIGINT');
    }
    expect(await ended).toBe(130);
  });

  test('ends beside no server, where nothing can come', async () => {
    const own = { RINGBACK_DATA_DIR: await temporaryFolder() };
    expect(await ringback(['initializations', 'tail'], own)).toEqual({
      code: 0,
      stdout: '',
      stderr: `${newDatabaseNotice(own.RINGBACK_DATA_DIR)}No server runs on this data directory: nothing more will come (ringback serve).\n`,
    });
  });

  test.each([
    [['--lines', '-1'], /It has to be a whole number from 0 to 1000\./],
    [['--workspace', 'nobody'], /^ringback: There is no workspace "nobody"\.\n$/],
  ])('refuses %j', async (args, reason) => {
    const { code, stderr } = await ringback(['initializations', 'tail', ...args], environment);
    expect(code).toBe(1);
    expect(stderr).toMatch(reason);
  });
});
