/**
 * Cuts what a client of the embedded database sends into requests that can be worked on as a whole.
 *
 * PGlite has one session. Were the messages of two connections mixed, one's Bind would meet the other's Parse and read the
 * other's rows; `@electric-sql/pglite-socket` queues message by message and does that (electric-sql/pglite issue 1046). So
 * everything up to the message that Postgres answers with ReadyForQuery is one batch, and a batch runs undivided.
 */

/**
 * @typedef {{ kind: 'encryption' }} EncryptionRequest SSLRequest or GSSENCRequest
 * @typedef {{ kind: 'startup' }} StartupRequest
 * @typedef {{ kind: 'cancel', connection: number, key: number }} CancelRequest
 * @typedef {{ kind: 'batch', bytes: Buffer, open: boolean }} BatchRequest open: it ended with a Flush, so more of it follows
 * @typedef {{ kind: 'terminate' }} TerminateRequest
 * @typedef {EncryptionRequest | StartupRequest | CancelRequest | BatchRequest | TerminateRequest} Request
 */

const CANCEL_CODE = 80877102;
const ENCRYPTION_CODES = [80877103, 80877104];
const PROTOCOL_MAJOR = 3;
/** As Postgres has it; a longer message is no message. */
const MESSAGE_BYTES_MAX = 0x3fffffff;

const QUERY = 0x51;
const SYNC = 0x53;
const FUNCTION_CALL = 0x46;
const FLUSH = 0x48;
const TERMINATE = 0x58;

export class RequestReader {
  /** @type {Buffer[]} */
  #chunks = [];
  #length = 0;
  /** How far the pending bytes have been read, and how many there must be before reading on makes sense. */
  #scanned = 0;
  #needed = 8;
  #started = false;

  /**
   * Takes what arrived and gives the requests that it completes. Throws on bytes that are not of the protocol.
   *
   * @param {Buffer} chunk
   * @returns {Request[]}
   */
  push(chunk) {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#needed) return [];
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    /** @type {Request[]} */
    const requests = [];
    let start = 0;
    let at = this.#scanned;
    for (;;) {
      const end = at + (this.#started ? messageLength(bytes, at) : startupLength(bytes, at));
      this.#needed = end;
      if (end > bytes.length) break;
      const request = this.#started ? readMessage(bytes, start, at, end) : readStartup(bytes, at);
      if (request?.kind === 'startup') this.#started = true;
      at = end;
      if (request === undefined) continue;
      requests.push(request);
      start = at;
    }
    this.#chunks = start === bytes.length ? [] : [bytes.subarray(start)];
    this.#length = bytes.length - start;
    this.#scanned = at - start;
    this.#needed -= start;
    return requests;
  }
}

/**
 * @param {Buffer} bytes
 * @param {number} at
 */
function startupLength(bytes, at) {
  return bytes.length < at + 8 ? 8 : checked(bytes.readInt32BE(at), 8);
}

/**
 * @param {Buffer} bytes
 * @param {number} at
 */
function messageLength(bytes, at) {
  return bytes.length < at + 5 ? 5 : 1 + checked(bytes.readInt32BE(at + 1), 4);
}

/**
 * @param {number} length
 * @param {number} min
 */
function checked(length, min) {
  if (length < min || length > MESSAGE_BYTES_MAX) throw new Error(`Message of ${length} bytes.`);
  return length;
}

/**
 * @param {Buffer} bytes
 * @param {number} at
 * @returns {Request}
 */
function readStartup(bytes, at) {
  const code = bytes.readInt32BE(at + 4);
  if (ENCRYPTION_CODES.includes(code)) return { kind: 'encryption' };
  if (code === CANCEL_CODE && bytes.readInt32BE(at) === 16) {
    return { kind: 'cancel', connection: bytes.readInt32BE(at + 8), key: bytes.readInt32BE(at + 12) };
  }
  if (code >> 16 !== PROTOCOL_MAJOR) throw new Error(`Unknown protocol ${code}.`);
  return { kind: 'startup' };
}

/**
 * @param {Buffer} bytes
 * @param {number} start where the batch begins
 * @param {number} at where the message begins
 * @param {number} end
 * @returns {Request | undefined} undefined: the batch goes on
 */
function readMessage(bytes, start, at, end) {
  switch (bytes[at]) {
    case QUERY:
    case SYNC:
    case FUNCTION_CALL:
      return { kind: 'batch', bytes: bytes.subarray(start, end), open: false };
    case FLUSH:
      return { kind: 'batch', bytes: bytes.subarray(start, end), open: true };
    case TERMINATE:
      return { kind: 'terminate' };
    default:
      return undefined;
  }
}
