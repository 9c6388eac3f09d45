import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ringback, type ServingProcess, startServing } from '../support/command-line.js';
import { temporaryFolder } from '../support/databases.js';
import { initializationEvent } from '../support/signing.js';

const GOOD = `version: 1
policies:
  - name: front-desk
    dynamic_variables: { greeting: "Hello {{ caller.name | default: 'there' }}" }
`;
const BAD = GOOD.replace('caller.name', 'caler.name');
const SHOWN = [
  ':4:46 Unknown variable "caler.name".',
  `  dynamic_variables: { greeting: "Hello {{ caler.name | default: 'there' }}" }`,
  '                                           ^^^^^^^^^^',
  '  Did you mean "caller.name"?',
  '',
].join('\n');

describe('the policy commands', () => {
  let folder: string;
  let environment: Record<string, string>;
  let server: ServingProcess;
  const file = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    environment = { RINGBACK_DATA_DIR: join(folder, 'data') };
    server = await startServing(environment);
  });
  afterAll(() => server.stop());

  it('apply a file, show it, try it and remove it', async () => {
    const good = await file('good.yaml', GOOD);
    const event = await file('event.json', JSON.stringify(initializationEvent()));
    expect(await ringback(['apply', good, '--dry-run'], environment)).toEqual({
      code: 0,
      stdout: `${good} is good: 1 policy. Nothing was changed.\n`,
      stderr: '',
    });
    expect((await ringback(['policies', 'show'], environment)).stdout).toBe(
      'The workspace "default" has no policies: the built-in one holds.\n',
    );
    expect(await ringback(['apply', good], environment)).toEqual({
      code: 0,
      stdout: 'Applied 1 policy to the workspace "default" (revision 1).\n',
      stderr: '',
    });
    expect((await ringback(['policies', 'show'], environment)).stdout).toBe(GOOD);
    const tried = await ringback(['policies', 'test', event], environment);
    expect(tried.code).toBe(0);
    expect(tried.stdout).toContain('policy                      The policy "front-desk" matches.\n');
    expect(tried.stdout).toContain('"greeting": "Hello there"');
    expect((await ringback(['policies', 'remove'], environment)).stdout).toBe(
      'The workspace "default" has no policies any more: the built-in one holds.\n',
    );
  });

  it('show what is wrong with a file, with its line and a caret, and change nothing', async () => {
    const bad = await file('bad.yaml', BAD);
    const expected = { code: 1, stdout: '', stderr: `ringback: ${bad}${SHOWN}` };
    expect(await ringback(['apply', bad], environment)).toEqual(expected);
    expect(await ringback(['apply', '--dry-run', bad], environment)).toEqual(expected);
    const missing = join(folder, 'missing.yaml');
    expect(await ringback(['apply', missing], environment)).toEqual({
      code: 1,
      stdout: '',
      stderr: `ringback: ${missing} cannot be read: there is no such file.\n`,
    });
  });

  it('are spared at the start by RINGBACK_CONFIG, and a bad file stops it', async () => {
    const good = await file('start.yaml', GOOD);
    const bad = await file('start-bad.yaml', BAD);
    const dataDir = join(folder, 'started');
    const refused = await ringback(['serve', '--port', '0'], { RINGBACK_DATA_DIR: dataDir, RINGBACK_CONFIG: bad });
    expect(refused).toMatchObject({ code: 1, stderr: `ringback: ${bad}${SHOWN}` });
    const nobodys = await file('nobodys.yaml', `workspace: acme\n${GOOD}`);
    const ofNobody = await ringback(['serve', '--port', '0'], { RINGBACK_DATA_DIR: dataDir, RINGBACK_CONFIG: nobodys });
    expect(ofNobody.stderr).toContain(`${nobodys}:1:1 There is no workspace "acme".`);

    const started = await startServing({ RINGBACK_DATA_DIR: dataDir, RINGBACK_CONFIG: good });
    try {
      const shown = await ringback(['policies', 'show'], { RINGBACK_DATA_DIR: dataDir });
      expect(shown.stdout).toBe(GOOD);
    } finally {
      await started.stop();
    }
  });
});
