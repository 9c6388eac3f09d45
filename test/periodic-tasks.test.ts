import { afterEach, expect, inject, test, vi } from 'vitest';
import { readConfig } from '../src/config.js';
import { type RunningServer, serve } from '../src/serve.js';
import { smallestIdAt } from '../src/store/time-ordered-id.js';
import { ensureDefaultWorkspace } from '../src/store/workspaces.js';
import { openTestDatabase, temporaryFolder } from './support/databases.js';
import { memoryLog } from './support/server.js';

let server: RunningServer | undefined;
let remove: (() => Promise<void>) | undefined;

afterEach(async () => {
  await server?.stop();
  await remove?.();
});

test('a server that starts deletes the answers whose time is over, and keeps the others', async () => {
  const opened = await openTestDatabase('server');
  remove = opened.remove;
  const { knex } = opened.database;
  const { id } = await ensureDefaultWorkspace(knex);
  await knex.raw(
    `INSERT INTO idempotency_keys (workspace_id, key, request_hash, status, answer, created_at) VALUES
       (?, 'old', '', 200, '{}', now() - interval '24 hours 1 second'), (?, 'new', '', 200, '{}', now() - interval '23 hours')`,
    [id, id],
  );
  const environment = { PORT: '0', RINGBACK_DATA_DIR: await temporaryFolder(), DATABASE_URL: opened.options.url };
  server = await serve(readConfig(environment), memoryLog().log, () => {}, { templateDir: inject('embeddedTemplate') });
  await vi.waitFor(async () => {
    const { rows } = await knex.raw('SELECT key FROM idempotency_keys');
    expect(rows).toEqual([{ key: 'new' }]);
  }, 10_000);
});

test('and the records of initializations', async () => {
  const opened = await openTestDatabase('server');
  remove = opened.remove;
  const { knex } = opened.database;
  const { id } = await ensureDefaultWorkspace(knex);
  const day = 24 * 60 * 60 * 1000;
  const idOfAge = (ageMs: number) => smallestIdAt(new Date(Date.now() - ageMs));
  const fresh = idOfAge(6.99 * day);
  await knex.raw(
    `INSERT INTO initializations (
       workspace_id, id, direction, platform, status, duration_ms, left_out, is_redacted, request, parts, steps, recorded_at
     )
     SELECT ?, unnest(?::uuid[]), 'received', 'telnyx', 'complete', 1, '{}', true, '{}', '[]', '[]', now()`,
    [id, [idOfAge(7.01 * day), fresh]],
  );
  const environment = { PORT: '0', RINGBACK_DATA_DIR: await temporaryFolder(), DATABASE_URL: opened.options.url };
  server = await serve(readConfig(environment), memoryLog().log, () => {}, { templateDir: inject('embeddedTemplate') });
  await vi.waitFor(async () => {
    const { rows } = await knex.raw('SELECT id FROM initializations');
    expect(rows).toEqual([{ id: fresh }]);
  }, 10_000);
});

test('and what events said whose conversation never came', async () => {
  const opened = await openTestDatabase('server');
  remove = opened.remove;
  const { knex } = opened.database;
  const { id } = await ensureDefaultWorkspace(knex);
  await knex.raw(
    `INSERT INTO events (workspace_id, platform, event_key, event_type, conversation_id, body, received_at) VALUES
       (?, 'telnyx', 'old', 't', NULL, '{}', now() - interval '24 hours 1 second'),
       (?, 'telnyx', 'adopted', 't', 'c', '{}', now() - interval '25 hours'),
       (?, 'telnyx', 'new', 't', NULL, '{}', now() - interval '23 hours')`,
    [id, id, id],
  );
  const environment = { PORT: '0', RINGBACK_DATA_DIR: await temporaryFolder(), DATABASE_URL: opened.options.url };
  server = await serve(readConfig(environment), memoryLog().log, () => {}, { templateDir: inject('embeddedTemplate') });
  await vi.waitFor(async () => {
    const { rows } = await knex.raw('SELECT event_key FROM events WHERE body IS NOT NULL ORDER BY 1');
    expect(rows).toEqual([{ event_key: 'adopted' }, { event_key: 'new' }]);
  }, 10_000);
  const { rows } = await knex.raw('SELECT count(*)::integer AS count FROM events');
  expect(rows).toEqual([{ count: 3 }]);
});

test('and conversations that are older than RINGBACK_RETENTION_DAYS', async () => {
  const opened = await openTestDatabase('server');
  remove = opened.remove;
  const { knex } = opened.database;
  const { id } = await ensureDefaultWorkspace(knex);
  await knex.raw(
    `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at)
     SELECT ?, gen_random_uuid(), name, '{}', at, at
     FROM (VALUES ('old', now() - interval '31 days'), ('new', now() - interval '29 days')) AS made(name, at)`,
    [id],
  );
  const dataDir = await temporaryFolder();
  const environment = { PORT: '0', RINGBACK_DATA_DIR: dataDir, DATABASE_URL: opened.options.url };
  const config = readConfig({ ...environment, RINGBACK_RETENTION_DAYS: '30' });
  server = await serve(config, memoryLog().log, () => {}, { templateDir: inject('embeddedTemplate') });
  await vi.waitFor(async () => {
    const { rows } = await knex.raw('SELECT name FROM conversations');
    expect(rows).toEqual([{ name: 'new' }]);
  }, 10_000);
});
