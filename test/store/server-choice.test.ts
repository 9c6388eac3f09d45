import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/store/database.js';
import { createServerChoice } from '../../src/store/server-choice.js';
import { serverUrls } from '../../src/store/server-urls.js';
import { silentLog } from '../support/silent-log.js';

describe('the servers that a URL names', () => {
  it.each([
    ['postgres://me:pw@one/db', ['postgres://me:pw@one/db']],
    ['postgres://me:pw@one,two:5433/db?x=1', ['postgres://me:pw@one/db?x=1', 'postgres://me:pw@two:5433/db?x=1']],
    ['postgres://one,[::1]:5433/db', ['postgres://one/db', 'postgres://[::1]:5433/db']],
    ['postgres://one,two?target_session_attrs=any&x=1', ['postgres://one?x=1', 'postgres://two?x=1']],
    ['postgres://one/db?x=1&target_session_attrs=read-write', ['postgres://one/db?x=1']],
    ['postgresql:///db?host=/run/pg', ['postgresql:///db?host=/run/pg']],
    ['postgres://one/db?sslmode=require', ['postgres://one/db?sslmode=verify-full']],
    ['postgres://one/db?sslmode=verify-ca&x=1', ['postgres://one/db?sslmode=verify-full&x=1']],
    ['postgres://one/db?sslmode=no-verify', ['postgres://one/db?sslmode=no-verify']],
    ['postgres://one?uselibpqcompat=true&sslmode=require', ['postgres://one?uselibpqcompat=true&sslmode=require']],
  ])('of %s', (url, expected) => expect(serverUrls(url)).toEqual(expected));
});

describe('of several servers', () => {
  let gone: string;
  let silent: ReturnType<typeof createServer>;

  beforeAll(async () => {
    // One port at which nobody listens, and one at which nobody says anything.
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    gone = `127.0.0.1:${(free.address() as { port: number }).port}`;
    await new Promise((resolve) => free.close(resolve));
    silent = createServer((socket) => socket.on('error', () => {}));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => silent.close());

  const urlOf = (...hosts: string[]) => `postgres://postgres@${hosts.join(',')}/postgres`;

  it('the one that takes writes is found, whatever the others do', async () => {
    const real = new URL(inject('postgresUrl')).host;
    const hanging = `127.0.0.1:${(silent.address() as { port: number }).port}`;
    const choice = createServerChoice(urlOf(gone, hanging, real));
    expect([choice.isSeveral, choice.current]).toEqual([true, urlOf(gone)]);
    const startMs = performance.now();
    expect(await Promise.all([choice.find(), choice.find()])).toEqual([urlOf(real), urlOf(real)]);
    expect(performance.now() - startMs).toBeLessThan(1_500);
    const database = await openDatabase({ url: urlOf(gone, real), dataDir: '' }, silentLog);
    expect(await database.run('SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('the error names each, when none does', async () => {
    await expect(createServerChoice(urlOf(gone, gone)).find()).rejects.toThrow(
      `None of the 2 database servers takes writes (${gone}: connect ECONNREFUSED ${gone}; ${gone}: connect ECONNREFUSED ${gone}).`,
    );
  });

  it('a single one is not looked for', async () => {
    expect(await createServerChoice(urlOf(gone)).find()).toBe(urlOf(gone));
  });
});
