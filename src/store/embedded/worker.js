/**
 * The embedded database, in a thread of its own: PGlite answers a query synchronously, which in the main thread would stop
 * every request and every deadline for as long as the query takes.
 *
 * It listens on a Unix socket and speaks the Postgres protocol, so that the main thread uses the same driver for both kinds of
 * database. Plain JavaScript, because a worker of the test run could not load TypeScript.
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { startMaintenance } from './maintenance.js';
import { RequestReader } from './request-reader.js';
import { Session } from './session.js';
import { backendKeyData, READY } from './wire.js';

/**
 * @typedef {object} WorkerData
 * @property {'initialise' | 'serve'} task initialise: make a new data directory, and end
 * @property {string} directory of PGlite's files
 * @property {string} socketPath
 * @property {number} idleInTransactionMs
 */

/**
 * What the worker says: `ready` when it listens, or when the new directory is made.
 *
 * @typedef {{ type: 'ready' } | { type: 'warning', message: string }} WorkerMessage
 */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const { task, directory, socketPath, idleInTransactionMs } = /** @type {WorkerData} */ (workerData);

if (task === 'initialise') await initialise();
else await serve();

async function initialise() {
  const database = await PGlite.create(directory);
  // Nobody makes further databases in it, and two thirds of the files go with these.
  await database.exec('UPDATE pg_database SET datistemplate = false WHERE datistemplate');
  await database.exec('DROP DATABASE template0');
  await database.exec('DROP DATABASE template1');
  await closeDatabase(database);
  say({ type: 'ready' });
}

async function serve() {
  const database = await PGlite.create(directory);
  const session = new Session(database, { idleInTransactionMs });
  const greeting = await session.greeting();
  /** @type {Map<import('node:net').Socket, import('./session.js').Connection>} */
  const connections = new Map();
  let lastId = 0;

  const server = createServer((socket) => {
    lastId += 1;
    const connection = {
      id: lastId,
      key: randomInt(2 ** 31),
      /** @param {Buffer} bytes */
      send: (bytes) => void socket.write(bytes),
      destroy: () => void socket.destroy(),
    };
    connections.set(socket, connection);
    const reader = new RequestReader();
    socket.on('data', (chunk) => {
      try {
        for (const request of reader.push(chunk)) answer(request, connection, session, greeting);
      } catch {
        socket.destroy();
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      connections.delete(socket);
      session.leave(connection);
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, () => resolve(undefined));
  });
  const stopMaintenance = startMaintenance(database, session, (error) => {
    say({ type: 'warning', message: `maintenance failed: ${error instanceof Error ? error.message : error}` });
  });

  port.once('message', async () => {
    stopMaintenance();
    server.close();
    for (const socket of connections.keys()) socket.destroy();
    await session.exclusive(() => closeDatabase(database));
    process.exit(0);
  });
  say({ type: 'ready' });
}

/**
 * @param {import('./request-reader.js').Request} request
 * @param {import('./session.js').Connection} connection
 * @param {Session} session
 * @param {Buffer} greeting
 */
function answer(request, connection, session, greeting) {
  switch (request.kind) {
    case 'encryption':
      return connection.send(Buffer.from('N'));
    case 'startup':
      return connection.send(Buffer.concat([greeting, backendKeyData(connection.id, connection.key), READY]));
    case 'cancel':
      session.cancel(request.connection, request.key);
      return connection.destroy();
    case 'batch':
      return session.submit(connection, request);
    case 'terminate':
      return connection.destroy();
  }
}

/** @param {PGlite} database */
async function closeDatabase(database) {
  await database.exec('CHECKPOINT');
  await database.close();
}

/** @param {WorkerMessage} message */
function say(message) {
  port.postMessage(message);
}
