/** The few messages of the Postgres protocol that the embedded server writes itself. */

/**
 * @param {string} type one character
 * @param {Buffer} [body]
 */
export function message(type, body = Buffer.alloc(0)) {
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** @param {string} text */
function zeroTerminated(text) {
  return Buffer.concat([Buffer.from(text), Buffer.alloc(1)]);
}

export const SYNC = message('S');
export const ROLLBACK = message('Q', zeroTerminated('ROLLBACK'));
export const READY = message('Z', Buffer.from('I'));
const COPY_FAIL = message('f', zeroTerminated('the embedded database takes no COPY from its client'));

/**
 * What a connection is told of itself, and must show to cancel what it runs.
 *
 * @param {number} connection
 * @param {number} key
 */
export function backendKeyData(connection, key) {
  const body = Buffer.alloc(8);
  body.writeInt32BE(connection, 0);
  body.writeInt32BE(key, 4);
  return message('K', body);
}

/**
 * An error that leaves the connection usable.
 *
 * @param {string} code SQLSTATE
 * @param {string} text
 */
export function errorResponse(code, text) {
  const fields = [`SERROR`, `VERROR`, `C${code}`, `M${text}`].map(zeroTerminated);
  return message('E', Buffer.concat([...fields, Buffer.alloc(1)]));
}

/**
 * A startup message, for asking PGlite once what it tells a new client.
 *
 * @returns {Buffer}
 */
export function startupMessage() {
  const fields = ['user', 'postgres', 'database', 'postgres', ''].map(zeroTerminated);
  const body = Buffer.concat([Buffer.from([0, 3, 0, 0]), ...fields]);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}

/**
 * The part of a greeting that is the same for every connection: everything before the key.
 *
 * @param {Buffer} bytes what Postgres answered to a startup message
 */
export function greetingWithoutKey(bytes) {
  let at = 0;
  while (at < bytes.length && bytes[at] !== 0x4b) at += 1 + bytes.readInt32BE(at + 1);
  return bytes.subarray(0, at);
}

/** Where the SQL of a batch's first message stands: after its head, and in a Parse after the name of the statement, which is empty. */
const SQL_AT = { Q: 5, P: 6 };

/**
 * Whether a batch begins with a BEGIN.
 *
 * @param {Buffer} batch
 */
export function beginsTransaction(batch) {
  const at = batch[0] === 0x51 ? SQL_AT.Q : batch[0] === 0x50 ? SQL_AT.P : undefined;
  return at !== undefined && /^\s*(?:begin|start\s+transaction)\b/i.test(batch.toString('latin1', at, at + 64));
}

/**
 * PGlite reads a batch as if it were the whole connection: a COPY FROM STDIN would meet the end of it and take the whole
 * database down. A CopyFail in the batch makes it an ordinary error; outside of a COPY Postgres ignores that message.
 *
 * @param {Buffer} batch
 */
export function withoutCopyIn(batch) {
  if (!/copy\s[^;]*\bfrom\s+stdin\b/i.test(batch.toString('latin1', 0, 1000))) return batch;
  const endsWithSync = batch.subarray(-SYNC.length).equals(SYNC);
  const body = endsWithSync ? batch.subarray(0, -SYNC.length) : batch;
  return Buffer.concat([body, COPY_FAIL, endsWithSync ? SYNC : Buffer.alloc(0)]);
}
