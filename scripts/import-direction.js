// Who may import whom among the rooms of src/. Exits 1 and names each arrow that points the wrong way.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Room -> the rooms it may import besides itself. `config`, `errors` and `serve` are files in src/ itself, `time-zone`, `plain-text` and `uuid` too.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const ALLOWED = {
  client: [],
  query: [],
  platforms: ['query', 'uuid'],
  store: ['query', 'errors', 'uuid'],
  outbound: ['platforms', 'store', 'errors'],
  models: ['errors'],
  jobs: ['store', 'errors'],
  memory: ['jobs', 'models', 'platforms', 'store', 'query', 'errors', 'time-zone', 'plain-text'],
  insights: ['jobs', 'memory', 'models', 'outbound', 'platforms', 'store', 'query', 'errors', 'plain-text', 'uuid'],
  transfer: ['insights', 'jobs', 'memory', 'platforms', 'store', 'query', 'errors', 'uuid'],
  assistants: [
    ...['insights', 'memory', 'outbound', 'platforms', 'store', 'query'],
    ...['errors', 'time-zone', 'plain-text', 'uuid'],
  ],
  http: [
    ...['assistants', 'insights', 'jobs', 'memory', 'models', 'outbound', 'platforms', 'store', 'query', 'transfer'],
    ...['errors', 'config', 'time-zone', 'uuid'],
  ],
  cli: [
    ...['http', 'assistants', 'insights', 'jobs', 'memory', 'models', 'outbound', 'platforms', 'store', 'query'],
    ...['transfer', 'errors', 'config', 'compose', 'serve'],
  ],
  config: ['platforms', 'errors', 'time-zone'],
  'time-zone': [],
  errors: [],
  'plain-text': [],
  uuid: [],
  'stop-in-steps': ['errors'],
  'job-handlers': [
    ...['assistants', 'insights', 'jobs', 'memory', 'models', 'outbound', 'platforms', 'store', 'query', 'transfer'],
    ...['errors', 'config'],
  ],
  compose: ['job-handlers', 'assistants', 'errors', 'http', 'jobs', 'memory', 'models', 'outbound', 'store', 'config'],
  serve: [
    ...[
      'compose',
      'http',
      'assistants',
      'insights',
      'jobs',
      'memory',
      'models',
      'outbound',
      'platforms',
      'store',
      'query',
    ],
    ...['transfer', 'errors', 'config', 'stop-in-steps'],
  ],
};

/** Packages that a pure room may not touch: what it needs of the world is an argument. */
const PURE = {
  // Other programs import it, where there may be no Node.
  client: ['node:', 'pg', 'express', 'knex', 'pino', 'zod'],
  query: ['node:', 'pg', 'express', 'pino'],
  platforms: ['node:fs', 'node:net', 'node:http', 'pg', 'express', 'knex'],
};

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** @param {string} folder @returns {string[]} */
const sources = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|js)$/.test(name) && !name.split(sep).includes('generated'))
    .map((name) => join(folder, name));

/** @param {string} file */
const roomOf = (file) => (relative(join(root, 'src'), file).split(sep)[0] ?? '').replace(/\.(?:ts|js)$/, '');

/** @returns {string[]} */
export function wrongArrows() {
  const wrong = [];
  for (const file of sources(join(root, 'src'))) {
    const room = roomOf(file);
    const allowed = ALLOWED[room];
    if (allowed === undefined) {
      wrong.push(
        `${relative(root, file)} is in no known room: add it to scripts/import-direction.js and to ARCHITECTURE.md.`,
      );
      continue;
    }
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import|import\()\s*'([^']+)'/g)) {
      if (name === undefined) continue;
      const pure = /** @type {Record<string, readonly string[]>} */ (PURE)[room] ?? [];
      if (!name.startsWith('.')) {
        if (pure.some((banned) => name === banned || (banned.endsWith(':') && name.startsWith(banned)))) {
          wrong.push(`${relative(root, file)} imports ${name}, and ${room} is pure.`);
        }
        continue;
      }
      const target = roomOf(resolve(dirname(file), name));
      if (target !== room && !allowed.includes(target)) {
        wrong.push(`${relative(root, file)} imports ${name}: ${room} may not import ${target}.`);
      }
    }
  }
  return wrong;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = wrongArrows();
  for (const line of wrong) console.error(line);
  process.exit(wrong.length === 0 ? 0 : 1);
}
