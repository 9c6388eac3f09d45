import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ringback, type ServingProcess, startServing } from '../support/command-line.js';
import { temporaryFolder } from '../support/databases.js';

describe('ringback setup', () => {
  let dataDir: string;
  let server: ServingProcess;
  beforeAll(async () => {
    dataDir = await temporaryFolder();
    server = await startServing({ RINGBACK_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  });
  afterAll(async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const run = (...args: readonly string[]) => ringback(['--data-dir', dataDir, ...args]);

  test('prints steps with a key that opens the platform’s routes, and these only', async () => {
    const { code, stdout, stderr } = await run('setup', 'vapi', '--url', 'https://memory.example.com/');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Vapi for the workspace "default", at https:\/\/memory\.example\.com\n\n1\. Dashboard > Tools/,
    );
    const key = /Bearer (\S+?)"/.exec(stdout)?.[1];
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const message = { type: 'tool-calls', toolCallList: [{ id: 'call_1', name: 'recall_caller' }] };
    const recalled = await fetch(`${server.url}/vapi`, { method: 'POST', headers, body: JSON.stringify({ message }) });
    expect(await recalled.json()).toEqual({
      results: [{ toolCallId: 'call_1', name: 'recall_caller', result: 'Web caller — no phone number yet.' }],
    });
    expect((await fetch(`${server.url}/v1/workspaces`, { headers })).status).toBe(403);
  });

  test('takes a key that is there, and prints JSON', async () => {
    await run('workspaces', 'create', 'acme');
    const { stdout } = await run(
      'setup',
      'retell',
      '--url',
      'https://memory.example.com',
      '--workspace',
      'acme',
      '--key',
      'rb_mine',
      '--json',
    );
    const steps = JSON.parse(stdout);
    expect(steps).toContainEqual({
      text: expect.stringContaining('Phone Numbers'),
      json: {
        inbound_webhook_url: 'https://memory.example.com/w/acme/retell/inbound',
        inbound_sms_webhook_url: 'https://memory.example.com/w/acme/retell/inbound',
      },
    });
    expect(stdout).toContain('Bearer rb_mine');
    expect(
      (await run('setup', 'telnyx', '--url', 'https://memory.example.com', '--workspace', 'acme')).stdout,
    ).toContain('"dynamic_variables_webhook_url": "https://memory.example.com/w/acme/telnyx/dynamic-variables"');
  });

  test.each<[args: readonly string[], text: string]>([
    [
      ['bland', '--url', 'https://memory.example.com'],
      'There is no setup for "bland": there are vapi, retell, telnyx.',
    ],
    [
      ['vapi', '--url', 'memory.example.com'],
      '--url is "memory.example.com": it has to be the address of this server for the platform, such as https://memory.example.com.',
    ],
    [['vapi', '--url', 'https://memory.example.com', '--workspace', 'nobody'], 'There is no workspace "nobody".'],
  ])('refuses %j', async (args, text) => {
    const { code, stderr } = await run('setup', ...args);
    expect(stderr.trim()).toBe(`ringback: ${text}`);
    expect(code).toBe(1);
  });

  test('warns of an address that is not encrypted', async () => {
    const { stderr } = await run('setup', 'telnyx', '--url', 'http://192.0.2.1:8787');
    expect(stderr.trim()).toBe(
      'http://192.0.2.1:8787 is not encrypted: what callers say, and the key, could be read on the way. Platforms want https.',
    );
  });

  test('and the health of a workspace is shown', async () => {
    const { stdout } = await run('workspaces', 'health', 'default');
    expect(stdout).toContain('none in 30 days');
    expect(stdout).toContain('last extraction: none yet');
  });
});
