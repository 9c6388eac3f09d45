import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { isSupportedCountry } from 'libphonenumber-js/min';
import { readPublicKey } from './platforms/telnyx/signature.js';
import { isTimeZone } from './time-zone.js';

/** Everything that the environment decides, read once at the start. */
export interface Config {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Absent: the embedded database. */
  readonly databaseUrl?: string | undefined;
  /** Standbys of that server, for reads. */
  readonly databaseReadUrl?: string | undefined;
  /** A standby that is further behind is not read from. */
  readonly readLagMs: number;
  /** The same server without the pooler that `databaseUrl` goes through. */
  readonly databaseDirectUrl?: string | undefined;
  readonly dataDir: string;
  /** A key of the default workspace. */
  readonly apiKey?: string | undefined;
  /** Path of `ringback.yaml`. */
  readonly configPath?: string | undefined;
  readonly secretKey?: string | undefined;
  readonly allowUnsigned: boolean;
  readonly maxConcurrentUsers: number;
  readonly idleTtlS: number;
  /** ISO 3166, two letters. */
  readonly defaultCountry: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Absent: kept for ever. */
  readonly retentionDays?: number | undefined;
  /** What Express's setting of that name takes. */
  readonly trustProxy: boolean | number | string;
  /** None: Telnyx's webhooks are not configured. */
  readonly telnyxPublicKeys: readonly KeyObject[];
  readonly telnyxApiKey?: string | undefined;
  /** Where Telnyx's API is, for imports and message fetching. Absent: Telnyx's own. */
  readonly telnyxBaseUrl?: string | undefined;
  readonly vapiSecret?: string | undefined;
  readonly retellApiKey?: string | undefined;
  readonly budgetMs: number;
  readonly recallMs: number;
  readonly llm?: ModelEndpoint | undefined;
  readonly embedding?: ModelEndpoint | undefined;
  /** Whether URLs that users and payloads name may lead to this machine and its private networks. */
  readonly allowPrivateUrls: boolean;
  /** Of each API key, in each process. Absent: unlimited. */
  readonly requestsPerSecond?: number | undefined;
  /** Of each address (see `trustProxy`), in each process; what platforms sign is not counted. Absent: unlimited. */
  readonly addressRequestsPerSecond?: number | undefined;
  /** Of each address: requests without a valid key or signature. Absent: unlimited. */
  readonly failedKeysPerMinute?: number | undefined;
  /** A conversation without a new message for so long has ended. */
  readonly idleMinutes: number;
  readonly logLevel: LogLevel;
}

/** A model behind an OpenAI-compatible API. */
export interface ModelEndpoint {
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly model: string;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** One line: the variable, what it holds, and what it may hold. The value of a secret is not in it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the environment (`process.env`). A variable that is set to nothing counts as not set.
 *
 * @throws ConfigError for the first variable that holds what it may not
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = new EnvironmentReader(environment);
  return {
    host: read.text('HOST', isHost, 'a host name or an IP address') ?? '127.0.0.1',
    port: read.integer('PORT', 0, 65_535) ?? 8787,
    ...readDatabases(read),
    dataDir: read.text('RINGBACK_DATA_DIR') ?? '.ringback',
    apiKey: read.sentSecret('RINGBACK_API_KEY', hasLength(16), '16 characters or more'),
    configPath: read.text('RINGBACK_CONFIG'),
    secretKey: read.secret('RINGBACK_SECRET_KEY', hasLength(32), '32 characters or more'),
    allowUnsigned: read.text('RINGBACK_ALLOW_UNSIGNED', isFlag, '1 or 0') === '1',
    maxConcurrentUsers: read.integer('RINGBACK_MAX_CONCURRENT_USERS', 1, 100_000) ?? 64,
    idleTtlS: read.integer('RINGBACK_IDLE_TTL_S', 1, 86_400) ?? 300,
    defaultCountry: read.text('RINGBACK_DEFAULT_COUNTRY', isSupportedCountry, 'a country code such as US') ?? 'US',
    timeZone: read.text('RINGBACK_TIME_ZONE', isTimeZone, 'a time zone such as America/New_York') ?? 'UTC',
    retentionDays: read.integer('RINGBACK_RETENTION_DAYS', 1, 36_500),
    trustProxy: readTrustProxy(read),
    telnyxPublicKeys: readPublicKeys(read),
    telnyxApiKey: read.secret('TELNYX_API_KEY'),
    telnyxBaseUrl: read.text('TELNYX_BASE_URL', isHttpUrl, 'a URL such as https://api.telnyx.com/v2'),
    vapiSecret: read.sentSecret('VAPI_SECRET'),
    retellApiKey: read.sentSecret('RETELL_API_KEY'),
    budgetMs: read.integer('RINGBACK_BUDGET_MS', 1, 10_000) ?? 700,
    recallMs: read.integer('RINGBACK_RECALL_MS', 1, 10_000) ?? 250,
    llm: readModelEndpoint(read, 'LLM'),
    embedding: readModelEndpoint(read, 'EMBEDDING'),
    allowPrivateUrls: read.text('RINGBACK_ALLOW_PRIVATE_URLS', isFlag, '1 or 0') === '1',
    // Far beyond what one client of a voice agent needs, and far below what keeps a server from answering others.
    requestsPerSecond: readLimit(read, 'RINGBACK_REQUESTS_PER_SECOND', 1_000),
    addressRequestsPerSecond: readLimit(read, 'RINGBACK_ADDRESS_REQUESTS_PER_SECOND', 2_000),
    failedKeysPerMinute: readLimit(read, 'RINGBACK_FAILED_KEYS_PER_MINUTE', 60),
    idleMinutes: read.integer('RINGBACK_IDLE_MINUTES', 1, 525_600) ?? 30,
    logLevel: (read.text('LOG_LEVEL', isLogLevel, `one of ${LOG_LEVELS.join(', ')}`) as LogLevel | undefined) ?? 'info',
  };
}

type Test = (value: string) => boolean;

const SHOWN_CHARACTERS = 80;

class EnvironmentReader {
  readonly #environment: Readonly<Record<string, string | undefined>>;

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  text(name: string, test: Test = () => true, wanted = ''): string | undefined {
    const value = this.#environment[name] || undefined;
    if (value === undefined || test(value)) return value;
    const shown = value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
    throw new ConfigError(`${name} is ${JSON.stringify(shown)}: it must be ${wanted}.`);
  }

  /** Like {@link text}, for what must not be seen in a terminal or a log. */
  secret(name: string, test: Test = () => true, wanted = ''): string | undefined {
    const value = this.#environment[name] || undefined;
    if (value === undefined || test(value)) return value;
    throw new ConfigError(`${name} is a text of ${value.length} characters, not shown here: it must be ${wanted}.`);
  }

  /**
   * A secret that others send in a header, or sign with. The line break that a file or `echo` put at its end is in none of theirs: each
   * request would be refused, and nothing would say why.
   */
  sentSecret(name: string, test?: Test, wanted?: string): string | undefined {
    this.secret(name, isHeaderText, 'printable ASCII, without a space or a line break at its ends');
    return this.secret(name, test, wanted);
  }

  integer(name: string, min: number, max: number): number | undefined {
    const isInRange: Test = (value) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max;
    const value = this.text(name, isInRange, `a whole number from ${min} to ${max}`);
    return value === undefined ? undefined : Number(value);
  }
}

/** 0: unlimited. */
function readLimit(read: EnvironmentReader, name: string, byDefault: number): number | undefined {
  const limit = read.integer(name, 0, 1_000_000) ?? byDefault;
  return limit === 0 ? undefined : limit;
}

/** Several hosts in one URL, as libpq has them: whichever of them takes writes is the primary. */
function readDatabases(
  read: EnvironmentReader,
): Pick<Config, 'databaseUrl' | 'databaseReadUrl' | 'databaseDirectUrl' | 'readLagMs'> {
  const wanted = 'like postgres://user:password@host:5432/database, with several hosts joined by commas';
  const readUrl = (name: string): string | undefined => {
    const url = read.secret(name, isPostgresUrl, wanted);
    if (url !== undefined) checkUrlParameters(name, url);
    return url;
  };
  const databaseUrl = readUrl('DATABASE_URL');
  const databaseReadUrl = readUrl('DATABASE_READ_URL');
  const databaseDirectUrl = readUrl('DATABASE_DIRECT_URL');
  for (const [name, url] of Object.entries({
    DATABASE_READ_URL: databaseReadUrl,
    DATABASE_DIRECT_URL: databaseDirectUrl,
  })) {
    if (url === undefined || databaseUrl !== undefined) continue;
    throw new ConfigError(`DATABASE_URL is not set: beside ${name} it must be.`);
  }
  const readLagMs = read.integer('RINGBACK_READ_LAG_MS', 100, 600_000) ?? 5_000;
  return { databaseUrl, databaseReadUrl, databaseDirectUrl, readLagMs };
}

/** What a database's URL may ask for. `prefer` and `allow` ask for a second connection where the first one fails, which `pg` does not make. */
const URL_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  // What libpq could choose besides is no place to write to.
  target_session_attrs: ['any', 'primary', 'read-write'],
  sslmode: ['disable', 'no-verify', 'require', 'verify-ca', 'verify-full'],
};

function checkUrlParameters(name: string, url: string): void {
  for (const [parameter, values] of Object.entries(URL_PARAMETERS)) {
    const value = new RegExp(`[?&]${parameter}=([^&#]*)`).exec(url)?.[1];
    if (value === undefined || values.includes(value)) continue;
    throw new ConfigError(`${name} has ${parameter}=${value}: that must be one of ${values.join(', ')}.`);
  }
}

/** As Express has it: whether, how many hops, or which proxies. */
function readTrustProxy(read: EnvironmentReader): boolean | number | string {
  const wanted = 'true, false, a number of hops, or addresses such as loopback,10.0.0.0/8';
  const value = read.text('TRUST_PROXY', isTrustProxy, wanted) ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  return /^\d+$/.test(value) ? Number(value) : value;
}

/** Several while a key is replaced, joined by commas. */
function readPublicKeys(read: EnvironmentReader): readonly KeyObject[] {
  const wanted = 'the public key of the Telnyx account: 32 bytes in base64';
  const value = read.text('TELNYX_PUBLIC_KEY', (list) => split(list).every(isPublicKey), wanted);
  return split(value ?? '').flatMap((text) => readPublicKey(text) ?? []);
}

function readModelEndpoint(read: EnvironmentReader, prefix: 'LLM' | 'EMBEDDING'): ModelEndpoint | undefined {
  const baseUrl = read.text(`${prefix}_BASE_URL`, isHttpUrl, 'a URL such as https://api.openai.com/v1');
  const apiKey = read.secret(`${prefix}_API_KEY`);
  const model = read.text(`${prefix}_MODEL`);
  if (baseUrl === undefined && apiKey === undefined && model === undefined) return undefined;
  if (baseUrl === undefined) {
    throw new ConfigError(`${prefix}_BASE_URL is not set: beside ${prefix}_API_KEY or ${prefix}_MODEL it must be.`);
  }
  if (model === undefined) throw new ConfigError(`${prefix}_MODEL is not set: beside ${prefix}_BASE_URL it must be.`);
  return { baseUrl, apiKey, model };
}

const isFlag: Test = (value) => value === '0' || value === '1';

const isHeaderText: Test = (value) => /^[\x20-\x7e]+$/.test(value) && value === value.trim();

const isLogLevel: Test = (value) => (LOG_LEVELS as readonly string[]).includes(value);

const isHost: Test = (value) => isIP(value) !== 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(value);

const isPublicKey: Test = (value) => readPublicKey(value) !== undefined;

function hasLength(min: number): Test {
  return (value) => value.length >= min;
}

function isPostgresUrl(value: string): boolean {
  const match = /^(postgres(?:ql)?:\/\/(?:[^/@?#]*@)?)([^/?#]*)(.*)$/.exec(value);
  if (match === null) return false;
  const [, before, hosts = '', after] = match;
  return hosts.split(',').every((host) => (host !== '' || hosts === '') && URL.canParse(`${before}${host}${after}`));
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

function isTrustProxy(value: string): boolean {
  return value === 'true' || value === 'false' || /^\d{1,3}$/.test(value) || split(value).every(isProxyAddress);
}

function isProxyAddress(value: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true;
  const [address = '', bits, ...rest] = value.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function split(list: string): readonly string[] {
  return list === '' ? [] : list.split(',').map((text) => text.trim());
}
