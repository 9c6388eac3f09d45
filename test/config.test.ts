import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';

const DEFAULTS = {
  host: '127.0.0.1',
  port: 8787,
  databaseUrl: undefined,
  databaseReadUrl: undefined,
  databaseDirectUrl: undefined,
  readLagMs: 5000,
  dataDir: '.ringback',
  apiKey: undefined,
  configPath: undefined,
  secretKey: undefined,
  allowPrivateUrls: false,
  allowUnsigned: false,
  maxConcurrentUsers: 64,
  idleMinutes: 30,
  idleTtlS: 300,
  defaultCountry: 'US',
  timeZone: 'UTC',
  retentionDays: undefined,
  trustProxy: false,
  telnyxPublicKeys: [],
  telnyxApiKey: undefined,
  telnyxBaseUrl: undefined,
  vapiSecret: undefined,
  requestsPerSecond: 1_000,
  addressRequestsPerSecond: 2_000,
  failedKeysPerMinute: 60,
  retellApiKey: undefined,
  budgetMs: 700,
  recallMs: 250,
  llm: undefined,
  embedding: undefined,
  logLevel: 'info',
};

const { publicKey } = generateKeyPairSync('ed25519');
/** As Telnyx shows it: the 32 bytes at the end of the DER form. */
const TELNYX_KEY = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual(DEFAULTS);
  });

  it('takes what is set to nothing as not set', () => {
    expect(readConfig({ PORT: '', HOST: '', DATABASE_URL: '', LLM_BASE_URL: '', TELNYX_PUBLIC_KEY: '' })).toEqual(
      DEFAULTS,
    );
  });

  it.each<[environment: Record<string, string>, expected: Partial<ReturnType<typeof readConfig>>]>([
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ HOST: 'voice-1.example.com' }, { host: 'voice-1.example.com' }],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '65535' }, { port: 65_535 }],
    [{ DATABASE_URL: 'postgres://me:secret@db:5432/calls' }, { databaseUrl: 'postgres://me:secret@db:5432/calls' }],
    [
      { DATABASE_URL: 'postgres://me@one,two:5433/calls?target_session_attrs=read-write' },
      { databaseUrl: 'postgres://me@one,two:5433/calls?target_session_attrs=read-write' },
    ],
    [
      { DATABASE_URL: 'postgres://db', DATABASE_READ_URL: 'postgres://a,b', DATABASE_DIRECT_URL: 'postgres://c' },
      { databaseUrl: 'postgres://db', databaseReadUrl: 'postgres://a,b', databaseDirectUrl: 'postgres://c' },
    ],
    [{ RINGBACK_READ_LAG_MS: '250' }, { readLagMs: 250 }],
    [{ DATABASE_URL: 'postgresql:///calls?host=/run/pg' }, { databaseUrl: 'postgresql:///calls?host=/run/pg' }],
    [{ RINGBACK_DATA_DIR: '/var/lib/ringback' }, { dataDir: '/var/lib/ringback' }],
    [{ RINGBACK_API_KEY: '0123456789abcdef' }, { apiKey: '0123456789abcdef' }],
    [{ RINGBACK_CONFIG: 'ringback.yaml' }, { configPath: 'ringback.yaml' }],
    [{ RINGBACK_SECRET_KEY: 'x'.repeat(32) }, { secretKey: 'x'.repeat(32) }],
    [{ RINGBACK_ALLOW_UNSIGNED: '1' }, { allowUnsigned: true }],
    [{ RINGBACK_ALLOW_UNSIGNED: '0' }, { allowUnsigned: false }],
    [{ RINGBACK_MAX_CONCURRENT_USERS: '20' }, { maxConcurrentUsers: 20 }],
    [{ RINGBACK_IDLE_TTL_S: '60' }, { idleTtlS: 60 }],
    [{ RINGBACK_DEFAULT_COUNTRY: 'DE' }, { defaultCountry: 'DE' }],
    [{ RINGBACK_TIME_ZONE: 'Europe/Berlin' }, { timeZone: 'Europe/Berlin' }],
    [{ RINGBACK_RETENTION_DAYS: '90' }, { retentionDays: 90 }],
    [{ TRUST_PROXY: 'true' }, { trustProxy: true }],
    [{ TRUST_PROXY: 'false' }, { trustProxy: false }],
    [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
    [{ TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::/8' }, { trustProxy: 'loopback, 10.0.0.0/8,fd00::/8' }],
    [{ TELNYX_API_KEY: 'KEY1' }, { telnyxApiKey: 'KEY1' }],
    [
      { VAPI_SECRET: 's', RETELL_API_KEY: 'k' },
      { vapiSecret: 's', retellApiKey: 'k' },
    ],
    [
      { RINGBACK_BUDGET_MS: '900', RINGBACK_RECALL_MS: '100' },
      { budgetMs: 900, recallMs: 100 },
    ],
    [
      { LLM_BASE_URL: 'http://localhost:11434/v1', LLM_MODEL: 'small' },
      { llm: { baseUrl: 'http://localhost:11434/v1', apiKey: undefined, model: 'small' } },
    ],
    [
      { EMBEDDING_BASE_URL: 'https://api.example.com/v1', EMBEDDING_API_KEY: 'k', EMBEDDING_MODEL: 'm' },
      { embedding: { baseUrl: 'https://api.example.com/v1', apiKey: 'k', model: 'm' } },
    ],
    [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
  ])('reads %j', (environment, expected) => {
    expect(readConfig(environment)).toEqual({ ...DEFAULTS, ...expected });
  });

  it('reads the public keys of Telnyx, one or several', () => {
    const [key, ...others] = readConfig({ TELNYX_PUBLIC_KEY: `${TELNYX_KEY}, ${TELNYX_KEY}` }).telnyxPublicKeys;
    expect(others).toHaveLength(1);
    expect(key?.export({ format: 'jwk' })).toEqual(publicKey.export({ format: 'jwk' }));
    expect(verify(null, Buffer.from('x'), key as never, Buffer.alloc(64))).toBe(false);
  });

  it.each<[environment: Record<string, string>, message: string]>([
    [{ HOST: 'not a host' }, 'HOST is "not a host": it must be a host name or an IP address.'],
    [{ HOST: 'http://localhost' }, 'HOST is "http://localhost": it must be a host name or an IP address.'],
    [{ PORT: 'http' }, 'PORT is "http": it must be a whole number from 0 to 65535.'],
    [{ PORT: '65536' }, 'PORT is "65536": it must be a whole number from 0 to 65535.'],
    [{ PORT: '-1' }, 'PORT is "-1": it must be a whole number from 0 to 65535.'],
    [{ PORT: '80.5' }, 'PORT is "80.5": it must be a whole number from 0 to 65535.'],
    [{ PORT: ' 80' }, 'PORT is " 80": it must be a whole number from 0 to 65535.'],
    [{ PORT: '9'.repeat(200) }, `PORT is "${'9'.repeat(80)}…": it must be a whole number from 0 to 65535.`],
    [
      { DATABASE_URL: 'mysql://me:secret@db/calls' },
      'DATABASE_URL is a text of 26 characters, not shown here: it must be like postgres://user:password@host:5432/database, with several hosts joined by commas.',
    ],
    [
      { DATABASE_URL: 'postgres://one,,two/calls' },
      'DATABASE_URL is a text of 25 characters, not shown here: it must be like postgres://user:password@host:5432/database, with several hosts joined by commas.',
    ],
    [
      { DATABASE_URL: 'postgres://one,two/calls?target_session_attrs=standby' },
      'DATABASE_URL has target_session_attrs=standby: that must be one of any, primary, read-write.',
    ],
    [
      { DATABASE_URL: 'postgres://me:secret@one/calls?sslmode=verify' },
      'DATABASE_URL has sslmode=verify: that must be one of disable, no-verify, require, verify-ca, verify-full.',
    ],
    [
      { DATABASE_URL: 'postgres://one/calls', DATABASE_READ_URL: 'postgres://two/calls?x=1&sslmode=prefer' },
      'DATABASE_READ_URL has sslmode=prefer: that must be one of disable, no-verify, require, verify-ca, verify-full.',
    ],
    [
      { DATABASE_URL: 'postgres://one/calls', DATABASE_DIRECT_URL: 'postgres://two/calls?sslmode=' },
      'DATABASE_DIRECT_URL has sslmode=: that must be one of disable, no-verify, require, verify-ca, verify-full.',
    ],
    [{ DATABASE_READ_URL: 'postgres://one/calls' }, 'DATABASE_URL is not set: beside DATABASE_READ_URL it must be.'],
    [{ RINGBACK_READ_LAG_MS: '10' }, 'RINGBACK_READ_LAG_MS is "10": it must be a whole number from 100 to 600000.'],
    [
      { DATABASE_URL: 'calls' },
      'DATABASE_URL is a text of 5 characters, not shown here: it must be like postgres://user:password@host:5432/database, with several hosts joined by commas.',
    ],
    [
      { RINGBACK_API_KEY: 'short' },
      'RINGBACK_API_KEY is a text of 5 characters, not shown here: it must be 16 characters or more.',
    ],
    ...['RINGBACK_API_KEY', 'VAPI_SECRET', 'RETELL_API_KEY'].flatMap((name): [Record<string, string>, string][] =>
      ['0123456789abcdefg\n', ' 0123456789abcdefg', 'a key of Zoë’s office'].map((value) => [
        { [name]: value },
        `${name} is a text of ${value.length} characters, not shown here: it must be printable ASCII, without a space or a line break at its ends.`,
      ]),
    ),
    [
      { RINGBACK_SECRET_KEY: 'short' },
      'RINGBACK_SECRET_KEY is a text of 5 characters, not shown here: it must be 32 characters or more.',
    ],
    [{ RINGBACK_ALLOW_UNSIGNED: 'yes' }, 'RINGBACK_ALLOW_UNSIGNED is "yes": it must be 1 or 0.'],
    [
      { RINGBACK_MAX_CONCURRENT_USERS: '0' },
      'RINGBACK_MAX_CONCURRENT_USERS is "0": it must be a whole number from 1 to 100000.',
    ],
    [{ RINGBACK_IDLE_TTL_S: '5m' }, 'RINGBACK_IDLE_TTL_S is "5m": it must be a whole number from 1 to 86400.'],
    [{ RINGBACK_DEFAULT_COUNTRY: 'USA' }, 'RINGBACK_DEFAULT_COUNTRY is "USA": it must be a country code such as US.'],
    [{ RINGBACK_DEFAULT_COUNTRY: 'us' }, 'RINGBACK_DEFAULT_COUNTRY is "us": it must be a country code such as US.'],
    [
      { RINGBACK_TIME_ZONE: 'Berlin' },
      'RINGBACK_TIME_ZONE is "Berlin": it must be a time zone such as America/New_York.',
    ],
    [
      { RINGBACK_RETENTION_DAYS: 'forever' },
      'RINGBACK_RETENTION_DAYS is "forever": it must be a whole number from 1 to 36500.',
    ],
    [
      { TRUST_PROXY: 'yes' },
      'TRUST_PROXY is "yes": it must be true, false, a number of hops, or addresses such as loopback,10.0.0.0/8.',
    ],
    [
      { TRUST_PROXY: '10.0.0.0/33' },
      'TRUST_PROXY is "10.0.0.0/33": it must be true, false, a number of hops, or addresses such as loopback,10.0.0.0/8.',
    ],
    [
      { TELNYX_PUBLIC_KEY: 'KEY' },
      'TELNYX_PUBLIC_KEY is "KEY": it must be the public key of the Telnyx account: 32 bytes in base64.',
    ],
    [
      { TELNYX_PUBLIC_KEY: `${TELNYX_KEY},` },
      `TELNYX_PUBLIC_KEY is "${TELNYX_KEY},": it must be the public key of the Telnyx account: 32 bytes in base64.`,
    ],
    [{ RINGBACK_BUDGET_MS: '0' }, 'RINGBACK_BUDGET_MS is "0": it must be a whole number from 1 to 10000.'],
    [{ RINGBACK_RECALL_MS: '1s' }, 'RINGBACK_RECALL_MS is "1s": it must be a whole number from 1 to 10000.'],
    [
      { LLM_BASE_URL: 'localhost:11434', LLM_MODEL: 'small' },
      'LLM_BASE_URL is "localhost:11434": it must be a URL such as https://api.openai.com/v1.',
    ],
    [{ LLM_API_KEY: 'sk-secret' }, 'LLM_BASE_URL is not set: beside LLM_API_KEY or LLM_MODEL it must be.'],
    [{ LLM_BASE_URL: 'https://api.example.com/v1' }, 'LLM_MODEL is not set: beside LLM_BASE_URL it must be.'],
    [
      { EMBEDDING_MODEL: 'm' },
      'EMBEDDING_BASE_URL is not set: beside EMBEDDING_API_KEY or EMBEDDING_MODEL it must be.',
    ],
    [
      { LOG_LEVEL: 'verbose' },
      'LOG_LEVEL is "verbose": it must be one of fatal, error, warn, info, debug, trace, silent.',
    ],
    [
      { LOG_LEVEL: 'in\nfo' },
      'LOG_LEVEL is "in\\nfo": it must be one of fatal, error, warn, info, debug, trace, silent.',
    ],
  ])('refuses %j in one line', (environment, message) => {
    const read = (): unknown => readConfig(environment);
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(expect.objectContaining({ message }));
    expect(message).not.toContain('\n');
  });
});
