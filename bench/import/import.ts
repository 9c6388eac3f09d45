import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { withCleanup } from '../support/cleanup.js';
import { makeSchema } from '../support/make-schema.js';
import { type PostgresServer, SETTINGS, startPostgres } from '../support/postgres-server.js';
import { createProgress, type Progress } from '../support/progress.js';
import type { Report, Target } from '../support/report.js';
import { median, rounded } from '../support/statistics.js';
import { bareCopy, type CopyFiles, writeCopyFiles } from './bare-copy.js';
import { type ImportSize, MESSAGES_PER_CONVERSATION, writeImportFile } from './import-file.js';

const RATIO_MIN = 0.3;
/** What the process may need more for the larger size. */
const MEMORY_GROWTH_MAX = 1.25;

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

interface Imported extends ImportSize {
  readonly fileMegabytes: number;
  /** From the start of the command to its end. */
  readonly seconds: number;
  readonly bareSeconds: number;
  /** Of the command's process. Absent where the operating system does not tell. */
  readonly peakMegabytes?: number;
}

/**
 * `ringback import jsonl` of a file into an empty database on a real server, and a bare COPY of the rows that came of it into another
 * one: the same tables, with their indexes and constraints. Both in turn; what counts is the ratio of neighbours.
 */
export async function importBenchmark({ quick }: { readonly quick: boolean }): Promise<Report> {
  const sizes = quick ? [5_000, 20_000] : [10_000, 100_000];
  const rounds = quick ? 1 : 3;
  const progress = createProgress('import');
  return withCleanup(async (cleanup) => {
    progress.say('starting Postgres');
    const postgres = await startPostgres();
    cleanup.add(() => postgres.remove());
    const folder = await mkdtemp(join(tmpdir(), 'ringback-bench-import-'));
    cleanup.add(() => rm(folder, { recursive: true, force: true }));
    const measured: Imported[][] = [];
    for (const conversations of sizes) measured.push(await measure(postgres, folder, conversations, rounds, progress));
    progress.clear();
    return report(measured, postgres.version);
  });
}

async function measure(
  postgres: PostgresServer,
  folder: string,
  conversations: number,
  rounds: number,
  progress: Progress,
): Promise<Imported[]> {
  const label = `${conversations.toLocaleString('en')} conversations`;
  const file = join(folder, `${conversations}.jsonl`);
  progress.say(`${label}: writing the file`);
  const size = await writeImportFile(file, { conversations });
  const fileMegabytes = (await stat(file)).size / 1e6;
  let files: CopyFiles | undefined;
  const measured: Imported[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const name = `import_${conversations}_${round}`;
    progress.say(`${label}: import, round ${round} of ${rounds}`);
    const imported = await onFreshDatabase(postgres, `${name}_ours`, async (url) => {
      const outcome = await runImport(url, folder, file);
      await checkRows(url, size);
      files ??= await writeCopyFiles(url, folder);
      return outcome;
    });
    progress.say(`${label}: bare COPY, round ${round} of ${rounds}`);
    const bareSeconds = await onFreshDatabase(postgres, `${name}_bare`, async (url) => {
      const seconds = await bareCopy(url, files as CopyFiles);
      await checkRows(url, size);
      return seconds;
    });
    measured.push({ ...size, ...imported, fileMegabytes, bareSeconds });
  }
  await rm(file);
  return measured;
}

/** With the schema as the product makes it at its start, and nothing left to do from the database before. */
async function onFreshDatabase<Result>(
  postgres: PostgresServer,
  name: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const url = await postgres.createDatabase(name);
  try {
    await makeSchema(url);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('CHECKPOINT');
    await client.end();
    return await work(url);
  } finally {
    await postgres.dropDatabase(name);
  }
}

async function checkRows(url: string, { conversations, messages }: ImportSize): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ conversations: string; messages: string; counted: string }>(
      `SELECT (SELECT count(*) FROM conversations) AS conversations, (SELECT count(*) FROM messages) AS messages,
         (SELECT sum(message_count) FROM conversations) AS counted`,
    );
    const [found] = rows;
    if (
      Number(found?.conversations) !== conversations ||
      Number(found?.messages) !== messages ||
      Number(found?.counted) !== messages
    ) {
      throw new Error(
        `There are ${JSON.stringify(found)}, and not ${conversations} conversations with ${messages} messages.`,
      );
    }
  } finally {
    await client.end();
  }
}

const MEMORY_PROBE_MS = 50;

/** Runs the command as a user does, without a server beside it. */
async function runImport(
  url: string,
  folder: string,
  file: string,
): Promise<{ readonly seconds: number; readonly peakMegabytes?: number }> {
  const startMs = performance.now();
  const child = spawn(process.execPath, [MAIN, 'import', 'jsonl', file], {
    env: { PATH: process.env.PATH, DATABASE_URL: url, RINGBACK_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  let peakMegabytes: number | undefined;
  const probe = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
    if (kilobytes !== undefined) peakMegabytes = Number(kilobytes) / 1024;
  }, MEMORY_PROBE_MS);
  try {
    const code = await new Promise((resolve) => child.once('close', resolve));
    const seconds = (performance.now() - startMs) / 1000;
    if (code !== 0) throw new Error(`ringback import ended with ${code}: ${output}`);
    return peakMegabytes === undefined ? { seconds } : { seconds, peakMegabytes };
  } finally {
    clearInterval(probe);
  }
}

function report(measured: readonly (readonly Imported[])[], postgresVersion: string): Report {
  const rows = measured.map((rounds) => ({
    size: rounds[0] as Imported,
    seconds: median(rounds.map(({ seconds }) => seconds)),
    bareSeconds: median(rounds.map(({ bareSeconds }) => bareSeconds)),
    ratio: median(rounds.map(({ seconds, bareSeconds }) => bareSeconds / seconds)),
    peak: Math.max(...rounds.map(({ peakMegabytes }) => peakMegabytes ?? Number.NaN)),
  }));
  const last = rows.at(-1)!;
  const growth = last.peak / rows[0]!.peak;
  const targets: Target[] = [
    {
      what: `${countText(last.size)}: rows per second at least ${RATIO_MIN} of a bare COPY's`,
      found: rounded(last.ratio, 2),
      met: last.ratio >= RATIO_MIN,
    },
  ];
  if (!Number.isNaN(growth)) {
    targets.push({
      what: `memory at most ${MEMORY_GROWTH_MAX} times that of ${rows[0]!.size.conversations.toLocaleString('en')} conversations`,
      found: `${rounded(growth, 2)} times`,
      met: growth <= MEMORY_GROWTH_MAX,
    });
  }
  return {
    name: 'import',
    title:
      'Importing a file of JSON lines into an empty database on a server, beside a bare COPY of the same rows into the same tables with their indexes and constraints.',
    settings: {
      messages_per_conversation: MESSAGES_PER_CONVERSATION,
      rounds: measured[0]?.length ?? 0,
      postgres_settings: SETTINGS,
    },
    postgresVersion,
    tables: [
      {
        title:
          '`ringback import jsonl` from its start to its end, and the bare COPY; the ratio is the median of neighbouring rounds',
        columns: [
          'conversations',
          'messages',
          'file (MB)',
          'import (s)',
          'rows per second',
          'bare COPY (s)',
          'its rows per second',
          'ratio',
          'peak memory (MB)',
        ],
        rows: rows.map(({ size, seconds, bareSeconds, ratio, peak }) => [
          size.conversations,
          size.messages,
          rounded(size.fileMegabytes, 0),
          rounded(seconds, 1),
          Math.round((size.conversations + size.messages) / seconds),
          rounded(bareSeconds, 1),
          Math.round((size.conversations + size.messages) / bareSeconds),
          rounded(ratio, 2),
          Number.isNaN(peak) ? null : Math.round(peak),
        ]),
      },
    ],
    targets,
  };
}

function countText({ conversations, messages }: ImportSize): string {
  return `${conversations.toLocaleString('en')} conversations with ${messages.toLocaleString('en')} messages`;
}
