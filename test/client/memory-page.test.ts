import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RingbackClient } from '../../src/client/index.js';
import { readConfig } from '../../src/config.js';
import type { ListeningServer } from '../../src/http/listen.js';
import { PREDICATES } from '../../src/memory/predicates.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { startLearning } from '../support/learning.js';
import { listening, type TestApp, testApp } from '../support/server.js';

const page = await readFile(fileURLToPath(new URL('../../docs/memory.md', import.meta.url)), 'utf8');

test('docs/memory.md has the predicates as they are', () => {
  const table = /<!-- predicates -->\n([\s\S]*?)<!-- \/predicates -->/.exec(page)?.[1] ?? '';
  const rows = [...table.matchAll(/^\| `(\w+)` \| (\w+) \| (\w+) \|/gm)].map(([, name, values, sensitive]) => [
    ...[name, { values, sensitive: sensitive === 'yes' }],
  ]);
  expect(Object.fromEntries(rows)).toEqual(PREDICATES);
});

test('docs/memory.md names only variables that are read', async () => {
  const source = await readFile(fileURLToPath(new URL('../../src/config.ts', import.meta.url)), 'utf8');
  const named = new Set(page.match(/`(?:RINGBACK|LLM|EMBEDDING)_[A-Z_]+`/g));
  expect(named.size).toBeGreaterThan(5);
  // Both models' variables are read alike, by the part after their name.
  for (const variable of named) expect(source).toContain(variable.slice(1, -1).replace(/^(?:LLM|EMBEDDING)_/, '_'));
  expect(readConfig({})).toMatchObject({ recallMs: 250 });
});

describeOnBothDatabases('the example of docs/memory.md', (database) => {
  let server: TestApp;
  let socket: ListeningServer;
  beforeAll(async () => {
    server = await testApp(database());
    socket = await listening(server.app);
    await startLearning(server);
  });
  afterAll(async () => {
    await socket.stop(0);
    await server.jobs.stop(0);
  });

  test('prints what it says', async () => {
    const example = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const promised = [...example.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
    expect(promised.length).toBe(3);
    const runnable = example
      .replace(/^import .*\n/, '')
      .replace('http://127.0.0.1:8787', socket.url)
      // A machine that is busy with other tests is given its time.
      .replaceAll('timeoutMs: 250', 'timeoutMs: 5_000');
    const printed: string[] = [];
    const log = (...values: unknown[]): void => void printed.push(values.join(' '));
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
    const run = AsyncFunction('RingbackClient', 'process', 'console', runnable);
    await run(RingbackClient, { env: { RINGBACK_API_KEY: server.keys.all } }, { log });
    expect(printed).toEqual(promised);
  });
});
