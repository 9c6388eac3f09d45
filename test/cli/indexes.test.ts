import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ringback, type ServingProcess, startServing } from '../support/command-line.js';
import { createServerDatabase, temporaryFolder } from '../support/databases.js';

/** What the server knows of indexes is looked for every 30 s; the command line beside it tells it at once. */
describe('ringback index', () => {
  let server: ServingProcess;
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  let environment: Record<string, string>;
  beforeAll(async () => {
    database = await createServerDatabase();
    environment = {
      DATABASE_URL: database.url,
      RINGBACK_DATA_DIR: join(await temporaryFolder(), 'data'),
      RINGBACK_API_KEY: 'api-key-of-the-index-commands',
    };
    server = await startServing(environment);
  });
  afterAll(async () => {
    await server?.stop();
    await database?.drop();
  });

  const run = (...args: string[]) => ringback(args, environment);

  test('advises, adds, lists, explains and drops', async () => {
    expect(await run('index', 'list')).toEqual({
      code: 0,
      stdout: 'There is no index of a metadata key, beside those of the standard keys.\n',
      stderr: '',
    });
    expect((await run('index', 'advise')).stdout).toBe(
      'No query has asked for a metadata key that has no index, as far as they were counted.\n',
    );
    const headers = { authorization: 'Bearer api-key-of-the-index-commands' };
    await fetch(`${server.url}/v2/ai/conversations?metadata->campaign=eq.spring`, { headers });
    const advised = await run('index', 'advise');
    expect(advised.stdout).toContain('campaign');
    expect(advised.stdout).toContain(
      'An index makes each of these one look-up, and writing a little slower: ringback index add <key>',
    );

    const added = await run('index', 'add', 'campaign');
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toMatch(
      /^The index of campaign is made: conversations_key_campaign_[0-9a-f]{12}, [\d.]+ MB\.\n$/,
    );
    expect((await run('index', 'add', 'campaign')).stdout).toMatch(/^The index of campaign is there already: /);
    const listed = await run('index', 'list');
    expect(listed.stdout).toContain('conversations_key_campaign_');
    expect(listed.stdout).toContain('1 index\n');
    const explained = await run('explain', 'metadata->campaign=eq.spring');
    expect(explained.stdout).toContain('  metadata->campaign: conversations_key_campaign_');
    expect((await run('index', 'drop', 'campaign')).stdout).toBe('The index of campaign is dropped.\n');
    expect((await run('explain', 'metadata->campaign=eq.spring')).stdout).toContain(
      '  metadata->campaign: conversations_metadata; one of its own, newest first, would serve it better: ringback index add campaign',
    );
    expect(JSON.parse((await run('index', 'list', '--json')).stdout)).toEqual([]);
  });

  test('says what is wrong with a key', async () => {
    expect(await run('index', 'add', 'assistant_id')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'ringback: "assistant_id" has an index already: it is a standard key.\n',
    });
    expect(await run('index', 'drop', 'nothing')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'ringback: There is no index of the metadata key "nothing".\n',
    });
  });
});
