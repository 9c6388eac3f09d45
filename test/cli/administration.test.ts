import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ringback, type ServingProcess, startServing } from '../support/command-line.js';
import { temporaryFolder } from '../support/databases.js';
import { initializationEvent, telnyxSigner } from '../support/signing.js';

/**
 * What a command says, whoever has the database open. Without a server each command opens it anew, which takes its time; there
 * is nothing but that to be tested there.
 */
describe.each(['beside a running server', 'with the data directory to itself'])('%s', (where) => {
  const testBeside = test.runIf(where === 'beside a running server');
  let dataDir: string;
  let server: ServingProcess | undefined;
  beforeAll(async () => {
    dataDir = await temporaryFolder();
    if (where === 'beside a running server') {
      server = await startServing({
        RINGBACK_DATA_DIR: dataDir,
        RINGBACK_API_KEY: 'a-key-for-the-command-line-tests',
        LOG_LEVEL: 'silent',
      });
    }
  });
  afterAll(async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const run = (args: readonly string[], input?: string) => ringback(['--data-dir', dataDir, ...args], {}, input);
  /** What a command prints, which is expected to succeed. */
  const printed = async (args: readonly string[], input?: string): Promise<string> => {
    const { code, stdout, stderr } = await run(args, input);
    if (code !== 0) throw new Error(`ringback ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const json = async (args: readonly string[], input?: string) => JSON.parse(await printed([...args, '--json'], input));

  test('workspaces are made, shown, changed and listed', async () => {
    expect(await printed(['workspaces', 'create', 'acme', '--assistants', 'assistant-1, assistant-2'])).toBe(
      [
        'The workspace "acme" is there. It has no keys and no platform secrets yet:',
        '  ringback keys create <name> --scopes read,write --workspace acme',
        '  ringback workspaces secret set acme telnyx public_key',
        '',
      ].join('\n'),
    );
    const change = ['--numbers', '(312) 867-5309', '--time-zone', 'America/New_York', '--retention-days', '30'];
    const shown = await printed(['workspaces', 'set', 'acme', ...change]);
    expect(shown).toMatch(
      /^name {12}acme\ncreated_at {6}\S+Z\nassistants {6}assistant-1, assistant-2\nnumbers {9}\+13128675309\ntime_zone {7}America\/New_York\nretention_days {2}30\n$/,
    );
    expect(await printed(['workspaces', 'show', 'acme'])).toBe(shown);
    expect(await json(['workspaces', 'set', 'acme', '--assistants', '', '--time-zone', ''])).toMatchObject({
      name: 'acme',
      settings: { numbers: ['+13128675309'], retention_days: 30 },
    });
    const listed = await json(['workspaces', 'list']);
    expect(listed.map(({ name }: { name: string }) => name)).toEqual(['acme', 'default']);
    expect(await printed(['workspaces', 'list'])).toMatch(/│ acme .*│ \+13128675309 │ 30 .*\n(?:.*\n)*2 workspaces\n$/);
  });

  testBeside.each<[string, readonly string[], string]>([
    [
      'a name that is none',
      ['workspaces', 'create', 'Acme'],
      '"name" has to be of 1 to 63 lower case letters, digits and hyphens, with a letter or digit at both ends.',
    ],
    ['a name that is taken', ['workspaces', 'create', 'default'], 'There is a workspace "default" already.'],
    ['one that is not there', ['workspaces', 'show', 'nobody'], 'There is no workspace "nobody".'],
    [
      'nothing to change',
      ['workspaces', 'set', 'default'],
      'Say what to change: ringback workspaces set --help lists the settings.',
    ],
    [
      'half a day',
      ['workspaces', 'set', 'default', '--retention-days', '0.5'],
      '--retention-days is "0.5": it has to be a number of days.',
    ],
    [
      'a country that is none',
      ['workspaces', 'set', 'default', '--default-country', 'ZZ'],
      '"settings.default_country" has to be a country code such as US.',
    ],
    [
      'the default one to delete',
      ['workspaces', 'delete', 'default', '--confirm', 'default'],
      'The workspace "default" cannot be deleted: requests that name none are for it.',
    ],
    [
      'one to delete that is not there',
      ['workspaces', 'delete', '..', '--confirm', '..'],
      'There is no workspace "%2E%2E".',
    ],
    [
      'a scope that there is not',
      ['keys', 'create', 'x', '--scopes', 'read,root'],
      '"scopes.1" has to be one of "read", "write", "admin", "platform".',
    ],
    ['a key that is not there', ['keys', 'revoke', 'x'], 'There is no key "x" in the workspace "default".'],
    ['no secret', ['workspaces', 'secret', 'set', 'default', 'telnyx', 'api_key'], 'No secret was given.'],
    [
      'a secret of no platform',
      ['workspaces', 'secret', 'set', 'default', 'twilio', 'api_key', '--value-file', '/dev/null'],
      'No secret was given.',
    ],
  ])('%s is one line', async (_what, args, reason) => {
    expect(await run(args)).toEqual({ code: 1, stdout: '', stderr: `ringback: ${reason}\n` });
  });

  testBeside('a secret is piped in or read from a file, listed without its value, and removed', async () => {
    await printed(['workspaces', 'create', 'keeper']);
    const set = ['workspaces', 'secret', 'set', 'keeper', 'telnyx', 'api_key'];
    const first = await printed(set, 'KEY0123456789-one\n');
    expect(first).toMatch(/^Kept as [0-9a-f-]{36}\.\n$/);
    const path = join(dataDir, 'value');
    await writeFile(path, 'KEY0123456789-two\n');
    const second = await json([...set, '--value-file', path]);
    expect(second).toEqual({
      id: expect.any(String),
      platform: 'telnyx',
      name: 'api_key',
      created_at: expect.any(String),
    });
    const table = await printed(['workspaces', 'secret', 'list', 'keeper']);
    expect(table).toContain('2 secrets\n');
    expect(table).not.toContain('KEY0123');
    expect(await printed(['workspaces', 'secret', 'remove', 'keeper', second.id])).toBe(
      `The secret ${second.id} is removed.\n`,
    );
    expect((await json(['workspaces', 'secret', 'list', 'keeper'])).map(({ id }: { id: string }) => id)).toEqual([
      /Kept as (\S+)\./.exec(first)?.[1],
    ]);
    expect(await printed(['workspaces', 'secret', 'list', 'default'])).toBe(
      'The workspace "default" keeps no secrets.\n',
    );
    // The key that seals them is of its owner, and not in the database.
    expect(await readFile(join(dataDir, 'secret.key'), 'utf8')).toMatch(/^[\w-]{43}\n$/);
  });

  testBeside('a key is printed once and alone, listed, and revoked', async () => {
    await printed(['workspaces', 'create', 'keyed']);
    const made = await run(['keys', 'create', 'CI', '--workspace', 'keyed', '--scopes', 'read, platform']);
    expect(made).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^rb_[\w-]{43}\n$/),
      stderr: 'API key of the workspace "keyed" (shown once):\n',
    });
    const [listed] = await json(['keys', 'list', '--workspace', 'keyed']);
    expect(listed).toMatchObject({ name: 'CI', workspace: 'keyed', scopes: ['read', 'platform'], revoked_at: null });
    expect(await printed(['keys', 'list', '--workspace', 'keyed'])).toContain('│ read platform │');
    expect(await printed(['keys', 'revoke', listed.id, '--workspace', 'keyed'])).toBe(
      `The key ${listed.id} is revoked.\n`,
    );
    const [revoked] = await json(['keys', 'list', '--workspace', 'keyed']);
    expect(revoked).toEqual({ ...listed, revoked_at: expect.stringMatching(/Z$/) });
    expect(await printed(['keys', 'list'])).toBe('The workspace "default" has no keys.\n');
  });

  test('the public key of webhooks is one line, and another one after --replace', async () => {
    const first = await printed(['keys', 'webhook']);
    expect(first).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
    expect(await printed(['keys', 'webhook', '--workspace', 'default'])).toBe(first);
    const replaced = await json(['keys', 'webhook', '--replace']);
    expect(replaced.public_key).not.toBe(first.trim());
    expect(await printed(['keys', 'webhook'])).toBe(`${replaced.public_key}\n`);
  });

  testBeside('a workspace is deleted when its name is given again', async () => {
    await printed(['workspaces', 'create', 'gone']);
    const remove = ['workspaces', 'delete', 'gone'];
    expect(await run(remove)).toMatchObject({
      code: 1,
      stderr: 'ringback: Nobody can be asked here: say --confirm gone to delete it with everything it has.\n',
    });
    expect(await run([...remove, '--confirm', 'acme'])).toMatchObject({
      code: 1,
      stderr: 'ringback: That is not "gone": nothing was deleted.\n',
    });
    expect(await printed([...remove, '--confirm', 'gone'])).toBe('The workspace "gone" is deleted.\n');
    expect((await run(['workspaces', 'show', 'gone'])).code).toBe(1);
  });

  testBeside('what is set holds at the server at once', async () => {
    const telnyx = telnyxSigner();
    const body = JSON.stringify(initializationEvent());
    const call = async () =>
      (
        await fetch(`${server?.url}/w/live/telnyx/dynamic-variables`, {
          method: 'POST',
          headers: telnyx.headers(body),
          body,
        })
      ).status;
    expect(await call()).toBe(404);
    await printed(['workspaces', 'create', 'live']);
    expect(await call()).toBe(404);
    await printed(['workspaces', 'secret', 'set', 'live', 'telnyx', 'public_key'], telnyx.publicKey);
    expect(await call()).toBe(200);
    const key = (await printed(['keys', 'create', 'x', '--workspace', 'live', '--scopes', 'read'])).trim();
    const list = async () =>
      (await fetch(`${server?.url}/v2/ai/conversations`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect(await list()).toBe(200);
    const [{ id }] = await json(['keys', 'list', '--workspace', 'live']);
    await printed(['keys', 'revoke', id, '--workspace', 'live']);
    expect(await list()).toBe(401);
  });
});

test.each([
  ['workspaces'],
  ['workspaces', 'create'],
  ['workspaces', 'secret'],
  ['workspaces', 'secret', 'set'],
  ['keys'],
  ['keys', 'create'],
  ['keys', 'webhook'],
])('ringback %s %s %s --help says what it does', async (...command) => {
  const args = command.filter((word) => word !== undefined);
  const { code, stdout } = await ringback([...args, '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain(`Usage: ringback ${args.join(' ')}`);
});
