import {
  beginsTransaction,
  errorResponse,
  greetingWithoutKey,
  READY,
  ROLLBACK,
  SYNC,
  startupMessage,
  withoutCopyIn,
} from './wire.js';

/**
 * PGlite's one session, shared by many connections: batches run one after the other, each undivided, and while one connection
 * has a transaction open only its batches run. Session state (SET, named statements, temporary tables) is everybody's.
 *
 * A transaction keeps all others waiting for as many round trips as it has statements. So a statement by itself, which is what a call
 * that waits for its answer asks, goes before transactions that have not begun.
 */

/**
 * @typedef {object} Connection
 * @property {number} id
 * @property {number} key
 * @property {(bytes: Buffer) => void} send
 * @property {() => void} destroy closes it, without a word
 */

/**
 * @typedef {object} Batch
 * @property {Connection} connection
 * @property {Buffer} bytes
 * @property {boolean} open
 * @property {boolean} begins a transaction
 * @property {number} atMs when it came
 */

/** What is sent at once; a larger result goes out in pieces, so that it is not held twice. */
const CHUNK_BYTES = 256 * 1024;

/**
 * So long a transaction lets others go first; then it has its turn, however many of them come. Where many transactions wait so long,
 * what came while one was open still goes before the next.
 */
const YIELD_MS = 500;

export class Session {
  /** @type {import('@electric-sql/pglite').PGlite} */
  #database;
  #idleInTransactionMs;
  /** @type {Batch[]} */
  #batches = [];
  /** @type {(() => Promise<void>)[]} */
  #tasks = [];
  /** The connection whose transaction, or unfinished batch, is open. @type {Connection | undefined} */
  #owner;
  #ownerOpen = false;
  /** @type {Set<Connection>} */
  #gone = new Set();
  #working = false;
  /** Since it was last looked whether there is something to do. */
  #asked = false;
  /** When a transaction, or an unfinished batch, was last over. */
  #freeSinceMs = 0;
  /** Runs while the owner says nothing, whatever others ask. @type {NodeJS.Timeout | undefined} */
  #idleTimer;
  #lastWorkMs = performance.now();

  /**
   * @param {import('@electric-sql/pglite').PGlite} database
   * @param {{ idleInTransactionMs: number }} options
   */
  constructor(database, { idleInTransactionMs }) {
    this.#database = database;
    this.#idleInTransactionMs = idleInTransactionMs;
  }

  /** What a new client is told, but for its key. */
  async greeting() {
    /** @type {Buffer[]} */
    const answer = [];
    await this.#execute(startupMessage(), (bytes) => answer.push(bytes));
    return greetingWithoutKey(Buffer.concat(answer));
  }

  /**
   * Queues a batch; its answer goes to the connection.
   *
   * @param {Connection} connection
   * @param {{ bytes: Buffer, open: boolean }} batch
   */
  submit(connection, { bytes, open }) {
    this.#batches.push({ connection, bytes, open, begins: beginsTransaction(bytes), atMs: performance.now() });
    this.#work();
  }

  /**
   * Drops what a connection has waiting, and answers that it was cancelled. What runs already runs to its end.
   *
   * @param {number} id
   * @param {number} key
   */
  cancel(id, key) {
    const index = this.#batches.findIndex(({ connection }) => connection.id === id && connection.key === key);
    const batch = this.#batches[index];
    // Inside a transaction the answer would have to fail that too: the statement is let run.
    if (batch === undefined || batch.open || batch.connection === this.#owner) return;
    this.#batches.splice(index, 1);
    batch.connection.send(Buffer.concat([errorResponse('57014', 'canceling statement due to user request'), READY]));
  }

  /**
   * Forgets a connection that is closed; what it left open is rolled back.
   *
   * @param {Connection} connection
   */
  leave(connection) {
    this.#batches = this.#batches.filter((batch) => batch.connection !== connection);
    this.#gone.add(connection);
    this.#work();
  }

  /**
   * Runs a task between batches, outside of anybody's transaction.
   *
   * @param {() => Promise<void>} task
   * @returns {Promise<void>}
   */
  exclusive(task) {
    return new Promise((resolve, reject) => {
      this.#tasks.push(() => task().then(resolve, reject));
      this.#work();
    });
  }

  /** For how long nothing has been asked of the session. */
  idleMs() {
    const busy = this.#working || this.#owner !== undefined || this.#batches.length > 0;
    return busy ? 0 : performance.now() - this.#lastWorkMs;
  }

  async #work() {
    this.#asked = true;
    if (this.#working) return;
    this.#working = true;
    try {
      // Something may come in the moment between finding nothing to do and stopping.
      while (this.#asked) {
        this.#asked = false;
        while (await this.#workOnce()) {
          // Sockets are read and written between batches, not only when all is done.
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
    } finally {
      this.#working = false;
      this.#lastWorkMs = performance.now();
    }
  }

  /** @returns {Promise<boolean>} false: nothing to do now */
  async #workOnce() {
    if (this.#owner !== undefined && this.#gone.has(this.#owner)) await this.#rollBack();
    if (this.#owner === undefined) this.#gone.clear();
    const batch = this.#takeBatch();
    if (batch !== undefined) {
      await this.#run(batch);
      return true;
    }
    const task = this.#owner === undefined ? this.#tasks.shift() : undefined;
    await task?.();
    return task !== undefined;
  }

  #takeBatch() {
    const index =
      this.#owner === undefined
        ? this.#nextOfAll()
        : this.#batches.findIndex(({ connection }) => connection === this.#owner);
    return index === -1 ? undefined : this.#batches.splice(index, 1)[0];
  }

  /** What waits longest, but for transactions that can wait a little longer. A connection's own batches stay in their order. */
  #nextOfAll() {
    const [first] = this.#batches;
    if (first === undefined) return -1;
    if (!first.begins) return 0;
    /** @type {Set<Connection>} */
    const yielding = new Set();
    const index = this.#batches.findIndex(({ connection, begins }) => {
      if (!begins && !yielding.has(connection)) return true;
      yielding.add(connection);
      return false;
    });
    const single = this.#batches[index];
    if (single === undefined) return 0;
    const isDue = performance.now() - first.atMs >= YIELD_MS;
    return isDue && single.atMs > this.#freeSinceMs ? 0 : index;
  }

  /** @param {Batch} batch */
  async #run({ connection, bytes, open }) {
    clearTimeout(this.#idleTimer);
    /** @type {Buffer[]} */
    let pending = [];
    let pendingBytes = 0;
    const flush = () => {
      if (pendingBytes > 0)
        connection.send(pending.length === 1 ? /** @type {Buffer} */ (pending[0]) : Buffer.concat(pending));
      pending = [];
      pendingBytes = 0;
    };
    await this.#execute(withoutCopyIn(bytes), (answer) => {
      pending.push(answer);
      pendingBytes += answer.length;
      if (pendingBytes >= CHUNK_BYTES) flush();
    });
    flush();
    this.#ownerOpen = open;
    const owned = this.#owner !== undefined;
    this.#owner = open || this.#database.isInTransaction() ? connection : undefined;
    if (owned && this.#owner === undefined) this.#freeSinceMs = performance.now();
    if (this.#owner !== undefined) this.#startIdleTimer(this.#owner);
  }

  async #rollBack() {
    clearTimeout(this.#idleTimer);
    // A Sync alone would commit what an unfinished batch did.
    if (this.#ownerOpen) await this.#execute(Buffer.concat([ROLLBACK, SYNC]));
    if (this.#database.isInTransaction()) await this.#execute(ROLLBACK);
    this.#owner = undefined;
    this.#ownerOpen = false;
  }

  /**
   * @param {Buffer} bytes
   * @param {(answer: Buffer) => void} [onAnswer]
   */
  async #execute(bytes, onAnswer) {
    await this.#database.runExclusive(() =>
      this.#database.execProtocolRawStream(bytes, {
        // What PGlite hands out is a view of memory that it writes again.
        onRawData: (answer) => onAnswer?.(Buffer.from(answer)),
      }),
    );
  }

  /**
   * Postgres would end a connection that leaves a transaction open and says nothing; PGlite keeps no time.
   *
   * @param {Connection} owner
   */
  #startIdleTimer(owner) {
    this.#idleTimer = setTimeout(() => {
      const hasSpoken = this.#batches.some(({ connection }) => connection === owner);
      if (this.#owner === owner && !hasSpoken) owner.destroy();
    }, this.#idleInTransactionMs);
    this.#idleTimer.unref();
  }
}
