import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createMetrics } from '../src/http/metrics.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const page = await readFile(join(root, 'docs/operating.md'), 'utf8');

test('docs/operating.md explains each metric', async () => {
  const metrics = createMetrics({
    ofProcess: false,
    compilerStats: () => ({ shapes: 0, hits: 0, misses: 0 }),
    jobs: { ended: () => [], countWaiting: async () => 0 },
    recorder: { counts: () => ({ written: 0, overflowed: 0, failed: 0, waiting: 0 }) },
  });
  const shown = [...(await metrics.text()).matchAll(/^# HELP (ringback_\w+)/gm)].map(([, name]) => name);
  expect([...page.matchAll(/^\| `(ringback_\w+)`/gm)].map(([, name]) => name)).toEqual(shown);
});

test('docs/operating.md names messages that the server logs', async () => {
  const logs = page.slice(page.indexOf('## Logs'), page.indexOf('## Metrics'));
  const messages = [...logs.matchAll(/^\| `([^`]+)`/gm)].map(([, message = '']) => message.replace('…', '').trim());
  const paths = (await readdir(join(root, 'src'), { recursive: true })).filter((path) => path.endsWith('.ts'));
  const sources = await Promise.all(paths.map((path) => readFile(join(root, 'src', path), 'utf8')));
  expect(messages.length).toBeGreaterThan(8);
  expect(messages.filter((message) => !sources.some((source) => source.includes(message)))).toEqual([]);
});
