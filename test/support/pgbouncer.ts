import { execFile, spawn } from 'node:child_process';
import { access, chmod, chown, constants, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { makeWatchedFolder } from './watched-folder.js';

/** PgBouncer in transaction mode, on a free port of 127.0.0.1. */
export interface PgBouncer {
  /** The database of `url`, through it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** @returns undefined where PgBouncer is not installed (Debian's package `pgbouncer`) */
export async function findPgBouncer(): Promise<string | undefined> {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  for (const folder of folders) {
    const path = join(folder, 'pgbouncer');
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

/**
 * @param url of a database
 * @param poolSize how many sessions it has for all clients
 */
export async function startPgBouncer(program: string, url: string, poolSize: number): Promise<PgBouncer> {
  const { hostname, port, pathname } = new URL(url);
  const folder = await makeWatchedFolder('ringback-pgbouncer-');
  const ownPort = await freePort();
  const settings = join(folder.path, 'pgbouncer.ini');
  const users = join(folder.path, 'users.txt');
  await writeFile(users, '"postgres" ""\n');
  await writeFile(
    settings,
    `[databases]
* = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${ownPort}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 500
ignore_startup_parameters =
`,
  );
  const runAs = await findUser();
  await chmod(folder.path, 0o755);
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(folder.path, runAs.uid, runAs.gid);
  const child = spawn(program, ['-q', settings], { ...runAs, cwd: folder.path, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-2_000);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ownUrl = `postgres://postgres@127.0.0.1:${ownPort}${pathname}`;
  for (let tries = 0; !(await answers(ownUrl)); tries += 1) {
    if (child.exitCode !== null || tries > 200) throw new Error(`PgBouncer does not start: ${log}`);
    await sleep(50);
  }
  return {
    url: ownUrl,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await folder.remove();
    },
  };
}

/** It refuses root. */
async function findUser(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'nobody');
  return user === undefined ? {} : { uid: Number(user[2]), gid: Number(user[3]) };
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** For a test that wants to know which one it ran with. */
export async function versionOf(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, ['--version']);
  return stdout.split('\n')[0] ?? '';
}
